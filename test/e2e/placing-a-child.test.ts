import {randomUUID} from 'node:crypto'
import {describe, expect, it, vi} from 'vitest'
import {aChild, aHousehold, aReferral, ask, given, hearth} from './service.ts'

const officer = {as: 'placements-officer'} as const

const THREE_PLACES = {
  approval: {
    from: '2022-01-10',
    terms: {places: 3, ages: {from: 5, to: 16}, sexes: ['F', 'M', 'U'], kinds: ['short-term', 'long-term']},
  },
  bedrooms: ['one', 'two', 'three'].map(id => ({id, shareable: false, groundFloor: false})),
}

const aHome = async (facts: object = {}): Promise<string> =>
  (await given(201, 'POST', '/v1/households', {as: 'recruitment-officer', body: aHousehold(facts)})).id

async function aReferralFor(children = 1): Promise<{id: string; children: string[]}> {
  const siblingGroupId = randomUUID()
  const ids: string[] = []
  for (let n = 0; n < children; n++)
    ids.push((await given(201, 'POST', '/v1/children', {...officer, body: aChild({siblingGroupId})})).id)
  return given(201, 'POST', '/v1/referrals', {...officer, body: aReferral(ids)})
}

const tonight = async (householdId: string, night: string, to: string): Promise<string[]> => {
  const calendar = await given(200, 'GET', `/v1/households/${householdId}/calendar?from=${night}&to=${to}`)
  return calendar.places.map((place: {nights: {state: string}[]}) => place.nights[0]?.state)
}

describe('from a shortlist to a home', () => {
  it('is held while people telephone, placed from the hold, moved and ended', async () => {
    const [home, next] = [await aHome(), await aHome()]
    const referral = await aReferralFor()
    const placing = `/v1/referrals/${referral.id}`
    const hold = await given(201, 'POST', `${placing}/holds`, {...officer, body: {householdId: home}})
    expect(await tonight(home, '2027-02-01', '2027-02-02')).toEqual(['held', 'vacant'])

    const body = {householdId: home, startOn: '2027-02-01', holdId: hold.id}
    const {placements} = await given(201, 'POST', `${placing}/placements`, {...officer, body})
    expect(await tonight(home, '2027-02-01', '2027-02-02')).toEqual(['filled', 'vacant'])
    expect((await given(200, 'GET', `/v1/holds/${hold.id}`, officer)).state).toBe('placed')
    expect((await given(200, 'GET', placing, officer)).status).toBe('placed')
    const due = await given(200, 'GET', '/v1/due?until=2027-12-31&limit=200', officer)
    const kinds = due.items
      .filter((item: {about: {placementId?: string}}) => item.about.placementId === placements[0].id)
      .map((item: {kind: string}) => item.kind)
    expect(kinds).toEqual(['placement-notice', 'placement-plan'])

    const move = {householdId: next, on: '2027-03-01', reasonForChange: 'CARPL'}
    const moved = await given(201, 'POST', `/v1/placements/${placements[0].id}/move`, {
      ...officer,
      body: move,
    })
    expect(await tonight(home, '2027-03-01', '2027-03-02')).toEqual(['vacant', 'vacant'])
    expect(await tonight(next, '2027-03-01', '2027-03-02')).toEqual(['filled', 'vacant'])

    const end = {on: '2027-04-01', rec: 'E4A'}
    await given(200, 'POST', `/v1/placements/${moved.placements[1].id}/end`, {...officer, body: end})
    expect(await tonight(next, '2027-04-01', '2027-04-02')).toEqual(['vacant', 'vacant'])
    const childId = referral.children[0]
    const history = await given(200, 'GET', `/v1/placements?childId=${childId}`, officer)
    expect(history.items.map((each: {from: string; until: string}) => [each.from, each.until])).toEqual([
      ['2027-02-01', '2027-03-01'],
      ['2027-03-01', '2027-04-01'],
    ])
  })

  it('starts from the offer of an agency that was asked', async () => {
    const agencyId = 'URN-SC099999'
    const home = await aHome({provider: {type: 'ifa', agencyId}})
    const referral = await aReferralFor()
    const placing = `/v1/referrals/${referral.id}`
    const asked = await given(201, 'POST', `${placing}/approaches`, {...officer, body: {agencyId}})
    const offer = {householdId: home, weeklyCostPence: 95_000, validUntil: '2049-12-31T12:00:00.000Z'}
    await given(200, 'POST', `/v1/approaches/${asked.id}/answer`, {...officer, body: {answer: 'yes', offer}})
    const {offers} = await given(201, 'POST', `${placing}/shortlists`, {...officer, body: {limit: 200}})
    expect(offers).toMatchObject([{approachId: asked.id, agencyId, ...offer}])
    const body = {householdId: home, startOn: '2027-02-01', approachId: asked.id}
    const {placements} = await given(201, 'POST', `${placing}/placements`, {...officer, body})
    expect(placements).toMatchObject([{weeklyCostPence: 95_000, code: {place: 'U6', provider: 'PR4'}}])
  })
})

