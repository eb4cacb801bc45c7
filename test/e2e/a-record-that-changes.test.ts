import {describe, expect, it} from 'vitest'
import {aChild, aHousehold, aReferral, ask, given, hearth, uniqueReference} from './service.ts'

describe('a record that changes', () => {
  it('gives its old reference free, for a child and for a household', async () => {
    for (const [path, made] of [
      ['/v1/children', aChild()],
      ['/v1/households', aHousehold({home: {postcode: 'SE6 4RU'}})],
    ] as const) {
      const first = await ask('POST', path, {body: made})
      const put = {
        headers: {'if-match': first.headers.get('etag')!},
        body: {...made, reference: uniqueReference()},
      }
      const changed = await given(200, 'PUT', first.headers.get('location')!, put)
      expect(changed.version).toBe(2)
      await given(201, 'POST', path, {body: made})
      const late = await ask('PUT', first.headers.get('location')!, put)
      expect(late.status).toBe(412)
      expect(late.headers.get('etag')).toBe('"2"')
    }
  })

  it('lets a child be referred again once the referral is withdrawn', async () => {
    const child = await given(201, 'POST', '/v1/children', {body: aChild()})
    const facts = aReferral([child.id])
    const referral = await given(201, 'POST', '/v1/referrals', {body: facts})
    expect((await ask('POST', '/v1/referrals', {body: facts})).status).toBe(409)
    const withdrawn = {headers: {'if-match': '"1"'}, body: {...facts, status: 'withdrawn'}}
    await given(200, 'PUT', `/v1/referrals/${referral.id}`, withdrawn)
    expect((await ask('POST', `/v1/referrals/${referral.id}/shortlists`)).status).toBe(409)
    await given(201, 'POST', '/v1/referrals', {body: facts})
  })

  it('is told to the bus by reference, and nothing more', async () => {
    const child = await given(201, 'POST', '/v1/children', {body: aChild()})
    const referral = await given(201, 'POST', '/v1/referrals', {body: aReferral([child.id])})
    const event = await eventAbout(referral.id)
    expect(event).toContain('hearth.referral-opened.v1')
    for (const fact of [child.reference, '2016-05-04', 'BAFR', 'SE6']) expect(event).not.toContain(fact)
  })
})

/** Events reach the bus within moments; each look asks the bus anew. */
async function eventAbout(id: string): Promise<string> {
  for (;;) {
    const events = (await (await fetch(`${hearth.adminUrl}/events`)).json()) as readonly object[]
    const found = events.map(event => JSON.stringify(event)).find(text => text.includes(id))
    if (found) return found
  }
}
