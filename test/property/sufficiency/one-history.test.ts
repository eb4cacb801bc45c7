import fc from 'fast-check'
import {expect, it} from 'vitest'
import {addDays, type Day} from '../../../domain/calendar.ts'
import type {PlacementId} from '../../../domain/ids.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import type {Episode} from '../../../domain/sufficiency/history.ts'
import {type ChildOnRecord, historyOf} from '../../../domain/sufficiency/timeline.ts'
import {CATFORD, householdId} from '../../support/matching.ts'
import {aPlacement} from '../../support/placements.ts'
import {anyFacts} from './worlds.ts'

const COVERED_TO = '2025-03-31'
const NEXT = '2025-04-01'

const stay = fc.record({
  gap: fc.constantFrom(0, 0, 5),
  nights: fc.constantFrom(1, 20, 200),
  place: fc.constantFrom('U4', 'U6', 'K2') as fc.Arbitrary<Placement['code']['place']>,
  postcode: fc.constantFrom('SE13 5AB', 'SE12 8AA', null),
  leaves: fc.boolean(),
})

/** One main placement after another; the last may go on. */
const anyPlacements = fc
  .tuple(
    fc.constantFrom('2024-06-01', '2024-12-20', '2025-03-31', NEXT),
    fc.array(stay, {maxLength: 5}),
    fc.boolean(),
  )
  .map(([first, stays, goesOn]) => {
    let from: Day = first
    return stays.map(({gap, nights, place, postcode, leaves}, i): Placement => {
      const start = addDays(from, i === 0 ? 0 : gap)
      from = addDays(start, nights)
      const stands = goesOn && i === stays.length - 1
      return aPlacement({
        id: `placement-${i}` as PlacementId,
        from: start,
        until: stands ? null : from,
        ended: stands ? null : {on: from, reason: null, rec: leaves ? 'E4A' : 'X1', nextPlacementId: null},
        code: {place, provider: 'PR1'},
        location: {...CATFORD, postcode},
        householdId: householdId(`home-${i}`),
      })
    })
  })

/** As a return that covers the days to 31 March 2025 has it: nothing of later days. */
const returned = (episodes: readonly Episode[]): readonly Episode[] =>
  episodes
    .filter(({from}) => from <= COVERED_TO)
    .map(episode =>
      episode.until !== null && episode.until > COVERED_TO
        ? {...episode, until: null, ceased: null}
        : episode,
    )

const anyRecord: fc.Arbitrary<ChildOnRecord> = fc
  .tuple(anyFacts(1), anyPlacements)
  .filter(([{histories}]) => histories.length === 1)
  .map(([{histories}, placements]) => {
    const {episodes, ...child} = histories[0]!
    return {
      child,
      legalStatus: 'C2',
      need: 'N1',
      home: CATFORD,
      imported: returned(episodes),
      coveredTo: COVERED_TO,
      placements,
    }
  })

const END = '9999-12-31'

it('episodes stand by first day, never overlap, and go on where and only where care does', () => {
  fc.assert(
    fc.property(anyRecord, record => {
      const {episodes} = historyOf(record).history
      for (const [i, episode] of episodes.entries()) {
        expect((episode.until ?? END) > episode.from).toBe(true)
        const before = episodes[i - 1]
        if (before !== undefined) expect((before.until ?? END) <= episode.from).toBe(true)
        if (episode.source === 'hearth') {
          const goesOn = before?.until === episode.from && (before.ceased === 'X1' || before.ceased === null)
          expect(episode.began === 'S').toBe(!goesOn)
        }
      }
    }),
    {numRuns: 1_000},
  )
})

it('the nights that the return covers are as it says, whatever Hearth has', () => {
  fc.assert(
    fc.property(anyRecord, record => {
      const {episodes} = historyOf(record).history
      const before = episodes.filter(({from}) => from < NEXT)
      expect(before.map(({from, place, began, source}) => [from, place, began, source])).toEqual(
        record.imported.map(({from, place, began, source}) => [from, place, began, source]),
      )
      for (const [i, {until}] of before.entries()) {
        const said = record.imported[i]!.until
        if (said === null) expect((until ?? END) >= NEXT).toBe(true)
        else expect(until).toBe(said)
      }
    }),
    {numRuns: 1_000},
  )
})

it('every later night that Hearth has the child somewhere, the history has them there', () => {
  fc.assert(
    fc.property(anyRecord, record => {
      const {episodes} = historyOf(record).history
      for (const night of ['2025-04-01', '2025-04-02', '2025-05-01', '2025-09-01', '2026-06-01']) {
        const lives = record.placements.find(({from, ended}) => from <= night && (ended?.on ?? END) > night)
        const there = episodes.find(({from, until}) => from <= night && (until ?? END) > night)
        if (lives !== undefined) expect(there?.place).toBe(lives.code.place)
      }
    }),
    {numRuns: 1_000},
  )
})

it('the order of placements never matters, and a return made of Hearth’s own history has no quarrel with it', () => {
  fc.assert(
    fc.property(anyRecord, record => {
      expect(historyOf({...record, placements: record.placements.toReversed()})).toEqual(historyOf(record))
      const {history} = historyOf({...record, imported: [], coveredTo: null})
      const agreed = historyOf({...record, imported: returned(history.episodes)})
      expect(agreed.disagreements).toEqual([])
    }),
    {numRuns: 500},
  )
})
