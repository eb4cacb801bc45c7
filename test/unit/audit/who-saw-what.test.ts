import {describe, expect, it} from 'vitest'
import {type Call, type InMemoryService, inMemoryService} from '../../../contracts/in-memory-service.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import {verifyAuthority} from '../../../functions/store/audit-verify.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import type {Table} from '../../../functions/store/table.ts'
import {
  borough,
  CHILD,
  given,
  HOUSEHOLD,
  ifMatch,
  officer,
  openedReferral,
  POSTCODES,
  problemIn,
} from '../http/a-borough.ts'

const LEWISHAM = 'E09000023'
const auditor = officer(LEWISHAM, 'auditor')

interface Entry {
  readonly what: string
  readonly by: string
  readonly outcome: string
  readonly records: readonly string[]
  readonly [fact: string]: unknown
}

/** What the auditor is shown of a record, oldest first. */
async function entriesOf(service: InMemoryService, record: string): Promise<readonly Entry[]> {
  const page = await given(service, 'listAudit', {query: {record, limit: '200'}, claims: auditor})
  return (page['items'] as readonly Entry[]).toReversed()
}
const whats = (entries: readonly Entry[]) => entries.map(({what, outcome}) => `${what} ${outcome}`)

describe('the audit of a child', () => {
  it('tells who recorded, read and changed it, when, why and from where', async () => {
    const service = borough()
    const child = await given(service, 'createChild', {body: CHILD})
    const params = {childId: child.id}
    await given(service, 'getChild', {
      params,
      claims: officer(LEWISHAM, 'placements-officer'),
      headers: {'x-reason': 'Duty call at 9.30'},
    })
    await given(service, 'changeChild', {params, ...ifMatch(1), body: {...CHILD, uasc: true}})
    const entries = await entriesOf(service, `child/${child.id}`)
    expect(whats(entries)).toEqual(['createChild done', 'getChild done', 'changeChild done'])
    expect(entries[1]).toMatchObject({
      at: '2026-11-23T09:30:00.000Z',
      by: 'an-account-in-E09000023',
      roles: ['placements-officer'],
      records: [`child/${child.id}`],
      why: 'Duty call at 9.30',
      breakGlass: false,
      from: {ip: '192.0.2.7', requestId: 'JKJaXmPLvHcESHA='},
    })
  })

  it('is found for each child that a list showed, and tells who looked at the audit itself', async () => {
    const service = borough()
    const children = []
    for (const n of [1, 2, 3])
      children.push(await given(service, 'createChild', {body: {...CHILD, reference: `LCS-${n}`}}))
    await given(service, 'listChildren', {query: {limit: '2'}})
    const seen = await Promise.all(children.map(({id}) => entriesOf(service, `child/${id}`)))
    expect(seen.map(entries => whats(entries).includes('listChildren done'))).toEqual([true, true, false])
    const again = await entriesOf(service, `child/${children[0]!.id}`)
    expect(again.at(-1)).toMatchObject({what: 'listAudit', by: auditor.sub})
  })

  it('tells of a shortlist what it showed, from the child, the referral and each household', async () => {
    const service = borough()
    const home = await given(service, 'createHousehold', {body: HOUSEHOLD})
    const referral = await openedReferral(service)
    const shortlist = await given(service, 'makeShortlist', {params: {referralId: referral.id}})
    await given(service, 'getShortlist', {params: {shortlistId: shortlist.id}})
    const [childId] = referral['children'] as readonly string[]
    for (const record of [
      `child/${childId}`,
      `referral/${referral.id}`,
      `household/${home.id}`,
      `shortlist/${shortlist.id}`,
    ]) {
      const entries = (await entriesOf(service, record)).filter(({what}) => what.endsWith('Shortlist'))
      expect([record, ...whats(entries)]).toEqual([record, 'makeShortlist done', 'getShortlist done'])
      for (const {shown} of entries) expect(shown).toEqual([{householdId: home.id, rank: 1}])
    }
  })

  it('holds references only, never a fact about a child', async () => {
    const service = borough()
    const child = await given(service, 'createChild', {
      body: {...CHILD, reference: 'LCS-CANARY', dob: '2015-03-19'},
    })
    await given(service, 'getChild', {params: {childId: child.id}})
    const text = JSON.stringify(await entriesOf(service, `child/${child.id}`))
    for (const fact of ['LCS-CANARY', '2015-03-19', 'SE6']) expect(text).not.toContain(fact)
  })

  it('pages, newest first, each entry once', async () => {
    const service = borough()
    const child = await given(service, 'createChild', {body: CHILD})
    for (let reads = 0; reads < 6; reads++) await given(service, 'getChild', {params: {childId: child.id}})
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query = {record: `child/${child.id}`, limit: '3', ...(cursor !== null && {cursor})}
      const page = await given(service, 'listAudit', {query, claims: auditor})
      seen.push(...(page['items'] as readonly Entry[]).map(({what}) => what))
      cursor = page['next'] as string | null
    } while (cursor !== null)
    expect(seen).toEqual([...Array(6).fill('getChild'), 'createChild'])
  })

  it("shows an auditor nothing of another authority's", async () => {
    const service = borough()
    const child = await given(service, 'createChild', {body: CHILD})
    const query = {record: `child/${child.id}`}
    const theirs = await given(service, 'listAudit', {query, claims: officer('E09000022', 'auditor')})
    expect(theirs['items']).toEqual([])
  })
})

