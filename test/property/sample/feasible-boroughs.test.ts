import fc from 'fast-check'
import {expect, it} from 'vitest'
import {ageOn} from '../../../domain/calendar.ts'
import type {Occupancy} from '../../../domain/household/occupancy.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import {type Borough, makeBorough} from '../../../sample/borough.ts'
import {measure} from '../../../sample/summary.ts'

const anyOptions = fc.record({
  seed: fc.integer({min: 0}),
  children: fc.integer({min: 1, max: 600}),
  today: fc
    .integer({min: 0, max: 1500})
    .map(day => new Date(Date.UTC(2024, 1, 29) + day * 86_400_000).toISOString().slice(0, 10)),
})

const check = (property: (borough: Borough) => void) =>
  fc.assert(
    fc.property(anyOptions, options => property(makeBorough(options))),
    {numRuns: 40},
  )

/** The nights on which somebody comes, and tonight: between them a home only empties. */
const nightsOf = ({calendar}: Home, today: string) => new Set([today, ...calendar.map(({from}) => from)])
const thereOn = ({calendar}: Home, night: string) =>
  calendar.filter(({from, until}) => from <= night && (until === null || night < until))

it('has nobody who came after today', () => {
  check(({placements, today}) => {
    for (const {from} of placements) expect(from <= today).toBe(true)
  })
  const {placements, today} = makeBorough({seed: 14, children: 149, today: '2024-03-01'})
  expect(placements.filter(({from}) => from > today)).toEqual([])
})

it('fills no place and no bed twice, on any night', () => {
  check(({homes, today}) => {
    for (const home of homes) {
      const {approval, bedrooms} = home.household
      for (const night of nightsOf(home, today)) {
        const there = thereOn(home, night)
        expect(there.length).toBeLessThanOrEqual(approval.terms.places)
        for (const {id, shareable} of bedrooms)
          expect(there.filter(({bedroomId}) => bedroomId === id).length).toBeLessThanOrEqual(
            shareable ? 2 : 1,
          )
        for (const {kind, bedroomId} of there) {
          if (kind === 'not-available') expect(bedroomId).toBeNull()
          else expect(bedrooms.map(({id}) => id)).toContain(bedroomId)
        }
      }
    }
  })
})

const sameGroup = (stays: readonly Occupancy[]) => {
  const groups = new Set(stays.map(({occupant}) => occupant?.siblingGroupId ?? null))
  return groups.size === 1 && !groups.has(null)
}

it('lets only brothers and sisters share a bedroom, and none whom a risk bars from it', () => {
  check(({homes, today}) => {
    for (const home of homes)
      for (const night of nightsOf(home, today)) {
        const rooms = Map.groupBy(
          thereOn(home, night).filter(({bedroomId}) => bedroomId),
          stay => stay.bedroomId,
        )
        for (const sharing of [...rooms.values()].filter(({length}) => length > 1)) {
          expect(sameGroup(sharing)).toBe(true)
          expect(sharing.some(({occupant}) => occupant?.mayNotShare)).toBe(false)
        }
      }
  })
})

it('keeps the usual fostering limit of three, but for a sibling group', () => {
  check(({homes, today}) => {
    for (const home of homes)
      for (const night of nightsOf(home, today)) {
        const fostered = thereOn(home, night).filter(({kind}) =>
          ['placement', 'respite', 'hold'].includes(kind),
        )
        if (fostered.length > 3) expect(sameGroup(fostered)).toBe(true)
      }
  })
})

it('places every child inside the terms of the home', () => {
  check(({homes, today}) => {
    for (const {household, calendar} of homes) {
      const {ages, sexes, namedChildren} = household.approval.terms
      for (const {occupant, from} of calendar.filter(
        ({kind}) => kind !== 'not-available' && kind !== 'staying-put',
      )) {
        const age = ageOn(occupant!.dob, from > today ? from : today)
        expect(age).toBeGreaterThanOrEqual(ages.from)
        expect(age).toBeLessThanOrEqual(ages.to)
        expect(sexes).toContain(occupant!.sex)
        if (namedChildren.length > 0) expect(namedChildren).toContain(occupant!.childId)
      }
    }
  })
})

it('has nobody living with a child whom they must not live with', () => {
  check(({homes}) => {
    for (const {calendar} of homes) {
      const there = new Set(calendar.map(({occupant}) => occupant?.childId))
      for (const {occupant} of calendar)
        for (const other of occupant?.notWith ?? []) expect(there.has(other)).toBe(false)
    }
  })
})

it('gives each looked-after child one placement, and points to children who exist', () => {
  check(({children, placements, homes, referrals, siblingGroups}) => {
    const known = new Set(children.map(({id}) => id))
    expect(new Set(placements.map(({childId}) => childId)).size).toBe(placements.length)
    const named = [
      ...placements.map(({childId}) => childId),
      ...referrals.flatMap(referral => referral.children),
      ...siblingGroups.flatMap(group => group.children),
      ...homes.flatMap(({household}) => household.approval.terms.namedChildren),
    ]
    for (const id of named) expect(known.has(id)).toBe(true)
    const inPlacement = homes.flatMap(({calendar}) =>
      calendar.flatMap(({kind, occupant}) =>
        kind === 'placement' && known.has(occupant!.childId) ? [occupant!.childId] : [],
      ),
    )
    expect(new Set(inPlacement).size).toBe(inPlacement.length)
  })
})

it('is within one child of every target, as near as whole children come', () => {
  check(borough => {
    if (borough.placements.length < 100) return
    for (const {name, count, of, target} of measure(borough)) {
      if (target === null || name.startsWith('places filled')) continue
      expect(Math.abs(count - (of * target) / 100), name).toBeLessThan(1)
    }
  })
})
