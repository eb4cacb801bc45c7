import {SEXES, type Sex} from '../child/child.ts'
import {isApprovedForChild} from '../household/approval.ts'
import type {Household, Terms} from '../household/household.ts'
import {onlyThose} from '../only-those.ts'
import {REFERRAL_KINDS, type ReferralKind} from '../referral/referral.ts'
import {listInWords} from './considerations/wording.ts'
import {isEmergency, oncePerParty, type Party} from './party.ts'

/** One term of an approval, as a party may or may not fit it. Every home is asked, so by loops that make nothing. */
export interface Term {
  readonly of: keyof Terms
  readonly fits: (party: Party, household: Household) => boolean
  /** How the party does not fit it, in words. */
  readonly misfit: (party: Party, terms: Terms) => string
  /** The least change of terms that would fit the party; absent where it takes another approval altogether. */
  readonly change?: {
    readonly terms: (party: Party, terms: Terms) => Partial<Terms>
    /** After "change of terms to". */
    readonly words: (party: Party, terms: Terms) => string
  }
}

const ages: Term = {
  of: 'ages',
  fits: ({seekers}, {approval: {terms}}) => {
    for (const {age} of seekers) if (!isWithin(terms, age)) return false
    return true
  },
  misfit: (party, terms) =>
    `approved for ages ${terms.ages.from} to ${terms.ages.to}; ${areOfAge(agesOutside(party, terms), party)}`,
  change: {
    terms: (party, terms) => {
      const all = [terms.ages.from, terms.ages.to, ...agesOutside(party, terms)]
      return {ages: {from: Math.min(...all), to: Math.max(...all)}}
    },
    words: (party, terms) => {
      const outside = agesOutside(party, terms)
      return `${outside.length === 1 ? 'age' : 'ages'} ${agesInWords(outside)}`
    },
  },
}

const isWithin = ({ages: {from, to}}: Terms, age: number): boolean => age >= from && age <= to

const agesOutside = (party: Party, terms: Terms): readonly number[] =>
  onlyThose(agesOf(party), age => !isWithin(terms, age))

/** Each once, youngest first. */
const agesOf = oncePerParty(({seekers}): readonly number[] =>
  [...new Set(seekers.map(({age}) => age))].toSorted((a, b) => a - b),
)

const agesInWords = (years: readonly number[]): string =>
  listInWords(years.map(age => (age < 1 ? 'under 1' : `${age}`)))

const areOfAge = (years: readonly number[], {seekers}: Party): string =>
  `${seekers.length === 1 ? 'the child is' : 'there are children of'} ${agesInWords(years)}`

const sexes: Term = {
  of: 'sexes',
  fits: ({seekers}, {approval: {terms}}) => {
    for (const {child} of seekers) if (!terms.sexes.includes(child.sex)) return false
    return true
  },
  misfit: (party, terms) =>
    `approved for ${sexesInWords(SEXES.filter(sex => terms.sexes.includes(sex)))}, not for ${sexesInWords(sexesOutside(party, terms))}`,
  change: {
    terms: (party, terms) => ({sexes: [...terms.sexes, ...sexesOutside(party, terms)]}),
    words: (party, terms) => sexesInWords(sexesOutside(party, terms)),
  },
}

const sexesOutside = ({seekers}: Party, terms: Terms): readonly Sex[] =>
  SEXES.filter(sex => !terms.sexes.includes(sex) && seekers.some(({child}) => child.sex === sex))

const SEXES_IN_WORDS = {F: 'girls', M: 'boys', U: 'children whose sex is not known'} as const
const sexesInWords = (of: readonly Sex[]): string => listInWords(of.map(sex => SEXES_IN_WORDS[sex]))

const kinds: Term = {
  of: 'kinds',
  fits: ({referral}, {approval: {terms}}) => terms.kinds.includes(referral.kind),
  misfit: ({referral}, terms) =>
    `approved for ${listInWords(REFERRAL_KINDS.filter(kind => terms.kinds.includes(kind)))}, not for ${referral.kind}`,
  change: {
    terms: ({referral}, terms) => ({kinds: [...terms.kinds, referral.kind]}),
    words: ({referral}) => `${referral.kind} stays`,
  },
}

const number: Term = {
  of: 'places',
  fits: ({seekers}, {approval: {terms}}) => seekers.length <= terms.places,
  misfit: ({seekers}, {places}) => `approved for ${childrenInWords(places)}; ${seekers.length} need one home`,
  change: {
    terms: ({seekers}) => ({places: seekers.length}),
    words: ({seekers}) => childrenInWords(seekers.length),
  },
}

const childrenInWords = (of: number): string => (of === 1 ? '1 child' : `${of} children`)

const namedChildren: Term = {
  of: 'namedChildren',
  fits: ({seekers}, household) => {
    for (const {child} of seekers) if (!isApprovedForChild(household, child.id)) return false
    return true
  },
  misfit: ({seekers}) =>
    `approved for named children alone, ${seekers.length === 1 ? 'and not for this child' : 'and not for all of these'}`,
}

const TERMS: readonly Term[] = [ages, sexes, kinds, number, namedChildren]

/** Every list of terms that there can be, by a bit for each term: no home has one made for it. */
const LISTS: readonly (readonly Term[])[] = Array.from({length: 1 << TERMS.length}, (_, set) =>
  TERMS.filter((_, n) => (set & (1 << n)) !== 0),
)

/** The terms that the party does not fit. */
function misfits(party: Party, household: Household): readonly Term[] {
  let set = 0
  for (let n = 0; n < TERMS.length; n++) if (!TERMS[n]!.fits(party, household)) set |= 1 << n
  return LISTS[set]!
}

export const FOSTERING_KINDS: readonly ReferralKind[] = [
  'short-term',
  'long-term',
  'emergency',
  'respite',
  'remand',
]

/**
 * Whether a fostering household's terms could bend so far. For whom it is approved by name, and being a home
 * for a parent with a child or supported lodgings, are other approvals than terms.
 */
export const couldChange = (term: Term, {referral}: Party, {kind}: Household): boolean =>
  kind === 'fostering' &&
  term.change !== undefined &&
  (term !== kinds || FOSTERING_KINDS.includes(referral.kind))

/** SI 2010/959 reg 23: an emergency may go outside the terms for a time, but never with a child too many. */
const isLifted = (term: Term, party: Party, household: Household): boolean =>
  isEmergency(party) && term !== number && couldChange(term, party, household)

/** The terms that stand against the party. */
export function termsAgainst(party: Party, household: Household): readonly Term[] {
  const found = misfits(party, household)
  return isEmergency(party) ? onlyThose(found, term => !isLifted(term, party, household)) : found
}

/** The terms that an emergency lifts for the party. */
export const termsLifted = (party: Party, household: Household): readonly Term[] =>
  misfits(party, household).filter(term => isLifted(term, party, household))

/** What the terms would change to, so that the party fits these of them. */
export const changesInWords = (changed: readonly Term[], party: Party, terms: Terms): string =>
  listInWords(changed.flatMap(({change}) => (change ? [change.words(party, terms)] : [])))
