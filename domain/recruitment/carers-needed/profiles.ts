import type {Day} from '../../calendar.ts'
import type {Language, Term} from '../../child/child.ts'
import {primaryLanguage} from '../../child/language.ts'
import type {Household, Registration, WeeklyCost} from '../../household/household.ts'
import type {AuthorityId, HouseholdId} from '../../ids.ts'
import {exactMiles, type Location} from '../../location.ts'
import {FOSTERING_KINDS} from '../../matching/terms.ts'
import type {ReferralKind} from '../../referral/referral.ts'
import type {Demand} from './demand.ts'

/** Somewhere to look for carers. */
export interface Area {
  readonly name: string
  readonly authorityId: AuthorityId
  readonly at: Location
}

export const PROFILE_KINDS = ['fostering', 'parent-and-child', 'supported-lodgings'] as const

/** A kind of household to look for. */
export interface CarerProfile {
  readonly kind: (typeof PROFILE_KINDS)[number]
  readonly ages: {readonly from: number; readonly to: number}
  readonly places: number
  readonly area: Area
  /** Beside English; null: none. */
  readonly language: Language | null
  /** null: not asked for, and so not known. */
  readonly religion: Term | null
  readonly skills: readonly Term[]
}

/** What one more child with carers of this kind costs a week. */
export type CostOf = (kind: Household['kind']) => WeeklyCost

export interface Candidate {
  readonly profile: CarerProfile
  readonly household: Household
}

/** Ages that carers are found for; a home for every age is not looked for, because it says nothing. */
const AGE_BANDS = [
  {from: 0, to: 4},
  {from: 5, to: 10},
  {from: 11, to: 15},
  {from: 16, to: 17},
  {from: 0, to: 10},
  {from: 5, to: 15},
  {from: 11, to: 17},
] as const
/** The usual fostering limit (Children Act 1989 Schedule 7); more only for a sibling group. */
const USUAL_PLACES = 3
const MOST_SKILLS = 3

/**
 * Households that would suit one of the demands, and could suit others: so many, those that more of the demands call
 * for first, and of equals the less demanding.
 */
export function candidatesFor(
  demands: readonly Demand[],
  areas: readonly Area[],
  costOf: CostOf,
  limit: number,
): readonly Candidate[] {
  const called = new Map<string, {readonly profile: CarerProfile; times: number}>()
  for (const demand of demands)
    for (const profile of profilesFor(demand, areas)) {
      const key = keyOf(profile)
      const before = called.get(key)
      if (before) before.times += 1
      else called.set(key, {profile, times: 1})
    }
  const first = demands.reduce((day, {from}) => (from < day ? from : day), '9999-12-31')
  return [...called]
    .toSorted(
      ([a, one], [b, other]) =>
        other.times - one.times || asksOf(one.profile) - asksOf(other.profile) || (a < b ? -1 : 1),
    )
    .slice(0, limit)
    .map(([key, {profile}]) => ({profile, household: householdOf(profile, key, costOf, first)}))
    .toSorted((a, b) => asksOf(a.profile) - asksOf(b.profile))
}

const keyOf = ({kind, ages, places, area, language, religion, skills}: CarerProfile): string =>
  [kind, `${ages.from}-${ages.to}`, places, area.name, language, religion, ...skills].join(' ')

/** How much is asked of carers: of two that serve as many, the one who is easier to find. */
const asksOf = ({places, language, religion, skills}: CarerProfile): number =>
  2 * places + Number(language !== null) + Number(religion !== null) + skills.length

function profilesFor({party, childIds}: Demand, areas: readonly Area[]): readonly CarerProfile[] {
  const children = party.seekers.map(({child}) => child)
  const ages = party.seekers.map(({age}) => age)
  const where = children.find(({home}) => home !== undefined)?.home
  if (where === undefined || areas.length === 0) return []
  const area = areas.reduce((near, other) =>
    exactMiles(other.at, where) < exactMiles(near.at, where) ? other : near,
  )
  const bands = AGE_BANDS.filter(({from, to}) => ages.every(age => from <= age && age <= to))
  const language = children.flatMap(({languages}) => languages ?? []).map(primaryLanguage)
  const spoken = language.find(tag => tag !== 'en') ?? null
  const religion = children.find(child => child.religion)?.religion ?? null
  const wide = {language: null, religion: null, skills: []}
  const close = {language: spoken, religion, skills: skillsFor(children)}
  const ways = [wide, {...wide, skills: close.skills}, {...close, religion: null}, close]
  const kind = kindFor(party.referral.kind)
  const fewest = childIds.length
  const sizes = Array.from({length: Math.max(1, USUAL_PLACES - fewest + 1)}, (_, i) => fewest + i)
  const all = bands
    .filter(({from}) => kind !== 'supported-lodgings' || from >= 16)
    .flatMap(band =>
      sizes.flatMap(places => ways.map(way => ({kind, ages: {...band}, places, area, ...way}))),
    )
  return [...new Map(all.map(profile => [keyOf(profile), profile])).values()]
}

/** What the children need most often, essential needs first. */
function skillsFor(children: readonly Demand['party']['seekers'][number]['child'][]): readonly Term[] {
  const weights = new Map<Term, number>()
  for (const {need, level} of children.flatMap(child => child.needs ?? []))
    weights.set(need, (weights.get(need) ?? 0) + (level === 'essential' ? 2 : 1))
  return [...weights]
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST_SKILLS)
    .map(([need]) => need)
    .toSorted()
}

function kindFor(kind: ReferralKind): CarerProfile['kind'] {
  return kind === 'parent-and-child' || kind === 'supported-lodgings' ? kind : 'fostering'
}

const KINDS: Readonly<Record<CarerProfile['kind'], readonly ReferralKind[]>> = {
  fostering: FOSTERING_KINDS,
  'parent-and-child': ['parent-and-child'],
  'supported-lodgings': ['supported-lodgings'],
}
const REGISTERED: Registration = {urn: 'to be registered', status: 'registered'}

/** As it would be approved, with a bedroom for each place, from the first day on which it could have helped. */
function householdOf(profile: CarerProfile, key: string, costOf: CostOf, from: Day): Household {
  const {kind, ages, places, area, language, religion, skills} = profile
  const isLodgings = kind === 'supported-lodgings'
  const kindOfHousehold = isLodgings ? kind : 'fostering'
  return {
    id: `candidate ${key}` as HouseholdId,
    reference: key,
    kind: kindOfHousehold,
    scheme: 'mainstream',
    provider: {type: 'in-house'},
    approval: {
      from,
      until: null,
      terms: {places, ages, sexes: ['F', 'M', 'U'], kinds: KINDS[kind], namedChildren: []},
      ...(isLodgings && {registration: REGISTERED}),
    },
    home: area.at,
    authorityId: area.authorityId,
    bedrooms: Array.from({length: places}, (_, i) => ({
      id: `room-${i + 1}`,
      shareable: false,
      groundFloor: false,
    })),
    ...(religion !== null && {religions: [religion]}),
    languages: language === null ? ['en'] : ['en', language],
    skills,
    status: {state: 'available', from, until: null, reason: null},
    weeklyCost: costOf(kindOfHousehold),
  }
}
