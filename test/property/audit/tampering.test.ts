import * as fc from 'fast-check'
import {expect, it} from 'vitest'
import type {AuthorityId} from '../../../domain/ids.ts'
import {ok} from '../../../domain/result.ts'
import {type Chains, commitWithEntry, openChains} from '../../../functions/store/audit.ts'
import {type Access, hashOf, type RecordName} from '../../../functions/store/audit-entry.ts'
import {verifyAuthority, verifyRecord} from '../../../functions/store/audit-verify.ts'
import {auditKeys} from '../../../functions/store/keys.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import type {Item, Key, Table} from '../../../functions/store/table.ts'

const AUTHORITY = 'E09000023' as AuthorityId
const RECORDS: readonly RecordName[] = ['child/a', 'child/b', 'household/c', 'referral/d']

const access = (records: readonly RecordName[], n: number): Access => ({
  at: `2026-11-23T09:30:${String(n).padStart(2, '0')}.000Z`,
  by: 'an-account',
  roles: ['placements-officer'],
  what: 'getChild',
  records,
  why: null,
  breakGlass: false,
  from: {ip: '192.0.2.7', requestId: String(n)},
  outcome: 'done',
})

/** Some processes, which take turns or not, and what each of their requests was about. */
const history = fc
  .array(fc.tuple(fc.nat({max: 2}), fc.subarray([...RECORDS], {minLength: 1})), {minLength: 2, maxLength: 25})
  .map(requests => requests.map(([process, records], n) => ({process, access: access(records, n)})))

async function written(requests: readonly {process: number; access: Access}[]) {
  const keys: Key[] = []
  const memory = memoryTable()
  const table: Table = {
    ...memory,
    transact: async writes => {
      const done = await memory.transact(writes)
      if (done.ok) keys.push(...writes.map(({key}) => key))
      return done
    },
  }
  const processes: readonly Chains[] = [openChains(), openChains(), openChains()]
  await Promise.all(
    processes.map(async (chains, n) => {
      for (const request of requests.filter(({process}) => process === n))
        expect(await commitWithEntry({table, audit: table, chains}, AUTHORITY, request.access, [])).toEqual(
          ok(undefined),
        )
    }),
  )
  return {table, keys}
}

const replaceWith = (table: Table, key: Key, put: Item) =>
  table.transact([{key, expect: 'present', put, refuse: () => null}])
const removeAt = (table: Table, key: Key) =>
  table.transact([{key, expect: 'present', remove: true, refuse: () => null}])

const renamed = ({value}: Item) => {
  const told = JSON.parse(String(value)) as object
  return JSON.stringify(
    'chain' in told && 'by' in told ? {...told, by: 'nobody'} : {...told, chain: 'another'},
  )
}

/** Each way in which somebody with the table in hand may cover something up. */
const TAMPERINGS: Readonly<Record<string, (table: Table, item: Item) => Promise<unknown>>> = {
  'is removed': removeAt,
  'is changed': (table, item) => replaceWith(table, item, {...item, value: renamed(item)}),
  'is changed and hashed anew': (table, item) => {
    const value = renamed(item)
    return replaceWith(table, item, {...item, value, hash: hashOf(value)})
  },
}

it('finds nothing where nobody has tampered, and counts every entry', async () => {
  await fc.assert(
    fc.asyncProperty(history, async requests => {
      const {table} = await written(requests)
      const processes = new Set(requests.map(({process}) => process))
      expect(await verifyAuthority(table, AUTHORITY)).toMatchObject({
        chains: processes.size,
        entries: requests.length,
        findings: [],
      })
      for (const record of RECORDS) {
        const named = requests.filter(request => request.access.records.includes(record))
        expect(await verifyRecord(table, AUTHORITY, record)).toMatchObject({
          entries: named.length,
          findings: [],
        })
      }
    }),
    {numRuns: 50},
  )
})

it.each(Object.entries(TAMPERINGS))(
  'finds any item that %s, as long as the ends are kept elsewhere',
  async (_, tamper) => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (requests, n) => {
        const {table, keys} = await written(requests)
        const {ends} = await verifyAuthority(table, AUTHORITY)
        const item = await table.get(keys[n % keys.length]!)
        await tamper(table, item!)
        const {findings} = await verifyAuthority(table, AUTHORITY, ends)
        expect(findings).not.toEqual([])
      }),
      {numRuns: 150},
    )
  },
)

it('names the place of an entry that was removed from between others', async () => {
  const requests = Array.from({length: 5}, (_, n) => ({process: 0, access: access(['child/a'], n)}))
  const {table} = await written(requests)
  const {ends} = await verifyAuthority(table, AUTHORITY)
  const {chain} = ends.at(-1)!
  await removeAt(table, auditKeys.entry.make({authorityId: AUTHORITY, auditChain: chain, link: 3}))
  expect((await verifyAuthority(table, AUTHORITY)).findings).toEqual([
    {chain, number: 3, problem: 'removed or moved'},
  ])
  expect((await verifyRecord(table, AUTHORITY, 'child/a')).findings).toEqual([
    {chain, number: 3, problem: 'removed or moved'},
    {chain, number: 3, problem: 'found from a record that it does not name'},
  ])
})
