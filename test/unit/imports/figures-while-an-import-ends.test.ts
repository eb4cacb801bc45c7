import {expect, test} from 'vitest'
import type {Table} from '../../../functions/store/table.ts'
import {loadFacts} from '../../../functions/sufficiency/load-facts.ts'
import {carers, listOf} from '../../support/household-lists.ts'
import {AUTHORITY, coreOf, importing} from '../../support/importing.ts'
import {meeting} from '../../support/meeting.ts'

/** An authority with the return and the home of last year; one import brings this year's of both. */
async function beforeImport() {
  const at = importing()
  await at.load(2025, {...coreOf(2025), ...listOf([carers({PLACES: '2'})])})
  const {id} = await at.request(2026, {...coreOf(2026), ...listOf([carers({PLACES: '1'})])})
  const read = (table: Table = at.table) => factsIn(table, at.service.surroundings.gazetteer)
  return {table: at.table, read, end: () => at.work(id)}
}

/** What tells one import from the next, whatever the ids: how many episodes each child has, and the places of the home. */
async function factsIn(table: Table, gazetteer: Parameters<typeof loadFacts>[1]) {
  const {facts} = await loadFacts(table, gazetteer, AUTHORITY)
  return {
    episodes: facts.histories.map(({episodes}) => episodes.length).toSorted(),
    places: facts.homes.map(({household}) => household.approval.terms.places),
  }
}

test('figures are of before an import or of after it, at whatever step of reading them it ends', async () => {
  const {table, read, end} = await beforeImport()
  let calls = 0
  const before = await read(
    meeting(table, n => {
      calls = n
    }),
  )
  await end()
  const after = await read()
  expect(after.episodes).not.toEqual(before.episodes)
  expect([before.places, after.places]).toEqual([[2], [1]])
  expect(calls).toBeGreaterThan(8)
  for (let call = 1; call <= calls; call++) {
    const {table, read, end} = await beforeImport()
    const seen = await read(
      meeting(table, async (n, when) => {
        if (n === call && when === 'before') await end()
      }),
    )
    expect([before, after]).toContainEqual(seen)
  }
})
