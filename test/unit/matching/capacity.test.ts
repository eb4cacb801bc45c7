import {describe, expect, it} from 'vitest'
import {type Arrival, bedsFor, nightWithoutPlace} from '../../../domain/household/capacity.ts'
import {aBedroom, anOccupancy, anOccupant, childId} from '../../support/matching.ts'

const arriving = (dob: string, mayNotShare = false, id = 'child-1') => ({
  childId: childId(id),
  dob,
  mayNotShare,
})
const TEN = '2016-06-01'
const TWO = '2024-06-01'

const anArrival = (facts: Partial<Arrival> = {}): Arrival => ({
  stay: {from: '2026-12-01', until: '2026-12-11'},
  at: '2026-11-23T09:30:00.000Z',
  children: [arriving(TEN)],
  ownBedroomOverYears: 3,
  ...facts,
})

const from = (day: string, until: string | null) => anOccupancy({from: day, until})

describe('places, night by night', () => {
  it('finds a place that is empty for the whole stay', () => {
    expect(nightWithoutPlace(1, [], anArrival())).toBeNull()
  })

  it('names the first night on which the place is taken', () => {
    expect(nightWithoutPlace(1, [from('2026-12-05', null)], anArrival())).toBe('2026-12-05')
  })

  it('lets one child come on the day another leaves, and leave on the day another comes', () => {
    const calendar = [from('2026-01-01', '2026-12-01'), from('2026-12-11', null)]
    expect(nightWithoutPlace(1, calendar, anArrival())).toBeNull()
  })

  it('does not add up two stays that never share a night', () => {
    const calendar = [from('2026-12-01', '2026-12-04'), from('2026-12-04', '2026-12-20')]
    expect(nightWithoutPlace(2, calendar, anArrival())).toBeNull()
    expect(nightWithoutPlace(2, [...calendar, from('2026-12-03', '2026-12-05')], anArrival())).toBe(
      '2026-12-03',
    )
  })

  it('counts an open-ended stay for ever', () => {
    const calendar = [from('2031-01-01', '2031-02-01')]
    expect(nightWithoutPlace(1, calendar, anArrival({stay: {from: '2026-12-01', until: null}}))).toBe(
      '2031-01-01',
    )
  })

  it('takes a hold to keep its place until it expires, and not a moment longer', () => {
    const hold = anOccupancy({kind: 'hold', expiresAt: '2026-11-23T09:30:00.001Z'})
    expect(nightWithoutPlace(1, [hold], anArrival())).toBe('2026-12-01')
    expect(nightWithoutPlace(1, [{...hold, expiresAt: '2026-11-23T09:30:00.000Z'}], anArrival())).toBeNull()
  })

  it.each(['hold', 'placement'] as const)(
    'does not count a %s of the arriving child against that child',
    kind => {
      const own = anOccupancy({kind, occupant: anOccupant({childId: childId('child-1')})})
      expect(nightWithoutPlace(1, [own], anArrival())).toBeNull()
    },
  )

  it('takes a place for each of three children, all or none', () => {
    const children = ['a', 'b', 'c'].map(id => arriving(TEN, false, id))
    expect(nightWithoutPlace(3, [], anArrival({children}))).toBeNull()
    expect(nightWithoutPlace(3, [from('2026-12-10', null)], anArrival({children}))).toBe('2026-12-10')
  })

  it.each(['respite', 'staying-put', 'not-available'] as const)(
    'counts a place that is taken for %s',
    kind => {
      expect(nightWithoutPlace(1, [anOccupancy({kind})], anArrival())).toBe('2026-12-01')
    },
  )
})

