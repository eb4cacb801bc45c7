import {expect, it} from 'vitest'
import {CHILD, given, officer, REFERRAL} from './a-borough.ts'
import {APPROVAL, type ARecruitment, aRecruitment, TERMS} from './a-recruitment.ts'

const manager = {claims: officer('E09000023')}
const recruiter = {claims: officer('E09000023', 'recruitment-officer')}

/** Carers with two places; nobody has come to them yet. */
async function approved(): Promise<ARecruitment & {readonly householdId: string}> {
  const recruitment = await aRecruitment()
  const bedrooms = ['blue', 'attic'].map(id => ({id, shareable: false, groundFloor: false}))
  await recruitment.record({
    ...APPROVAL,
    terms: {...TERMS, places: 2},
    home: {...APPROVAL.home, bedrooms},
  })
  const {householdId} = await recruitment.shown()
  return {...recruitment, householdId: householdId!}
}

/** Starts a placement and says which. */
async function place({service, householdId}: Awaited<ReturnType<typeof approved>>, startOn: string) {
  const body = {...CHILD, reference: `LCS-${startOn}`}
  const child = await given(service, 'createChild', {...manager, body})
  const referral = await given(service, 'openReferral', {
    ...manager,
    body: {...REFERRAL, children: [child.id], neededFrom: startOn},
  })
  const {placements} = (await given(service, 'startPlacement', {
    ...manager,
    params: {referralId: referral.id},
    body: {householdId, startOn},
  })) as unknown as {placements: {id: string}[]}
  return placements[0]!.id
}

it('follows from the first placement that starts in the home, without anybody recording it', async () => {
  const home = await approved()
  const {service, shown} = home
  const before = await shown()
  expect(before).toMatchObject({firstPlacementOn: null, stage: 'approved'})
  const second = await place(home, '2026-11-02')
  expect(await shown()).toEqual({...before, firstPlacementOn: '2026-11-02'})
  // Recorded later, begun earlier.
  const first = await place(home, '2026-10-12')
  expect(await shown()).toEqual({...before, firstPlacementOn: '2026-10-12'})

  const {items} = (await given(service, 'listApplications', recruiter)) as unknown as {items: object[]}
  expect(items).toMatchObject([{firstPlacementOn: '2026-10-12'}])
  for (const [asAt, firstPlacements] of [
    ['2026-10-11', 0],
    ['2026-10-12', 1],
    ['2026-11-23', 1],
  ] as const)
    expect(await given(service, 'getFunnel', {...recruiter, query: {asAt}})).toMatchObject({
      all: {firstPlacements},
      cohorts: [{firstPlacements}],
    })
  expect((await service.call('exportEnquiries', recruiter)).text).toContain(',2026-10-12,')

  // Its days are put right, the other placement ends: it stays the earliest that is known.
  await given(service, 'correctPlacement', {
    ...manager,
    params: {placementId: first},
    body: {from: '2026-10-14', until: null, reason: 'The child came on the 14th.'},
  })
  await given(service, 'endPlacement', {
    ...manager,
    params: {placementId: second},
    body: {on: '2026-11-10', rec: 'E4A'},
  })
  expect(await shown()).toEqual({...before, firstPlacementOn: '2026-10-14'})
})

it('is shown by every answer about the application, and is nothing that can be recorded', async () => {
  const home = await approved()
  await place(home, '2026-11-02')
  expect((await home.record({kind: 'induction', on: '2026-11-10'})).json).toMatchObject({
    stage: 'inducted',
    firstPlacementOn: '2026-11-02',
  })
  expect((await home.record({kind: 'first-placement', on: '2026-11-02'})).status).toBe(422)
})
