import {beforeAll, expect, it} from 'vitest'
import type * as z from 'zod'
import {inMemoryService, type ServedRoute} from '../../contracts/in-memory-service.ts'
import {childBody} from '../../functions/http/schemas/child.ts'
import {householdBody} from '../../functions/http/schemas/household.ts'
import {referralBody} from '../../functions/http/schemas/referral.ts'
import {childItems} from '../../functions/store/children.ts'
import {householdItems} from '../../functions/store/households.ts'
import {referralItems} from '../../functions/store/referrals.ts'
import {whereaboutsItem} from '../../functions/store/whereabouts.ts'
import {makeBorough} from '../../sample/borough.ts'
import {whereaboutsOf} from '../support/placements.ts'

const NOW = '2026-11-23T09:30:00.000Z'
const borough = makeBorough({seed: 7, children: 470, today: '2026-11-23'})
const service = inMemoryService({now: () => NOW})
const claims = {authority: borough.authorityId, sub: 'an-account', roles: '[placements-manager]', scope: ''}

beforeAll(async () => {
  const auth = borough.authorityId
  const items = [
    ...borough.children.flatMap(child => childItems(auth, child, NOW)),
    ...borough.homes.flatMap(home => householdItems(auth, home, NOW)),
    ...borough.placements.map(placement => whereaboutsItem(auth, whereaboutsOf(placement), NOW)),
    ...borough.referrals.flatMap(referral => referralItems(auth, referral, NOW, 'sample')),
  ]
  for (const put of items)
    await service.surroundings.table.transact([
      {key: {pk: put.pk, sk: put.sk}, expect: 'absent', put, refuse: () => null},
    ])
})

/** What is at fault with a record, had it come over HTTP. */
const faults = (schema: z.ZodType, {id, ...facts}: object & {readonly id: string}) =>
  (schema.safeParse(facts).error?.issues ?? []).map(issue => ({id, ...issue}))

it('could have come over HTTP: every child, household and referral of the sample keeps the contract', () => {
  expect(borough.children.flatMap(child => faults(childBody, child))).toEqual([])
  expect(borough.homes.flatMap(({household}) => faults(householdBody, household))).toEqual([])
  expect(borough.referrals.flatMap(referral => faults(referralBody, referral))).toEqual([])
})

it.each<ServedRoute>(['listChildren', 'listHouseholds', 'listReferrals'])(
  'is shown whole by %s, page by page',
  async route => {
    let listed = 0
    for (let cursor: string | null = ''; cursor !== null; ) {
      const reply = await service.call(route, {claims, query: {limit: '200', ...(cursor && {cursor})}})
      expect(reply.status).toBe(200)
      const page = reply.json as {readonly items: readonly unknown[]; readonly next: string | null}
      listed += page.items.length
      cursor = page.next
    }
    const {children, homes, referrals} = borough
    expect(listed).toBe(
      {listChildren: children, listHouseholds: homes, listReferrals: referrals}[route as string]?.length,
    )
  },
)

it.each(
  borough.referrals.map(({id, kind, urgency, children}) => ({id, kind, urgency, children: children.length})),
)(
  'gives the $urgency $kind referral of $children a shortlist that keeps the contract and replays to the same bytes',
  async ({id}) => {
    const made = await service.call('makeShortlist', {claims, params: {referralId: id}})
    expect(made.status).toBe(201)
    const {id: shortlistId, counts} = made.json as {id: string; counts: Record<string, number>}
    expect(counts['considered']).toBe(counts['options']! + counts['excluded']!)
    const read = await service.call('getShortlist', {claims, params: {shortlistId}})
    expect(read.text).toBe(made.text)
    const replay = await service.call('replayShortlist', {claims, params: {shortlistId}})
    expect(replay.json).toEqual({identical: true})
    const excluded = await service.call('listExcluded', {
      claims,
      params: {shortlistId},
      query: {limit: '200'},
    })
    expect(excluded.status).toBe(200)
  },
)