describe('bedrooms, night by night', () => {
  const single = aBedroom('a')
  const shareable = aBedroom('a', true)
  const there = (dob: string, facts = {}) =>
    anOccupancy({bedroomId: 'a', occupant: anOccupant({dob, ...facts})})
  const beds = (...given: Parameters<typeof bedsFor>) => bedsFor(...given).beds

  it('gives everyone a room where there are enough', () => {
    expect(beds([single, aBedroom('b')], [there(TEN)], anArrival())).toBe('own-bedrooms')
  })

  it('has no bed in a home without bedrooms', () => {
    expect(bedsFor([], [], anArrival())).toEqual({beds: 'none', night: '2026-12-01'})
  })

  it('has no bed for a second child in a single room', () => {
    expect(beds([single], [there(TEN)], anArrival())).toBe('none')
  })

  it('lets two older children share a room that two can share, by agreement', () => {
    expect(beds([shareable], [there('2018-01-01')], anArrival())).toBe('sharing')
  })

  it('lets two small children share without asking', () => {
    expect(beds([shareable], [there(TWO)], anArrival({children: [arriving(TWO)]}))).toBe('own-bedrooms')
  })

  it('asks before a small child shares with an older one, whoever came first', () => {
    expect(beds([shareable], [there(TEN)], anArrival({children: [arriving(TWO)]}))).toBe('sharing')
    expect(beds([shareable], [there(TWO)], anArrival({children: [arriving(TEN)]}))).toBe('sharing')
  })

  it('counts a child as over three from the day after the birthday', () => {
    const shared = (dob: string) => beds([shareable], [there(TWO)], anArrival({children: [arriving(dob)]}))
    expect(shared('2023-12-01')).toBe('own-bedrooms')
    expect(shared('2023-11-30')).toBe('sharing')
  })

  it('never beds a child beside somebody with a recorded bar, on either side', () => {
    expect(beds([shareable], [there(TWO, {mayNotShare: true})], anArrival())).toBe('none')
    expect(beds([shareable], [there(TWO)], anArrival({children: [arriving(TWO, true)]}))).toBe('none')
  })

  it('never beds a child beside a Staying Put adult', () => {
    const adult = anOccupancy({
      kind: 'staying-put',
      bedroomId: 'a',
      occupant: anOccupant({dob: '2008-01-01'}),
    })
    expect(beds([shareable], [adult], anArrival())).toBe('none')
  })

  it('never beds a child beside somebody of whom nothing is known', () => {
    expect(
      beds([shareable], [anOccupancy({kind: 'hold', bedroomId: 'a', occupant: null})], anArrival()),
    ).toBe('none')
  })

  it('leaves the bedroom free of a place that is not available', () => {
    expect(beds([single], [anOccupancy({kind: 'not-available', occupant: null})], anArrival())).toBe(
      'own-bedrooms',
    )
  })

  it('puts whoever has no room yet where it hurts least', () => {
    const older = anOccupancy({occupant: anOccupant({dob: TEN})})
    const children = [arriving(TWO, false, 'a'), arriving(TWO, false, 'b')]
    expect(beds([aBedroom('a'), aBedroom('b', true)], [older], anArrival({children}))).toBe('own-bedrooms')
  })

  it('keeps a child who has a room in it', () => {
    const inShareable = anOccupancy({bedroomId: 'b', occupant: anOccupant({dob: TEN})})
    const children = [arriving(TWO, false, 'a'), arriving(TWO, false, 'b')]
    expect(beds([aBedroom('a'), aBedroom('b', true)], [inShareable], anArrival({children}))).toBe('sharing')
  })

  it('does not fill the third bed of a room for two', () => {
    const two = [
      there(TWO),
      anOccupancy({bedroomId: 'a', occupant: anOccupant({childId: childId('x'), dob: TWO})}),
    ]
    expect(beds([shareable], two, anArrival({children: [arriving(TWO)]}))).toBe('none')
  })

  it('says on which night the room is short', () => {
    const later = anOccupancy({from: '2026-12-06', bedroomId: 'a'})
    expect(bedsFor([single], [later], anArrival())).toEqual({beds: 'none', night: '2026-12-06'})
    expect(bedsFor([shareable], [later], anArrival())).toEqual({beds: 'sharing', night: '2026-12-06'})
  })
})
