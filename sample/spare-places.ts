import {addDays} from '../domain/calendar.ts'
import type {Bedroom, Provider, Terms} from '../domain/household/household.ts'
import type {Occupancy, Occupant} from '../domain/household/occupancy.ts'
import type {AuthorityId, ChildId} from '../domain/ids.ts'
import {makeBedroom, makeStay, makeUnavailable, type Settled} from './calendars.ts'
import type {Drawing} from './children.ts'
import {dobBetween} from './people.ts'
import type {Random} from './random.ts'

/** Approved places that none of our children fills. */
interface Spare {
  readonly count: number
  readonly provider: Provider
  readonly terms: Terms
}

const REASONS = [
  'Kept free for the needs of the child who lives there',
  "Bedroom used by the carers' own child",
  'Building work on the bedroom',
  'Carer asked for one child at a time',
  'Carer unwell',
]

/** What becomes of a spare place. */
type Use = 'vacant' | 'not-available' | 'staying-put' | 'other-authority'

const USES: Readonly<Record<Provider['type'], Readonly<Record<Use, number>>>> = {
  'in-house': {vacant: 52, 'not-available': 36, 'staying-put': 12, 'other-authority': 0},
  ifa: {vacant: 50, 'not-available': 28, 'staying-put': 4, 'other-authority': 18},
  'other-authority': {vacant: 1, 'not-available': 0, 'staying-put': 0, 'other-authority': 0},
}

/** Gives each spare place a bedroom, and most of them a use: empty, kept back, or somebody else's. */
export function furnishSpare(settled: Settled, spare: Spare, drawing: Drawing): Settled {
  const {random} = drawing
  const bedrooms = [...settled.bedrooms]
  const stays = [...settled.stays]
  for (let place = 0; place < spare.count; place++) {
    const room = makeBedroom(bedrooms.length + 1, random)
    const stay = drawUse(spare, room, drawing)
    if (stay !== null) stays.push(stay)
    // One place in twelve is approved without a bedroom of its own: only small siblings could share it.
    if (bedrooms.length === 0 || stay?.bedroomId || !random.chance(0.08)) bedrooms.push(room)
  }
  return {bedrooms, stays}
}

function drawUse({provider, terms}: Spare, room: Bedroom, drawing: Drawing): Occupancy | null {
  const {random, today} = drawing
  switch (random.byWeight(USES[provider.type])) {
    case 'vacant':
      return null
    case 'not-available': {
      const until = random.chance(0.45) ? addDays(today, random.integer(5, 70)) : null
      return makeUnavailable(random.pick(REASONS), addDays(today, -random.integer(5, 200)), until, random)
    }
    case 'staying-put':
      return stayingPut(room, drawing)
    case 'other-authority':
      return childOfAnother(terms, room, drawing)
  }
}

/** A young adult who was fostered here and stayed on past 18 (Children Act 1989 s.23CZA). */
function stayingPut(room: Bedroom, {random, today, places}: Drawing): Occupancy {
  const dob = dobBetween(18, 20, today, random)
  const from = `${Number(dob.slice(0, 4)) + 18}${dob.slice(4)}`.replace('-02-29', '-03-01')
  const until = random.chance(0.3) ? addDays(today, random.integer(10, 120)) : null
  return makeStay(
    'staying-put',
    {occupant: stranger(dob, places.authorityId, random), from, until},
    room.id,
    random,
  )
}

/** Agencies foster for every authority. */
function childOfAnother({ages, sexes}: Terms, room: Bedroom, {random, today, places}: Drawing): Occupancy {
  const dob = dobBetween(ages.from, Math.min(16, ages.to), today, random)
  const since = addDays(today, -random.integer(2, 700))
  const occupant = {...stranger(dob, places.otherAuthority(random), random), sex: sexes[0]!}
  return makeStay('placement', {occupant, from: since < dob ? dob : since, until: null}, room.id, random)
}

/** Somebody of whom Hearth knows no more than the calendar says. */
function stranger(dob: string, authorityId: AuthorityId, random: Random): Occupant {
  return {
    childId: random.uuid() as ChildId,
    dob,
    sex: random.pick(['F', 'M']),
    siblingGroupId: null,
    responsibleAuthorityId: authorityId,
    notWith: [],
    mayNotShare: random.chance(0.1),
  }
}
