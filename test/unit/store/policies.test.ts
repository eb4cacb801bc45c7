import {expect, test} from 'vitest'
import {defaultPolicy} from '../../../domain/matching/default-policy.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {changePolicy, loadPolicy} from '../../../functions/store/policies.ts'
import {BROMLEY, LEWISHAM} from '../../support/matching.ts'
import {AT, commit, LATER, refusalOf} from './records.ts'

const first = defaultPolicy(LEWISHAM)
const second = {...first, suitabilityFloor: 70}

test('an authority without a policy of its own has none', async () => {
  expect(await loadPolicy(memoryTable(), LEWISHAM)).toBeNull()
})

test('the newest policy stands, and every version is kept with who changed it and why', async () => {
  const table = memoryTable()
  await commit(table, changePolicy(LEWISHAM, 0, first, 'manager-1', 'to start', AT))
  for (let before = 1; before < 12; before++)
    await commit(table, changePolicy(LEWISHAM, before, second, 'chair-1', `reason ${before}`, LATER))
  expect(await loadPolicy(table, LEWISHAM)).toEqual({
    value: {policy: second, changedBy: 'chair-1', reason: 'reason 11'},
    version: 12,
    createdAt: LATER,
    updatedAt: LATER,
  })
  expect(await loadPolicy(table, LEWISHAM, 1)).toMatchObject({
    value: {policy: first, changedBy: 'manager-1'},
    version: 1,
  })
  expect(await loadPolicy(table, LEWISHAM, 13)).toBeNull()
  expect(await loadPolicy(table, BROMLEY)).toBeNull()
})

test('of two who change the same version the second is refused', async () => {
  const table = memoryTable()
  await commit(table, changePolicy(LEWISHAM, 0, first, 'manager-1', 'to start', AT))
  await commit(table, changePolicy(LEWISHAM, 1, second, 'chair-1', 'higher floor', LATER))
  expect(await refusalOf(table, changePolicy(LEWISHAM, 1, first, 'manager-1', 'lower floor', LATER))).toEqual(
    {
      kind: 'version-conflict',
      record: 'policy',
      current: 2,
    },
  )
})
