import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {type Arrival, bedsFor, nightWithoutPlace} from '../../../domain/household/capacity.ts'
import type {Occupancy} from '../../../domain/household/occupancy.ts'
import {aBedroom, anOccupancy, anOccupant, childId} from '../../support/matching.ts'

/*
 * Capacity against the plainest account of it: walk through the stay night by night, and try every bed.
 */

const FIRST = '2026-12-01'
const NIGHTS = 12
const SMALL = '2024-06-01'
const OLDER = '2016-06-01'

const day = fc.integer({min: -3, max: NIGHTS + 3}).map(days => addDays(FIRST, days))
const sleeper = fc.record({dob: fc.constantFrom(SMALL, OLDER), mayNotShare: fc.boolean()})

const occupancy = fc
  .record({
    from: day,
    until: fc.option(day),
    kind: fc.constantFrom('placement', 'respite', 'hold', 'staying-put', 'not-available'),
    bedroomId: fc.option(fc.constantFrom('0', '1', '2')),
    occupant: fc.option(sleeper, {freq: 8}),
    expired: fc.boolean(),
  } as const)
  .map(
    ({expired, occupant, ...facts}): Occupancy =>
      anOccupancy({
        ...facts,
        occupant: occupant && anOccupant(occupant),
        ...(facts.kind === 'hold' && expired ? {expiresAt: '2026-11-01T00:00:00.000Z'} : {}),
      }),
  )
const calendar = fc.array(occupancy, {maxLength: 4})
const bedrooms = fc
  .array(fc.boolean(), {maxLength: 3})
  .map(shareable => shareable.map((both, i) => aBedroom(`${i}`, both)))

const arrival: fc.Arbitrary<Arrival> = fc.array(sleeper, {minLength: 1, maxLength: 3}).map(children => ({
  stay: {from: FIRST, until: addDays(FIRST, NIGHTS)},
  at: '2026-11-23T09:30:00.000Z',
  children: children.map((child, i) => ({...child, childId: childId(`child-${i}`)})),
  ownBedroomOverYears: 3,
}))

const everyNight = Array.from({length: NIGHTS}, (_, i) => addDays(FIRST, i))
const thereOn = (night: string, calendar: readonly Occupancy[]) =>
  calendar.filter(
    ({from, until, expiresAt}) =>
      expiresAt === undefined && from <= night && (until === null || night < until),
  )

interface Body {
  readonly alone: boolean
  readonly older: boolean
}

const bodyOf = ({dob, mayNotShare}: {dob: string; mayNotShare: boolean}): Body => ({
  alone: mayNotShare,
  older: dob === OLDER,
})

/** Tries every bed for everybody who has no room yet. */
function tryEveryBed(
  rooms: readonly (readonly Body[])[],
  sizes: readonly number[],
  left: readonly Body[],
  shared = false,
): string {
  const [next, ...others] = left
  if (next === undefined) return shared ? 'sharing' : 'own-bedrooms'
  const outcomes = rooms.map((room, i) => {
    const [other] = room
    if (room.length >= sizes[i]! || (other && (other.alone || next.alone))) return 'none'
    const bedded = rooms.map((bodies, j) => (j === i ? [...bodies, next] : bodies))
    return tryEveryBed(bedded, sizes, others, shared || (other !== undefined && (other.older || next.older)))
  })
  return ['own-bedrooms', 'sharing'].find(outcome => outcomes.includes(outcome)) ?? 'none'
}

function bedsOnNight(
  rooms: readonly ReturnType<typeof aBedroom>[],
  there: readonly Occupancy[],
  {children}: Arrival,
): string {
  const bodies = there
    .filter(({kind}) => kind !== 'not-available')
    .map(({kind, occupant, bedroomId}) => ({
      bedroomId,
      body: occupant && kind !== 'staying-put' ? bodyOf(occupant) : {alone: true, older: true},
    }))
  const inRooms = rooms.map(({id}) => bodies.filter(({bedroomId}) => bedroomId === id).map(({body}) => body))
  const looking = bodies
    .filter(({bedroomId}) => !rooms.some(({id}) => id === bedroomId))
    .map(({body}) => body)
  const sizes = rooms.map(({shareable}) => (shareable ? 2 : 1))
  return tryEveryBed(inRooms, sizes, [...looking, ...children.map(bodyOf)])
}

describe('capacity, whatever the calendar', () => {
  it('finds the first night without a place as one does who counts night by night', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5}), calendar, arrival, (places, calendar, arrival) => {
        const full = everyNight.find(
          night => thereOn(night, calendar).length + arrival.children.length > places,
        )
        expect(nightWithoutPlace(places, calendar, arrival)).toBe(full ?? null)
      }),
      {numRuns: 500},
    )
  })

  it('beds everybody as well as one does who tries every bed on every night', () => {
    fc.assert(
      fc.property(bedrooms, calendar, arrival, (rooms, calendar, arrival) => {
        const nights = everyNight.map(night => bedsOnNight(rooms, thereOn(night, calendar), arrival))
        const worst = ['none', 'sharing'].find(beds => nights.includes(beds)) ?? 'own-bedrooms'
        const {beds, night} = bedsFor(rooms, calendar, arrival)
        expect(beds).toBe(worst)
        if (beds !== 'own-bedrooms') expect(night).toBe(everyNight[nights.indexOf(worst)])
      }),
      {numRuns: 1000},
    )
  })
})