it('says that a hold expired, and frees the place before anybody says so', async () => {
  const home = await aHome()
  const [first, second] = [await aReferralFor(2), await aReferralFor(2)]
  const holding = (until: number) => ({
    ...officer,
    body: {householdId: home, until: new Date(Date.now() + until).toISOString()},
  })
  const hold = await given(201, 'POST', `/v1/referrals/${first.id}/holds`, holding(300))
  const expired = async () => (await given(200, 'GET', `/v1/holds/${hold.id}`, officer)).state === 'expired'
  await vi.waitUntil(expired, {timeout: 10_000})
  await given(201, 'POST', `/v1/referrals/${second.id}/holds`, holding(3_600_000))
  const told = async () => {
    await fetch(`${hearth.adminUrl}/schedules`, {method: 'PUT'})
    const carried = (await (await fetch(`${hearth.adminUrl}/events`)).json()) as {event: {detail: Told}}[]
    return carried.some(
      ({event: {detail}}) =>
        detail?.type === 'hearth.hold-expired.v1' && detail.subject === `hold/${hold.id}`,
    )
  }
  await vi.waitUntil(told, {timeout: 30_000, interval: 500})
  expect(await tonight(home, '2027-02-01', '2027-02-02')).toEqual(['held', 'held'])
})

interface Told {
  readonly type: string
  readonly subject: string
}

describe('64 callers at one moment', () => {
  const hold = async (householdId: string, children: number) => {
    const referrals = []
    for (let n = 0; n < 64; n++) referrals.push(await aReferralFor(children))
    return Promise.all(
      referrals.map(({id}) => ask('POST', `/v1/referrals/${id}/holds`, {...officer, body: {householdId}})),
    )
  }

  it.each([
    [1, 3],
    [2, 1],
  ])(
    'who each hold for %i: %i get their places, and all others hear what is true',
    async (children, most) => {
      const home = await aHome(THREE_PLACES)
      const answers = await hold(home, children)
      const held = answers.filter(({status}) => status === 201)
      expect(held).toHaveLength(most)
      for (const {status, json} of answers.filter(each => !held.includes(each))) {
        expect(status).toBe(409)
        expect(json.failed[0]).toMatchObject({rule: 'H5', places: 3, wanted: children})
      }
      const states = await tonight(home, '2027-02-01', '2027-02-02')
      expect(states.filter(state => state === 'held')).toHaveLength(most * children)
    },
  )

  it('who ask the same under one key hold once, and all hear the same', async () => {
    const home = await aHome()
    const {id} = await aReferralFor(2)
    const asked = {...officer, body: {householdId: home}, headers: {'idempotency-key': randomUUID()}}
    const answers = await Promise.all(
      Array.from({length: 64}, () => ask('POST', `/v1/referrals/${id}/holds`, asked)),
    )
    expect(answers.map(({status}) => status)).toEqual(answers.map(() => 201))
    expect(new Set(answers.map(({text}) => text)).size).toBe(1)
  })
})
