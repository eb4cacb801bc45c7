import {ListTablesCommand} from '@aws-sdk/client-dynamodb'
import {describe, expect, it} from 'vitest'
import type {AuthorityId} from '../../domain/ids.ts'
import {verifyAuthority} from '../../functions/store/audit-verify.ts'
import {documentClient} from '../../functions/store/client.ts'
import {dynamodbTable} from '../../functions/store/dynamodb-table.ts'
import {aChild, aHousehold, aReferral, ask, given, hearth} from './service.ts'

interface Entry {
  readonly what: string
  readonly outcome: string
  readonly [fact: string]: unknown
}

/** Oldest first, without the looks at the audit itself. */
async function entriesOf(record: string): Promise<readonly Entry[]> {
  const path = `/v1/audit?record=${encodeURIComponent(record)}&limit=200`
  const {items} = await given(200, 'GET', path, {as: 'auditor'})
  return (items as readonly Entry[]).filter(({what}) => what !== 'listAudit').toReversed()
}
const whats = (entries: readonly Entry[]) => entries.map(({what, outcome}) => `${what} ${outcome}`)

describe('the audit', () => {
  it('tells who read and wrote the record of a child, and the shortlist that was shown', async () => {
    const child = await given(201, 'POST', '/v1/children', {body: aChild()})
    await given(200, 'GET', `/v1/children/${child.id}`, {
      as: 'placements-officer',
      headers: {'x-reason': 'Strategy meeting today'},
    })
    const referral = await given(201, 'POST', '/v1/referrals', {body: aReferral([child.id])})
    const shortlist = await given(201, 'POST', `/v1/referrals/${referral.id}/shortlists`)
    const entries = await entriesOf(`child/${child.id}`)
    expect(whats(entries)).toEqual([
      'createChild done',
      'getChild done',
      'openReferral done',
      'makeShortlist done',
    ])
    expect(entries[1]).toMatchObject({roles: ['placements-officer'], why: 'Strategy meeting today'})
    expect(entries[1]!['from']).toMatchObject({ip: expect.stringMatching(/127\.0\.0\.1$/)})
    expect(entries[3]!['shown']).toEqual(
      shortlist.options.map(({householdId, rank}: Entry) => ({householdId, rank})),
    )
  })

  it('tells of each list which children it showed, as many as a list may have', async () => {
    const {items} = await given(200, 'GET', '/v1/children?limit=200')
    expect(items.length).toBeGreaterThan(98)
    for (const {id} of [items[0], items.at(-1)])
      expect(whats(await entriesOf(`child/${id}`))).toContain('listChildren done')
  })

  it('tells who was refused, and is itself for auditors alone', async () => {
    const child = await given(201, 'POST', '/v1/children', {body: aChild()})
    expect((await ask('GET', `/v1/children/${child.id}`, {as: 'analyst'})).status).toBe(403)
    expect((await ask('GET', `/v1/audit?record=child/${child.id}`)).status).toBe(403)
    const {sub} = JSON.parse(
      atob(hearth.tokens.analyst.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/')),
    )
    expect(whats(await entriesOf(`caller/${sub}`))).toContain('getChild forbidden')
  })

  it('keeps the address of a confidential household behind glass, and tells who broke it', async () => {
    const made = await given(201, 'POST', '/v1/households', {body: aHousehold({confidential: true})})
    const path = `/v1/households/${made.id}`
    expect(await given(200, 'GET', path, {as: 'placements-officer'})).toMatchObject({home: null})
    const headers = {'x-break-glass': 'The child is on the way there'}
    const seen = await given(200, 'GET', path, {as: 'placements-officer', headers})
    expect(seen.home).toEqual(made.home)
    const entries = await entriesOf(`household/${made.id}`)
    expect(entries.map(({breakGlass}) => breakGlass)).toEqual([false, false, true])
    const {items} = await given(200, 'GET', '/v1/households?limit=200', {as: 'recruitment-officer'})
    expect(items.find(({id}: {id: string}) => id === made.id).home).toEqual(made.home)
  })

  it('stands as it was written, whatever the tests before have done', async () => {
    const client = documentClient({
      endpoint: hearth.databaseUrl,
      region: 'eu-west-2',
      credentials: {accessKeyId: 'verify', secretAccessKey: 'local'},
    })
    const {TableNames = []} = await client.send(new ListTablesCommand())
    const audit = dynamodbTable(client, TableNames.find(name => name.includes('AuditTable'))!)
    const {entries, findings} = await verifyAuthority(audit, hearth.authorityId as AuthorityId)
    expect(entries).toBeGreaterThan(10)
    expect(findings).toEqual([])
    client.destroy()
  })
})
