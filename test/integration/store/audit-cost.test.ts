import {readFileSync} from 'node:fs'
import {PutCommand} from '@aws-sdk/lib-dynamodb'
import {beforeAll, expect, test} from 'vitest'
import type {AuthorityId} from '../../../domain/ids.ts'
import {commitWithEntry, openChains} from '../../../functions/store/audit.ts'
import type {Access, RecordName} from '../../../functions/store/audit-entry.ts'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import type {Table} from '../../../functions/store/table.ts'
import {uuid} from './borough.ts'
import {localClient, makeTable} from './tables.ts'

const AUTHORITY = 'E09000023' as AuthorityId
const client = localClient()
const chains = openChains()
let table: Table
let mirror: string
let units = 0

/** A step of a transaction takes twice what the same put takes alone (cost.test.ts says why that is measured apart). */
const counting = (real: Table): Table => ({
  ...real,
  transact: async writes => {
    for (const {put} of writes) {
      const {ConsumedCapacity: told} = await client.send(
        new PutCommand({TableName: mirror, Item: put, ReturnConsumedCapacity: 'TOTAL'}),
      )
      units += 2 * told!.CapacityUnits!
    }
    return real.transact(writes)
  },
})

beforeAll(async () => {
  table = counting(dynamodbTable(client, await makeTable(client)))
  mirror = await makeTable(client)
})

const names = (kind: 'child' | 'household', count: number): readonly RecordName[] =>
  Array.from({length: count}, (_, n): RecordName => `${kind}/${uuid(n)}`)

const access = (what: string, records: readonly RecordName[], more: Partial<Access> = {}): Access => ({
  at: '2026-11-23T09:30:00.000Z',
  by: '5f0c7a52-0d5c-4a52-9a55-c1f0a8d3e7b1',
  roles: ['placements-officer'],
  what,
  records,
  why: 'Strategy meeting today',
  breakGlass: false,
  from: {ip: '192.0.2.7', requestId: 'JKJaXmPLvHcESHA='},
  outcome: 'done',
  ...more,
})
const options = names('household', 10)
const shown = options.map((name, n) => ({householdId: name.slice('household/'.length), rank: n + 1}))

const ACCESSES: Readonly<Record<string, Access>> = {
  'the first of a process': access('getChild', names('child', 1)),
  'one record': access('getChild', names('child', 1)),
  'a list of 50': access('listChildren', names('child', 50)),
  'a list of 200': access('listChildren', names('child', 200)),
  'a shortlist of 10 options for one child': access(
    'makeShortlist',
    [`shortlist/${uuid(1)}`, `referral/${uuid(2)}`, ...names('child', 1), ...options],
    {shown},
  ),
}

/** Rows of the table of what entries cost: | access | write units | what is written |. */
const documented = Object.fromEntries(
  [
    ...readFileSync(new URL('../../../docs/data-model.md', import.meta.url), 'utf8').matchAll(
      /^\| entry of ([^|]+) \| (\d+) \|/gm,
    ),
  ].map(([, what, written]) => [what!, Number(written)]),
)

test('every entry costs what the data model says', async () => {
  const measured: Record<string, number> = {}
  for (const [what, told] of Object.entries(ACCESSES)) {
    units = 0
    expect(await commitWithEntry({table, audit: table, chains}, AUTHORITY, told, [])).toMatchObject({
      ok: true,
    })
    measured[what] = units
  }
  expect(measured).toEqual(documented)
})