describe('what was refused', () => {
  it('is on record too: a missing record, a stale change, and a caller without the scope', async () => {
    const service = borough()
    const child = await given(service, 'createChild', {body: CHILD})
    const params = {childId: child.id}
    await service.call('getChild', {params: {childId: '019ab000-0000-7000-8000-00000000abcd'}})
    await service.call('changeChild', {params, ...ifMatch(7), body: CHILD})
    await service.call('getChild', {params, claims: officer(LEWISHAM, 'analyst')})
    expect(whats(await entriesOf(service, 'child/019ab000-0000-7000-8000-00000000abcd'))).toEqual([
      'getChild not-found',
    ])
    expect(whats(await entriesOf(service, `child/${child.id}`))).toContain('changeChild precondition-failed')
    expect(whats(await entriesOf(service, 'caller/an-account-in-E09000023'))).toEqual(['getChild forbidden'])
  })

  it('is found from the household that was asked for, not from the referral alone', async () => {
    const service = borough()
    const referral = await openedReferral(service)
    const body = {householdId: '019ab000-0000-7000-8000-00000000abcd'}
    const reply = await service.call('holdPlaces', {params: {referralId: referral.id}, body})
    expect(reply.status).toBeGreaterThanOrEqual(400)
    const entries = await entriesOf(service, `household/${body.householdId}`)
    expect(entries).toMatchObject([
      {what: 'holdPlaces', records: [`referral/${referral.id}`, `household/${body.householdId}`]},
    ])
  })

  it('is a reason too long or empty to keep', async () => {
    const service = borough()
    const reply = await service.call('listChildren', {headers: {'x-reason': 'x'.repeat(501)}})
    expect(problemIn(reply).errors).toMatchObject([{in: 'header', pointer: '/x-reason'}])
  })
})

describe('an answer that is given again under its key', () => {
  it('is a read like any other', async () => {
    const service = borough()
    const post: Call = {body: CHILD, headers: {'idempotency-key': 'one'}}
    const child = await given(service, 'createChild', post)
    await given(service, 'createChild', post)
    expect(whats(await entriesOf(service, `child/${child.id}`))).toEqual([
      'createChild done',
      'createChild repeated',
    ])
  })
})

describe('when no entry can be written', () => {
  /** A table that takes no entry once it is told so. */
  function failing() {
    const table = memoryTable()
    const state = {fails: false}
    const strict: Table = {
      ...table,
      transact: async writes => {
        if (state.fails && writes.some(write => write.table === 'audit')) throw new Error('no audit table')
        return table.transact(writes)
      },
    }
    return {state, service: inMemoryService({table: strict, postcodes: POSTCODES})}
  }

  it('nothing is read, refused or written', async () => {
    const {state, service} = failing()
    const child = await given(service, 'createChild', {body: CHILD})
    const params = {childId: child.id}
    state.fails = true
    for (const reply of [
      await service.call('getChild', {params}),
      await service.call('listChildren'),
      await service.call('getChild', {params: {childId: '019ab000-0000-7000-8000-00000000abcd'}}),
      await service.call('getChild', {params, claims: officer(LEWISHAM, 'analyst')}),
    ]) {
      expect(problemIn(reply)).toMatchObject({status: 503, type: '/problems#not-audited'})
      expect(reply.text).not.toContain('LCS-1')
    }
    expect(
      (await service.call('changeChild', {params, ...ifMatch(1), body: {...CHILD, uasc: true}})).status,
    ).toBe(500)
    state.fails = false
    expect(await given(service, 'getChild', {params})).toMatchObject({version: 1})
    expect(await verifyAuthority(service.surroundings.audit, LEWISHAM as AuthorityId)).toMatchObject({
      findings: [],
    })
  })
})
