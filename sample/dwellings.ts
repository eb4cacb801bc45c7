import type {Family} from './families.ts'
import type {Person} from './people.ts'
import type {Band, Places, Postcode} from './places.ts'
import type {Random} from './random.ts'
import {allot, draw, largestRemainder} from './shares.ts'
import * as targets from './targets.ts'

/** What kind of home a looked-after child lives in. */
export type Provision =
  | 'mainstream'
  | 'connected-person'
  | 'ifa'
  | 'other-authority'
  | 'childrens-home'
  | 'supported-accommodation'
  | 'supported-lodgings'
  | 'with-parents'
  | 'adoption'
  | 'residential-school'
  | 'residential-care'
  | 'family-centre'
  | 'young-offender-institution'
  | 'secure'
  | 'hospital'

export interface Resident {
  readonly person: Person
  readonly family: Family
}

/** Children of one family who live together: one child, or brothers and sisters. */
export type Party = readonly Resident[]

/** A home with the looked-after children in it. */
export interface Dwelling {
  readonly provision: Provision
  readonly parties: readonly Party[]
  readonly at: Postcode
  readonly band: Band
}

/** Settings where brothers and sisters are not placed together; who may live in them, and how likely. */
const SETTINGS: readonly (readonly [Provision, (resident: Resident) => number])[] = [
  ['young-offender-institution', ({person: {age, sex, uasc}}) => (age >= 15 && sex === 'M' && !uasc ? 1 : 0)],
  ['secure', ({person: {age, uasc}}) => (age >= 13 && !uasc ? 1 : 0)],
  ['family-centre', ({person: {age}}) => (age < 1 ? 1 : 0)],
  ['residential-school', ({person: {age, uasc}}) => (age >= 8 && !uasc ? 1 : 0)],
  ['residential-care', ({person: {age, uasc}}) => (age >= 8 && !uasc ? 1 : 0)],
  ['hospital', ({person: {age, uasc}}) => (age >= 12 && !uasc ? 1 : 0)],
  ['supported-lodgings', ({person: {age, uasc}}) => (age < 16 ? 0 : uasc ? 2 : 1)],
  ['supported-accommodation', ({person: {age, uasc}}) => (age < 16 ? 0 : uasc ? 2 : 1)],
  [
    'childrens-home',
    ({person: {age, uasc}}) => (age < 7 ? 0 : age < 10 ? 0.4 : uasc ? 0.2 : age < 16 ? 3 : 2.4),
  ],
]

/** How likely homes of each kind are to be inside the authority, within 20 miles, or beyond. */
const BAND_LIKELIHOODS: Readonly<Record<Provision, Readonly<Record<Exclude<Band, 'ring'>, number>>>> = {
  mainstream: {inside: 12, near: 6, far: 0.3},
  'connected-person': {inside: 6, near: 6, far: 1.6},
  ifa: {inside: 1.3, near: 8, far: 2.6},
  'other-authority': {inside: 0, near: 8, far: 2},
  'childrens-home': {inside: 0.6, near: 5, far: 6},
  'supported-accommodation': {inside: 7, near: 5, far: 0.6},
  'supported-lodgings': {inside: 14, near: 3, far: 0},
  'with-parents': {inside: 40, near: 3, far: 0.3},
  adoption: {inside: 0, near: 4, far: 6},
  'residential-school': {inside: 0, near: 3, far: 6},
  'residential-care': {inside: 0, near: 4, far: 4},
  'family-centre': {inside: 1, near: 5, far: 3},
  'young-offender-institution': {inside: 0, near: 0.2, far: 9},
  secure: {inside: 0, near: 0.2, far: 9},
  hospital: {inside: 1, near: 6, far: 1},
}

/** Everyone in a home: the headline shares of provision and of distance hold exactly for the children. */
export function makeDwellings(
  families: readonly Family[],
  places: Places,
  random: Random,
): readonly Dwelling[] {
  const parties = families.flatMap(family => partFamily(family, random))
  const provided = provide(parties, random.fork('provision'))
  const homes = share(provided, random.fork('sharing'))
  const bands = spread(homes, random.fork('bands'))
  return homes.map(home => {
    const band = bands.get(home)!
    return {...home, band, at: whereabouts(home, band, places, random)}
  })
}

type Home = Pick<Dwelling, 'provision' | 'parties'>

const sizeOf = (party: Party): number => party.length
const childrenIn = ({parties}: Home): number => parties.reduce((sum, {length}) => sum + length, 0)

