import type {Language, Term} from '../domain/child/child.ts'
import type {EthnicityCode, EthnicityGroup} from '../domain/child/ethnicity.ts'
import type {Random, Weights} from './random.ts'

/** Ethnicity, religion and languages of a family. An absent one is not known; a null religion says none. */
export interface Heritage {
  readonly ethnicity: EthnicityCode
  readonly religion?: Term | null
  readonly languages?: readonly Language[]
}

const CODES: Readonly<Record<EthnicityGroup, Weights<EthnicityCode>>> = {
  black: {BAFR: 42, BCRB: 40, BOTH: 18},
  white: {WBRI: 70, WOTH: 24, WIRI: 3, WROM: 2, WIRT: 1},
  mixed: {MWBC: 48, MWBA: 22, MOTH: 22, MWAS: 8},
  asian: {AOTH: 44, ABAN: 20, CHNE: 14, APKN: 12, AIND: 10},
  other: {OOTH: 1},
  unknown: {NOBT: 60, REFU: 40},
}

const RELIGIONS: Readonly<Record<EthnicityCode, Weights<Term>>> = {
  BAFR: {christian: 58, muslim: 32, none: 10},
  BCRB: {christian: 62, none: 32, rastafarian: 3, muslim: 3},
  BOTH: {christian: 50, muslim: 28, none: 22},
  WBRI: {none: 62, christian: 37, jewish: 1},
  WIRI: {catholic: 62, none: 38},
  WIRT: {catholic: 90, none: 10},
  WROM: {christian: 70, none: 30},
  WOTH: {christian: 48, catholic: 18, muslim: 14, none: 20},
  MWBC: {none: 55, christian: 43, muslim: 2},
  MWBA: {christian: 46, muslim: 16, none: 38},
  MWAS: {none: 52, muslim: 24, christian: 24},
  MOTH: {none: 50, christian: 34, muslim: 16},
  AIND: {hindu: 45, sikh: 24, muslim: 14, christian: 17},
  APKN: {muslim: 95, none: 5},
  ABAN: {muslim: 95, none: 5},
  AOTH: {muslim: 40, hindu: 25, buddhist: 15, none: 20},
  CHNE: {none: 60, buddhist: 25, christian: 15},
  OOTH: {muslim: 50, christian: 28, none: 22},
  REFU: {none: 1},
  NOBT: {none: 1},
}

/** A language spoken at home beside or before English; none: English alone. */
const HOME_LANGUAGES: Readonly<Partial<Record<EthnicityCode, Weights<Language>>>> = {
  BAFR: {none: 50, yo: 14, so: 12, fr: 9, ak: 5, ig: 4, ln: 3, sw: 3},
  BCRB: {none: 98, fr: 2},
  BOTH: {none: 70, fr: 12, pt: 10, ar: 8},
  WOTH: {none: 24, pl: 18, ro: 16, pt: 12, es: 10, tr: 8, sq: 6, lt: 6},
  WROM: {none: 30, rom: 40, ro: 30},
  MWBA: {none: 80, fr: 10, yo: 10},
  MOTH: {none: 82, es: 10, pt: 8},
  MWAS: {none: 88, bn: 12},
  AIND: {none: 40, pa: 22, gu: 20, hi: 18},
  APKN: {none: 30, ur: 55, pa: 15},
  ABAN: {none: 18, bn: 52, syl: 30},
  AOTH: {none: 20, ta: 40, vi: 25, ne: 15},
  CHNE: {none: 30, yue: 40, zh: 30},
  OOTH: {none: 30, ar: 35, es: 25, fa: 10},
}

export const drawCode = (group: EthnicityGroup, random: Random): EthnicityCode =>
  random.byWeight(CODES[group])

export function drawReligion(ethnicity: EthnicityCode, random: Random): Term | null {
  const religion = random.byWeight(RELIGIONS[ethnicity])
  return religion === 'none' ? null : religion
}

export function drawHomeLanguage(ethnicity: EthnicityCode, random: Random): Language | null {
  const languages = HOME_LANGUAGES[ethnicity]
  const language = languages ? random.byWeight(languages) : 'none'
  return language === 'none' ? null : language
}

/** What the case file says of a family; some of it is not known. */
export function drawHeritage(ethnicity: EthnicityCode, random: Random): Heritage {
  const unknown = ethnicity === 'NOBT' || ethnicity === 'REFU'
  const spoken = drawHomeLanguage(ethnicity, random)
  // One family in three with another language speaks it first.
  const languages = spoken === null ? ['en'] : random.chance(0.33) ? [spoken, 'en'] : ['en', spoken]
  return {
    ethnicity,
    ...(!random.chance(unknown ? 0.9 : 0.14) && {religion: drawReligion(ethnicity, random)}),
    ...(!random.chance(unknown ? 0.7 : 0.04) && {languages}),
  }
}

interface Origin {
  readonly group: EthnicityGroup
  readonly ethnicity: EthnicityCode
  readonly religions: Weights<Term>
  readonly languages: readonly Language[]
  readonly weight: number
}

/** Where unaccompanied children in London come from, by language and faith. */
const ORIGINS: readonly Origin[] = [
  {group: 'black', ethnicity: 'BAFR', religions: {christian: 80, muslim: 20}, languages: ['ti'], weight: 20},
  {group: 'black', ethnicity: 'BAFR', religions: {muslim: 95, christian: 5}, languages: ['ar'], weight: 16},
  {group: 'black', ethnicity: 'BAFR', religions: {christian: 60, muslim: 40}, languages: ['am'], weight: 6},
  {group: 'black', ethnicity: 'BAFR', religions: {muslim: 100}, languages: ['so'], weight: 6},
  {group: 'other', ethnicity: 'OOTH', religions: {muslim: 100}, languages: ['ku'], weight: 14},
  {group: 'other', ethnicity: 'OOTH', religions: {muslim: 100}, languages: ['ps', 'fa'], weight: 10},
  {group: 'other', ethnicity: 'OOTH', religions: {muslim: 70, christian: 30}, languages: ['fa'], weight: 5},
  {group: 'asian', ethnicity: 'AOTH', religions: {muslim: 100}, languages: ['ps'], weight: 8},
  {group: 'asian', ethnicity: 'AOTH', religions: {buddhist: 70, christian: 30}, languages: ['vi'], weight: 8},
  {group: 'white', ethnicity: 'WOTH', religions: {muslim: 75, christian: 25}, languages: ['sq'], weight: 8},
]

/** The heritage of an unaccompanied child whose ethnicity group still has room; not obtained where none has. */
export function drawOrigin(
  hasRoom: (group: EthnicityGroup) => boolean,
  random: Random,
): Heritage & {group: EthnicityGroup} {
  const open = ORIGINS.filter(({group}) => hasRoom(group))
  if (open.length === 0) return {group: 'unknown', ethnicity: 'NOBT', languages: ['ar']}
  const {group, ethnicity, religions, languages} = random.weighted(
    open.map(origin => [origin, origin.weight]),
  )
  const religion = random.byWeight(religions)
  return {
    group,
    ethnicity,
    ...(!random.chance(0.1) && {religion}),
    languages: random.chance(0.2) ? [...languages, 'en'] : languages,
  }
}
