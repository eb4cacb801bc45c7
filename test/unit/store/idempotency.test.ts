import {expect, test} from 'vitest'
import {createChild} from '../../../functions/store/children.ts'
import {isForgotten, loadAnswer, rememberAnswer} from '../../../functions/store/idempotency.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {aChild, BROMLEY, childId, LEWISHAM} from '../../support/matching.ts'
import {AT, commit, refusalOf} from './records.ts'

const KEY = '9c1f6b7e#% any text'
const answer = {status: 201, headers: {location: '/v1/children/1', etag: '"1"'}, body: '{"é":"👩‍👧","n":1.0}'}
const remember = (hash = 'hash-1', at = AT) => rememberAnswer(LEWISHAM, KEY, hash, answer, at)
const THREE_DAYS_LATER = '2026-11-26T09:30:00.000Z'

test('a remembered answer is given again to the byte, under its own authority', async () => {
  const table = memoryTable()
  expect(await loadAnswer(table, LEWISHAM, KEY)).toBeNull()
  await commit(table, [remember()])
  expect(await loadAnswer(table, LEWISHAM, KEY)).toEqual({
    requestHash: 'hash-1',
    answer,
    forgottenAt: '2026-11-25T09:30:00.000Z',
  })
  expect(await loadAnswer(table, BROMLEY, KEY)).toBeNull()
})

test('a second request under the key changes nothing and hears what the first was answered', async () => {
  const table = memoryTable()
  await commit(table, [remember()])
  const child = aChild({id: childId('second')})
  const refusal = await refusalOf(table, [remember('hash-2'), ...createChild(LEWISHAM, child, AT)])
  expect(refusal).toMatchObject({kind: 'idempotency-key-in-use', found: {requestHash: 'hash-1', answer}})
  expect(await table.queryAll({pk: `${LEWISHAM}#children`})).toEqual([])
})

test('the key speaks before any other refusal when it comes first', async () => {
  const table = memoryTable()
  const writes = () => [remember(), ...createChild(LEWISHAM, aChild(), AT)]
  await commit(table, writes())
  expect(await refusalOf(table, writes())).toMatchObject({kind: 'idempotency-key-in-use'})
})

test('an answer is forgotten after 48 hours, and the key may then be used anew, once', async () => {
  const table = memoryTable()
  await commit(table, [remember()])
  const old = (await loadAnswer(table, LEWISHAM, KEY))!
  expect(isForgotten(old, '2026-11-25T09:29:59.999Z')).toBe(false)
  expect(isForgotten(old, '2026-11-25T09:30:00.000Z')).toBe(true)
  const anew = () => [rememberAnswer(LEWISHAM, KEY, 'hash-3', answer, THREE_DAYS_LATER, old)]
  expect(await refusalOf(table, anew())).toBeNull()
  expect(await refusalOf(table, anew())).toMatchObject({
    kind: 'idempotency-key-in-use',
    found: {requestHash: 'hash-3'},
  })
})

test('DynamoDB may delete an answer from the second on in which it is forgotten', async () => {
  const table = memoryTable()
  await commit(table, [remember()])
  const [item] = await table.queryAll({pk: remember().key.pk})
  expect(item!.expiresAt).toBe(Date.parse('2026-11-25T09:30:00.000Z') / 1000)
})
