import type {APIGatewayProxyEventV2} from 'aws-lambda'
import {expect, it} from 'vitest'
import * as z from 'zod'
import {countedIds, MANAGER} from '../../../contracts/in-memory-service.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../../functions/runtime/http.ts'
import {problemOf} from '../../../functions/runtime/problem.ts'
import {openChains} from '../../../functions/store/audit.ts'
import {memoryGazetteer} from '../../../functions/store/gazetteer.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {putAsDecided} from '../../../functions/store/steps.ts'
import {firstVersion, itemOf} from '../../../functions/store/stored.ts'

const AT = '2026-11-23T09:30:00.000Z'
const ROUTE = {
  id: 'count',
  context: 'placements',
  access: {scopes: ['placements']},
  method: 'POST',
  path: '/v1/counters',
  summary: 'Count',
  response: {status: 201, body: z.strictObject({decision: z.int()})},
  problems: [],
} as const

const EVENT = {
  routeKey: 'POST /v1/counters',
  headers: {'idempotency-key': 'one'},
  requestContext: {authorizer: {jwt: {claims: MANAGER}}},
} as unknown as APIGatewayProxyEventV2

const counter = (version: number) =>
  itemOf({key: {pk: 'counter', sk: 'counter'}, type: 'counter'}, {...firstVersion({}, AT), version})

async function service() {
  const table = memoryTable()
  await table.transact([putAsDecided(counter(1), null)])
  const surroundings = {
    table,
    audit: table,
    chains: openChains(),
    gazetteer: memoryGazetteer([]),
    now: () => AT,
    newId: countedIds(),
    checkResponses: true,
  }
  return {table, surroundings}
}

/** Decides on the counter as it is read; somebody else moves it so often before this is committed. */
const counting = (timesMoved: number) => {
  let decision = 0
  return http(ROUTE, async (_, {table}) => {
    decision += 1
    const {version} = (await table.get(counter(1)))!
    if (decision <= timesMoved) await table.transact([putAsDecided(counter(version + 1), {version})])
    return ok({body: {decision}, writes: [putAsDecided(counter(version + 1), {version})]})
  })
}

it('decides again on what is true now when somebody else was faster', async () => {
  const {table, surroundings} = await service()
  const answer = await counting(3).run(EVENT, surroundings)
  expect(answer).toMatchObject({ok: true, value: {status: 201, body: '{"decision":4}'}})
  expect(await table.get(counter(1))).toMatchObject({version: 5})
})

it('gives up after eight decisions, having written nothing, and asks the caller to come again', async () => {
  const {table, surroundings} = await service()
  const answer = await counting(100).run(EVENT, surroundings)
  if (answer.ok) throw new Error('It was decided.')
  expect(problemOf(answer.error, 'request')).toMatchObject({status: 503, type: '/problems#busy'})
  expect(await table.get(counter(1))).toMatchObject({version: 9})
})

it('answers a twin that came too late for the state, but not for the key, as the first was answered', async () => {
  const {surroundings} = await service()
  const first = counting(0)
  const twin = http(ROUTE, async () => {
    await first.run(EVENT, surroundings)
    return refuse({kind: 'referral-not-open'})
  })
  expect(await twin.run(EVENT, surroundings)).toMatchObject({ok: true, value: {body: '{"decision":1}'}})
})
