import {addDays, type Day} from '../domain/calendar.ts'
import type {Term} from '../domain/child/child.ts'
import type {EthnicityGroup} from '../domain/child/ethnicity.ts'
import type {Exclusion, Household, Member, Scheme} from '../domain/household/household.ts'
import type {Heritage} from './heritage.ts'
import {drawCode, drawHomeLanguage, drawReligion} from './heritage.ts'
import {drawSkills} from './needs.ts'
import {dobBetween} from './people.ts'
import type {Band} from './places.ts'
import type {Random, Weights} from './random.ts'

/** Who lives in a home, and what they can do. */
export type Carers = Pick<
  Household,
  | 'members'
  | 'ethnicities'
  | 'religions'
  | 'supportsReligions'
  | 'languages'
  | 'skills'
  | 'pets'
  | 'smoking'
  | 'accessible'
  | 'exclusions'
>

const LONDON: Weights<EthnicityGroup> = {black: 46, white: 35, asian: 8, mixed: 7, other: 4}
const BEYOND_LONDON: Weights<EthnicityGroup> = {white: 80, black: 9, asian: 6, mixed: 4, other: 1}
const PETS: Weights<Term> = {dog: 42, cat: 36, rabbit: 8, fish: 8, hamster: 6}

interface CarersFor {
  readonly band: Band
  readonly scheme: Scheme
  /** Kin of the children: mostly of their heritage. */
  readonly kin: boolean
  /** The heritage of a child who lives there. */
  readonly of: Heritage | null
}

export function drawCarers(wanted: CarersFor, today: Day, random: Random): Carers {
  const known = (share: number) => random.chance(share)
  const alike = wanted.of !== null && random.chance(wanted.kin ? 0.85 : wanted.band === 'far' ? 0.12 : 0.4)
  const code = alike ? wanted.of!.ethnicity : drawCode(random.byWeight(ofBand(wanted.band)), random)
  const religion =
    alike && wanted.of!.religion !== undefined ? wanted.of!.religion : drawReligion(code, random)
  const spoken = alike ? (wanted.of!.languages ?? []) : [drawHomeLanguage(code, random) ?? 'en']
  const skills = wanted.kin
    ? random.integer(0, 2)
    : random.integer(2, wanted.scheme === 'specialist' ? 11 : 7)
  const exclusions = drawPreference(today, random)
  return {
    ...(known(0.96) && {members: drawMembers(today, random)}),
    ...(known(0.97) && {ethnicities: [code]}),
    ...(known(0.88) && {religions: religion === null ? [] : [religion]}),
    ...(known(0.7) && {supportsReligions: drawSupported(religion, random)}),
    ...(known(0.96) && {languages: [...new Set(['en', ...spoken])].toSorted()}),
    ...(known(0.97) && {skills: drawSkills(skills + (wanted.scheme === 'specialist' ? 4 : 0), random)}),
    ...(known(0.92) && {pets: drawPets(random)}),
    ...(known(0.94) && {smoking: random.chance(0.09)}),
    ...(known(0.86) && {accessible: random.chance(0.08)}),
    ...(exclusions.length > 0 && {exclusions}),
  }
}

const ofBand = (band: Band) => (band === 'inside' || band === 'near' ? LONDON : BEYOND_LONDON)

function drawMembers(today: Day, random: Random): readonly Member[] {
  const members: Member[] = []
  const add = (relationship: Member['relationship'], from: number, to: number, sex?: 'F' | 'M') =>
    members.push({
      relationship,
      ...(random.chance(0.95) && {dob: dobBetween(from, to, today, random)}),
      sex: sex ?? random.pick(['F', 'M']),
    })
  add('carer', 29, 68, random.byWeight({F: 88, M: 12}))
  if (random.chance(0.6)) add('carer', 29, 70, random.byWeight({F: 16, M: 84}))
  for (let own = Number(random.byWeight({0: 56, 1: 28, 2: 16})); own > 0; own--) add('own-child', 2, 22)
  if (random.chance(0.07)) add('other-adult', 19, 80)
  return members
}

function drawSupported(own: Term | null, random: Random): readonly Term[] {
  return random
    .some(['buddhist', 'christian', 'hindu', 'muslim'], random.integer(0, 2))
    .filter(each => each !== own)
}

function drawPets(random: Random): readonly Term[] {
  const count = Number(random.byWeight({0: 58, 1: 32, 2: 10}))
  return [...new Set(Array.from({length: count}, () => random.byWeight(PETS)))].toSorted()
}

const LIMITS: readonly Term[] = [
  'fire-setting',
  'sexual-harm-to-others',
  'physical-harm-to-others',
  'missing-episodes',
  'criminal-exploitation',
]

/** A carer's own stated limit: weighed, never an exclusion by itself. */
function drawPreference(today: Day, random: Random): readonly Exclusion[] {
  if (!random.chance(0.14)) return []
  const recordedOn = addDays(today, -random.integer(20, 700))
  return [{kind: 'prefers-not', risk: random.pick(LIMITS), reason: 'Said at the last review', recordedOn}]
}
