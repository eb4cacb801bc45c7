import {describe, expect, it} from 'vitest'
import {aChild, aHousehold, aReferral, ask, given, hearth} from './service.ts'

const officer = {as: 'placements-officer'} as const

async function aReferredChild() {
  const child = await given(201, 'POST', '/v1/children', {...officer, body: aChild()})
  const referral = await given(201, 'POST', '/v1/referrals', {...officer, body: aReferral([child.id])})
  return {child, referral}
}

describe('a child who needs a home', () => {
  it('gets every considered home as an option or as excluded, each with its reasons', async () => {
    const near = await given(201, 'POST', '/v1/households', {as: 'recruitment-officer', body: aHousehold()})
    const tooYoung = await given(201, 'POST', '/v1/households', {
      as: 'recruitment-officer',
      body: aHousehold({
        approval: {
          from: '2022-01-10',
          terms: {places: 1, ages: {from: 0, to: 4}, sexes: ['F'], kinds: ['short-term']},
        },
      }),
    })
    const {referral} = await aReferredChild()
    const shortlist = await given(201, 'POST', `/v1/referrals/${referral.id}/shortlists`, {
      ...officer,
      body: {limit: 200},
    })
    const {considered, options, excluded} = shortlist.counts
    expect(considered).toBe(shortlist.supply.households)
    expect(options + excluded).toBe(considered)
    const option = shortlist.options.find((each: {householdId: string}) => each.householdId === near.id)
    expect(option).toMatchObject({group: 'in-house', distanceMiles: 0.3, approvals: []})
    const home = option.considerations.find((each: {name: string}) => each.name === 'locality.home')
    expect(home).toMatchObject({weight: 15, score: 1, known: true, words: '0.3 miles from home'})

    const all = await everyExcluded(shortlist.id)
    expect(all).toHaveLength(excluded)
    const refused = all.find(each => each.householdId === tooYoung.id)
    expect(refused?.breaches).toEqual([
      {rule: 'H2', words: 'approved for ages 0 to 4; the child is 10', source: 'SI 2010/959 reg 22'},
    ])
    const shown = new Set(shortlist.options.map((each: {householdId: string}) => each.householdId))
    expect(all.filter(each => shown.has(each.householdId))).toEqual([])
  })

  it('gets the same bytes again, for as long as the record is kept', async () => {
    const {referral} = await aReferredChild()
    const made = await ask('POST', `/v1/referrals/${referral.id}/shortlists`, officer)
    const path = made.headers.get('location')!
    await given(201, 'POST', '/v1/households', {body: aHousehold()})
    expect((await ask('GET', path, officer)).text).toBe(made.text)
    expect(await given(200, 'POST', `${path}/replay`, officer)).toEqual({identical: true})
    const listed = await given(200, 'GET', `/v1/referrals/${referral.id}/shortlists`, officer)
    expect(listed.items).toHaveLength(1)
  })

  it('is matched by the policy in force, whose version the shortlist names', async () => {
    const {referral} = await aReferredChild()
    const before = await ask('GET', '/v1/policy')
    const {id, version, createdAt, updatedAt, changedBy, ...policy} = before.json
    await given(428, 'PUT', '/v1/policy', {body: {...policy, reason: 'No in-house-first for a trial.'}})
    const change = {
      headers: {'if-match': before.headers.get('etag')!},
      body: {...policy, order: 'none', reason: 'No in-house-first for a trial.'},
    }
    const after = await given(200, 'PUT', '/v1/policy', change)
    expect(after.version).toBe(version + 1)
    await given(412, 'PUT', '/v1/policy', change)
    const shortlist = await given(201, 'POST', `/v1/referrals/${referral.id}/shortlists`)
    expect(shortlist.policy).toEqual({version: version + 1, order: 'none'})
    const restored = {
      headers: {'if-match': `"${after.version}"`},
      body: {...policy, reason: 'The trial is over.'},
    }
    await given(200, 'PUT', '/v1/policy', restored)
  })
})

describe('the sample borough', () => {
  it('has open referrals, most of which have an option', async () => {
    const made = []
    for (const id of hearth.referrals)
      made.push(await given(201, 'POST', `/v1/referrals/${id}/shortlists`, officer))
    const withOptions = made.filter(each => each.counts.options > 0 || each.eachChild.length > 0)
    expect(withOptions.length).toBeGreaterThan(made.length / 2)
  })
})

interface Excluded {
  readonly householdId: string
  readonly breaches: readonly object[]
}

async function everyExcluded(shortlistId: string): Promise<readonly Excluded[]> {
  const all: Excluded[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const page = await given(200, 'GET', `/v1/shortlists/${shortlistId}/excluded?limit=100${from}`, officer)
    all.push(...page.items)
    cursor = page.next
  }
  return all
}
