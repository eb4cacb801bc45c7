import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeAll, describe, expect, inject, test} from 'vitest'
import type {AuthorityId} from '../../../domain/ids.ts'
import {ok} from '../../../domain/result.ts'
import {commitWithEntry, type Ledger, loadEntries, openChains} from '../../../functions/store/audit.ts'
import type {Access, RecordName} from '../../../functions/store/audit-entry.ts'
import {verifyAuthority, verifyRecord} from '../../../functions/store/audit-verify.ts'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import {auditKeys} from '../../../functions/store/keys.ts'
import type {Item, Write} from '../../../functions/store/table.ts'
import {localClient, makeTable} from './tables.ts'

const client = localClient()
let names: {readonly records: string; readonly audit: string}

/** A process of its own over the two tables. */
const process = (): Ledger => ({
  table: dynamodbTable(client, names),
  audit: dynamodbTable(client, names.audit),
  chains: openChains(),
})
let authorities = 0
const newAuthority = () => `E0900${String(++authorities).padStart(4, '0')}` as AuthorityId
const child = (n: number): RecordName => `child/${String(n).padStart(3, '0')}`

const access = (records: readonly RecordName[], second = 0): Access => ({
  at: new Date(Date.UTC(2026, 10, 23, 9, 30, second)).toISOString(),
  by: 'an-account',
  roles: ['placements-officer'],
  what: 'getChild',
  records,
  why: null,
  breakGlass: false,
  from: {ip: '192.0.2.7', requestId: 'JKJaXmPLvHcESHA='},
  outcome: 'done',
})
const PAGE = {limit: 200, cursor: null}

const item: Item = {pk: 'a-record', sk: 'x', type: 'test', schema: 1, version: 1}
const putItem = (expect: Write<string>['expect']): Write<string> => ({
  key: {pk: item.pk, sk: item.sk},
  expect,
  put: item,
  refuse: () => 'refused',
})

beforeAll(async () => {
  names = {records: await makeTable(client), audit: await makeTable(client)}
})

describe('an entry', () => {
  test('goes into the table of the audit in the transaction of its state, and with it or not at all', async () => {
    const [auth, ledger] = [newAuthority(), process()]
    expect(await commitWithEntry(ledger, auth, access([child(1)]), [putItem('absent')])).toEqual(
      ok(undefined),
    )
    expect(await commitWithEntry(ledger, auth, access([child(1)]), [putItem('absent')])).toMatchObject({
      error: 'refused',
    })
    expect(await commitWithEntry(ledger, auth, access([child(1)], 1), [])).toEqual(ok(undefined))
    const {items} = await loadEntries(ledger.audit, auth, child(1), PAGE)
    expect(items.map(({number}) => number)).toEqual([2, 1])
    expect(await dynamodbTable(client, names.records).queryAll({pk: items[0]!.chain})).toEqual([])
    expect(await verifyAuthority(ledger.audit, auth)).toMatchObject({chains: 1, entries: 2, findings: []})
  })

  test('is found from each of 200 records of one list', async () => {
    const [auth, ledger] = [newAuthority(), process()]
    const records = Array.from({length: 200}, (_, n) => child(n))
    await commitWithEntry(ledger, auth, access(records), [])
    for (const record of [child(0), child(98), child(199)])
      expect((await loadEntries(ledger.audit, auth, record, PAGE)).items).toHaveLength(1)
    expect(await verifyAuthority(ledger.audit, auth)).toMatchObject({entries: 3, findings: []})
  })

  test('keeps nobody waiting: 20 processes tell of one household 100 times, and no entry is lost', async () => {
    const auth = newAuthority()
    const processes = Array.from({length: 20}, process)
    await Promise.all(
      processes.map(async ledger => {
        for (let n = 0; n < 5; n++) await commitWithEntry(ledger, auth, access(['household/hot'], n), [])
      }),
    )
    const {audit} = process()
    expect((await loadEntries(audit, auth, 'household/hot', PAGE)).items).toHaveLength(100)
    expect(await verifyAuthority(audit, auth)).toMatchObject({chains: 20, entries: 100, findings: []})
  })
})

describe('the command', () => {
  const verify = (auth: string, ...more: readonly string[]): string => {
    const args = [
      'tools/verify-audit.ts',
      '--endpoint',
      inject('dynamodb'),
      '--table',
      names.audit,
      '--authority',
      auth,
    ]
    try {
      return execFileSync(globalThis.process.execPath, [...args, ...more], {encoding: 'utf8'})
    } catch (error) {
      return (error as {readonly stdout: string}).stdout
    }
  }

  test('says that all stands, and afterwards what was cut off or removed', async () => {
    const [auth, ledger] = [newAuthority(), process()]
    for (let n = 0; n < 4; n++) await commitWithEntry(ledger, auth, access([child(n % 2)], n), [])
    const directory = mkdtempSync(join(tmpdir(), 'hearth-audit-'))
    const kept = join(directory, 'ends.json')
    expect(verify(auth, '--keep', kept)).toBe('4 entries on 1 chains stand as they were written.\n')
    expect(verify(auth, '--record', child(1))).toBe('2 entries on 1 chains stand as they were written.\n')

    const [newest] = (await loadEntries(ledger.audit, auth, child(1), PAGE)).items
    const key = auditKeys.entry.make({authorityId: auth, auditChain: newest!.chain, link: newest!.number})
    await ledger.audit.transact([{key, expect: 'present', remove: true, refuse: () => null}])
    expect(verify(auth)).toContain('stand as they were written')
    expect(verify(auth, '--since', kept)).toContain(`${newest!.chain}/4: removed from the end`)
    expect((await verifyRecord(ledger.audit, auth, child(1))).findings).toHaveLength(1)
    rmSync(directory, {recursive: true})
  })
})