/** Which of a family's children live together. */
function partFamily(family: Family, random: Random): readonly Party[] {
  const [first, ...others] = family.members.map(person => ({person, family}))
  const all = [first!, ...others]
  const together = all.length === 1 || random.chance(0.6)
  if (together) return [all]
  if (all.length === 2 || random.chance(0.4)) return all.map(resident => [resident])
  return [
    all.slice(0, 2),
    ...(random.chance(0.6) ? [all.slice(2)] : all.slice(2).map(resident => [resident])),
  ]
}

function quotasOf(children: number): Readonly<Record<Provision, number>> {
  const {
    'in-house': inHouse,
    supported,
    other,
    ...headline
  } = largestRemainder(children, targets.PROVISION_SHARES)
  return {
    ...largestRemainder(inHouse, targets.IN_HOUSE_SHARES),
    ...largestRemainder(supported, targets.SUPPORTED_SHARES),
    ...largestRemainder(other, targets.OTHER_SHARES),
    ...headline,
  }
}

/** Settings with a narrow door first, then families' homes; what is left is fostered. */
function provide(parties: readonly Party[], random: Random): readonly Home[] {
  const quotas = quotasOf(parties.reduce((sum, {length}) => sum + length, 0))
  const homes: Home[] = []
  let left: readonly Party[] = parties
  const settle = (provision: Provision, weight: (party: Party) => number) => {
    const {drawn, rest} = draw(left, quotas[provision], random, weight, sizeOf)
    homes.push(...drawn.map(party => ({provision, parties: [party]})))
    left = rest
  }
  settle('adoption', party => (party.every(({person}) => person.age < 5) ? 1 : 0))
  for (const [provision, likely] of SETTINGS)
    settle(provision, ([one, ...more]) => (more.length ? 0 : likely(one!)))
  settle('with-parents', ([one]) => (one!.person.uasc ? 0 : 1))
  const {mainstream, ifa, 'connected-person': connectedPerson, 'other-authority': otherAuthority} = quotas
  const fostering = {mainstream, ifa, 'connected-person': connectedPerson, 'other-authority': otherAuthority}
  const alone = (party: Party) => party[0]!.person.uasc
  const order = left.toSorted((one, other) => Number(alone(other)) - Number(alone(one)))
  const allotted = allot(order, fostering, random, sizeOf, (party, provision) =>
    alone(party) && (provision === 'connected-person' || provision === 'other-authority') ? 0 : 1,
  )
  return [...homes, ...left.map(party => ({provision: allotted.get(party)!, parties: [party]}))]
}

/** The usual fostering limit (Schedule 7 of the Children Act 1989): three, unless all are siblings. */
const USUAL_LIMIT = 3
const MAY_SHARE: ReadonlySet<Provision> = new Set<Provision>(['mainstream', 'ifa'])

/** Some carers foster children of two or three families. */
function share(homes: readonly Home[], random: Random): readonly Home[] {
  const shared = homes.filter(({provision}) => !MAY_SHARE.has(provision))
  for (const provision of MAY_SHARE) {
    let open: Home | null = null
    for (const home of random.shuffle(homes.filter(each => each.provision === provision))) {
      const fits: boolean = open !== null && childrenIn(open) + childrenIn(home) <= USUAL_LIMIT
      if (open !== null && fits && random.chance(0.25)) {
        open = {provision, parties: [...open.parties, ...home.parties]}
      } else {
        if (open !== null) shared.push(open)
        open = home
      }
    }
    if (open !== null) shared.push(open)
  }
  return shared
}

/** Exactly so many children inside the authority, and over 20 miles from home; nobody unaccompanied is far. */
function spread(homes: readonly Home[], random: Random): ReadonlyMap<Home, Band> {
  const children = homes.reduce((sum, home) => sum + childrenIn(home), 0)
  const quotas = largestRemainder(children, targets.DISTANCE_SHARES)
  const likelihood = ({provision, parties}: Home, band: 'inside' | 'far') => {
    const alone = parties.flat().some(({person}) => person.uasc)
    return alone && band === 'far' ? 0 : BAND_LIKELIHOODS[provision][band] / BAND_LIKELIHOODS[provision].near
  }
  const inside = draw(homes, quotas.inside, random, home => likelihood(home, 'inside'), childrenIn)
  const far = draw(inside.rest, quotas.far, random, home => likelihood(home, 'far'), childrenIn)
  const bands = new Map<Home, Band>()
  for (const home of inside.drawn) bands.set(home, 'inside')
  for (const home of far.drawn) bands.set(home, 'far')
  for (const home of far.rest) bands.set(home, 'near')
  return bands
}

/** Children with their parents are, if inside the borough, where they lived. */
function whereabouts({provision, parties}: Home, band: Band, places: Places, random: Random): Postcode {
  const home = parties[0]![0]!.family.home
  const atHome = provision === 'with-parents' && band === 'inside' && home?.authorityId === places.authorityId
  return atHome ? home! : places.inBand(band, random)
}
