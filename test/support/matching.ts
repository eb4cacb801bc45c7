import type {Child} from '../../domain/child/child.ts'
import type {Household, Terms} from '../../domain/household/household.ts'
import type {Occupancy, Occupant} from '../../domain/household/occupancy.ts'
import type {
  AuthorityId,
  ChildId,
  HouseholdId,
  OccupancyId,
  ReferralId,
  SiblingGroupId,
} from '../../domain/ids.ts'
import type {Location} from '../../domain/location.ts'
import {defaultPolicy} from '../../domain/matching/default-policy.ts'
import {GROUPS, type Home, type MatchInput} from '../../domain/matching/shortlist.ts'
import type {Referral} from '../../domain/referral/referral.ts'

export const LEWISHAM = 'E09000023' as AuthorityId
export const BROMLEY = 'E09000006' as AuthorityId
export const BEXLEY = 'E09000004' as AuthorityId
export const KENT = 'E10000016' as AuthorityId
export const MANCHESTER = 'E08000003' as AuthorityId

export const childId = (name: string): ChildId => name as ChildId
export const householdId = (name: string): HouseholdId => name as HouseholdId
export const siblingGroupId = (name: string): SiblingGroupId => name as SiblingGroupId

/** In the middle of Lewisham. */
export const CATFORD: Location = {postcode: 'SE6 4RU', easting: 537_600, northing: 173_900}

/** So many miles, as the SSDA903 counts them, due east. */
export const eastOf = (from: Location, miles: number): Location => ({
  postcode: null,
  easting: from.easting + miles * 1609.3,
  northing: from.northing,
})

/** A girl of ten from Catford; nothing else is known. */
export const aChild = (facts: Partial<Child> = {}): Child => ({
  id: childId('child-1'),
  reference: `ref-${facts.id ?? 'child-1'}`,
  dob: '2016-06-01',
  sex: 'F',
  home: CATFORD,
  ...facts,
})

/**
 * An in-house fostering household in Lewisham, a mile from Catford: two places and two single bedrooms, for any
 * child of 0-17, available. What may be absent is absent.
 */
export function aHousehold({terms, ...facts}: Partial<Household> & {terms?: Partial<Terms>} = {}): Household {
  const approval = facts.approval ?? {from: '2020-01-01', until: null, terms: ANY_CHILD}
  return {
    id: householdId('home-1'),
    reference: `ref-${facts.id ?? 'home-1'}`,
    kind: 'fostering',
    scheme: 'mainstream',
    provider: {type: 'in-house'},
    home: eastOf(CATFORD, 1),
    authorityId: LEWISHAM,
    bedrooms: [aBedroom('a'), aBedroom('b')],
    status: {state: 'available', from: '2020-01-01', until: null, reason: null},
    weeklyCost: null,
    ...facts,
    approval: {...approval, terms: {...approval.terms, ...terms}},
  }
}

export const ANY_CHILD: Terms = {
  places: 2,
  ages: {from: 0, to: 17},
  sexes: ['F', 'M', 'U'],
  kinds: ['short-term', 'long-term', 'emergency', 'respite', 'remand'],
  namedChildren: [],
}

export const aBedroom = (id: string, shareable = false, groundFloor = false) => ({id, shareable, groundFloor})

export const aHome = (household: Household = aHousehold(), calendar: readonly Occupancy[] = []): Home => ({
  household,
  calendar,
})

/** A boy of twelve whom Lewisham looks after, of another family. */
export const anOccupant = (facts: Partial<Occupant> = {}): Occupant => ({
  childId: childId('occupant-1'),
  dob: '2014-03-01',
  sex: 'M',
  siblingGroupId: null,
  responsibleAuthorityId: LEWISHAM,
  notWith: [],
  mayNotShare: false,
  ...facts,
})

/** A placement since the start of the year, with no end. */
export const anOccupancy = (facts: Partial<Occupancy> = {}): Occupancy => ({
  id: `occupancy-of-${facts.occupant?.childId ?? 'occupant-1'}` as OccupancyId,
  kind: 'placement',
  from: '2026-01-01',
  until: null,
  bedroomId: null,
  occupant: anOccupant(),
  ...facts,
})

/** One placement for each of these children. */
export const placementsOf = (...occupants: readonly Partial<Occupant>[]): readonly Occupancy[] =>
  occupants.map((facts, i) =>
    anOccupancy({occupant: anOccupant({childId: childId(`occupant-${i + 1}`), ...facts})}),
  )

/** Planned, short-term, from 1 December 2026 on, with no end. */
export const aReferral = (facts: Partial<Referral> = {}): Referral => ({
  id: 'referral-1' as ReferralId,
  children: [childId('child-1')],
  urgency: 'planned',
  kind: 'short-term',
  neededFrom: '2026-12-01',
  expectedUntil: null,
  siblings: 'together',
  ...facts,
})

/** Lewisham asks for the children of the input (one girl by default), of everyone's homes, on 23 November 2026. */
export function aMatchInput({
  referral,
  ...facts
}: Partial<Omit<MatchInput, 'referral'>> & {referral?: Partial<Referral>} = {}): MatchInput {
  const children = facts.children ?? [aChild()]
  return {
    authorityId: LEWISHAM,
    referral: aReferral({children: children.map(({id}) => id), ...referral}),
    children,
    siblings: {},
    supply: [aHome()],
    policy: defaultPolicy(facts.authorityId ?? LEWISHAM),
    search: GROUPS,
    withinMiles: null,
    limit: 10,
    at: '2026-11-23T09:30:00.000Z',
    ...facts,
  }
}
