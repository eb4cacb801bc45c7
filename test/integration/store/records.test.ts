import {randomUUID} from 'node:crypto'
import {beforeAll, describe, expect, test} from 'vitest'
import type {AuthorityId, ShortlistId} from '../../../domain/ids.ts'
import {bulkLoad} from '../../../functions/store/bulk-load.ts'
import {childItems, createChild, listChildren, loadChild} from '../../../functions/store/children.ts'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import {dynamodbGazetteer, loadPostcodes, postcodeItem} from '../../../functions/store/gazetteer.ts'
import {createHousehold, householdItems, loadSupply} from '../../../functions/store/households.ts'
import {loadAnswer, rememberAnswer} from '../../../functions/store/idempotency.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import type {Refusal} from '../../../functions/store/refusal.ts'
import {
  loadExcluded,
  loadShortlist,
  loadShortlistInputs,
  saveShortlist,
} from '../../../functions/store/shortlists.ts'
import {loadSupplySnapshot, saveSupply} from '../../../functions/store/supply.ts'
import type {Table} from '../../../functions/store/table.ts'
import {aChild, aHome, aHousehold, aMatchInput, childId} from '../../support/matching.ts'
import {borough} from './borough.ts'
import {localClient, makeGazetteer, makeTable} from './tables.ts'

const AT = '2026-11-23T09:30:00.000Z'
const client = localClient()
let tableName: string
beforeAll(async () => {
  tableName = await makeTable(client)
})
/** A new authority for each test, so that one table serves all. */
let authorities = 0
const newAuthority = () => `E${String(++authorities).padStart(8, '0')}` as AuthorityId

const tables: readonly [string, () => Table][] = [
  ['in memory', () => memoryTable()],
  ['on DynamoDB', () => dynamodbTable(client, tableName)],
]

describe.each(tables)('%s', (_, open) => {
  test('64 callers who send the same request under one key record one child, and all hear the same answer', async () => {
    const [table, auth, key] = [open(), newAuthority(), randomUUID()]
    const call = async (n: number) => {
      const child = aChild({id: childId(`child-${n}`), reference: 'C-1'})
      const mine = {status: 201, headers: {location: `/v1/children/${child.id}`}, body: JSON.stringify(child)}
      const done = await table.transact<Refusal>([
        rememberAnswer(auth, key, 'hash', mine, AT),
        ...createChild(auth, child, AT),
      ])
      if (done.ok) return mine
      if (done.error.kind !== 'idempotency-key-in-use') throw new Error(`Refused: ${done.error.kind}`)
      return done.error.found.answer
    }
    const answers = await Promise.all(Array.from({length: 64}, (__, n) => call(n)))
    const {items} = await listChildren(table, auth, {limit: 200, cursor: null})
    expect(items).toHaveLength(1)
    expect(new Set(answers.map(({body}) => body))).toEqual(new Set([JSON.stringify(items[0]!.value)]))
    expect((await loadAnswer(table, auth, key))?.answer).toEqual(answers[0])
  })

  test('a shortlist with its supply is read again whole', async () => {
    const [table, auth] = [open(), newAuthority()]
    const homes = borough(40)
    const supply = await saveSupply(table, auth, homes)
    const {supply: __, ...inputs} = aMatchInput({authorityId: auth})
    const excluded = homes.map(({household}) => ({
      householdId: household.id,
      group: 'in-house' as const,
      breaches: [{rule: 'H2' as const, words: 'no place is free', source: 'terms'}],
    }))
    const counts = {considered: 40, options: 0, excluded: 40, byRule: {H2: 40}}
    const answer = {options: [], splits: [], nearlyPossible: [], counts, searchNext: [], eachChild: []}
    const id = randomUUID() as unknown as ShortlistId
    const head = {
      id,
      referralId: inputs.referral.id,
      referralVersion: 1,
      at: AT,
      by: 'officer',
      policy: {version: 1, order: 'none'} as const,
      supply,
    }
    expect(
      (await table.transact(saveShortlist(auth, {...head, inputs, shortlisted: {answer, excluded}}, AT))).ok,
    ).toBe(true)
    expect((await loadShortlist(table, auth, id))?.value).toEqual({...head, ...answer})
    expect(await loadExcluded(table, auth, id)).toEqual(excluded)
    expect(await loadShortlistInputs(table, auth, id)).toEqual(inputs)
    expect(await loadSupplySnapshot(table, auth, supply.fingerprint)).toEqual(homes)
  })

  test('64 callers who keep the same supply at once keep it once', async () => {
    const [table, auth] = [open(), newAuthority()]
    const homes = borough(5)
    const kept = await Promise.all(Array.from({length: 64}, () => saveSupply(table, auth, homes)))
    expect(new Set(kept.map(({fingerprint}) => fingerprint)).size).toBe(1)
    expect(await loadSupplySnapshot(table, auth, kept[0]!.fingerprint)).toEqual(homes)
  })
})

test('the supply of 320 households is read back equal, in at most two pages', async () => {
  const auth = newAuthority()
  const homes = borough(320)
  await bulkLoad(
    client,
    tableName,
    homes.flatMap(home => householdItems(auth, home, AT)),
  )
  let pages = 0
  client.middlewareStack.add(
    (next, context) => async args => {
      if (context['commandName'] === 'QueryCommand') pages++
      return next(args)
    },
    {step: 'initialize', name: 'countPages'},
  )
  expect(await loadSupply(dynamodbTable(client, tableName), auth)).toEqual(homes)
  client.middlewareStack.remove('countPages')
  expect(pages).toBeGreaterThanOrEqual(1)
  expect(pages).toBeLessThanOrEqual(2)
})

test('what was loaded in bulk and what was recorded one by one cannot be told apart', async () => {
  const [auth, table] = [newAuthority(), dynamodbTable(client, tableName)]
  const memory = memoryTable()
  const [child, household] = [aChild(), aHousehold()]
  await bulkLoad(client, tableName, [
    ...childItems(auth, child, AT),
    ...householdItems(auth, aHome(household), AT),
  ])
  await memory.transact([...createChild(auth, child, AT), ...createHousehold(auth, household, AT)])
  for (const pk of [
    `${auth}#children`,
    `${auth}#child-references`,
    `${auth}#households`,
    `${auth}#household-references`,
  ])
    expect(await table.queryAll({pk})).toEqual(await memory.queryAll({pk}))
  expect(await loadChild(table, auth, child.id)).toEqual(await loadChild(memory, auth, child.id))
})

test('the gazetteer answers for 150 postcodes at once', async () => {
  const gazetteerName = await makeGazetteer(client)
  const postcodes = Array.from({length: 150}, (_, n) => `SE${1 + Math.floor(n / 10)} ${n % 10}AA`)
  const at = (n: number) => ({easting: 530_000 + n, northing: 170_000 + n})
  await bulkLoad(
    client,
    gazetteerName,
    postcodes.map((postcode, n) => postcodeItem(postcode, at(n))),
  )
  const found = await loadPostcodes(dynamodbGazetteer(client, gazetteerName), [...postcodes, 'ZZ99 9ZZ'])
  expect(found.size).toBe(150)
  expect(found.get('SE3 7AA')).toEqual({postcode: 'SE3 7AA', ...at(27)})
})
