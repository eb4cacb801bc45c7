import {expect, it} from 'vitest'
import type {Child} from '../../../domain/child/child.ts'
import type {Household} from '../../../domain/household/household.ts'
import type {Occupancy} from '../../../domain/household/occupancy.ts'
import type {AuthorityId, ChildId, OccupancyId, ReferralId, SiblingGroupId} from '../../../domain/ids.ts'
import {loadSiblings} from '../../../functions/http/placements/siblings.ts'
import * as children from '../../../functions/store/children.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {openReferral} from '../../../functions/store/referrals.ts'
import {whereaboutsItem} from '../../../functions/store/whereabouts.ts'
import {aPlacement, whereaboutsOf} from '../../support/placements.ts'

const AUTHORITY = 'E09000023' as AuthorityId
const NOW = '2026-11-23T09:30:00.000Z'
const TODAY = '2026-11-23'
const GROUP = 'SG-1' as SiblingGroupId
const HOME = {postcode: null, easting: 535400, northing: 172900}

const child = (id: string, siblingGroupId: SiblingGroupId | null = GROUP): Child => ({
  id: id as ChildId,
  reference: `LCS-${id}`,
  dob: '2015-06-01',
  sex: 'F',
  siblingGroupId,
})

async function tableWith(...known: readonly Child[]) {
  const table = memoryTable()
  for (const each of known) await table.transact(children.createChild(AUTHORITY, each, NOW))
  return table
}

const home = (occupancy: Partial<Occupancy>) => ({
  household: {id: 'home-1', home: HOME} as unknown as Household,
  calendar: [
    {
      id: 'stay-1' as OccupancyId,
      kind: 'placement' as const,
      from: '2026-01-01',
      until: null,
      bedroomId: null,
      occupant: {
        childId: 'sister' as ChildId,
        dob: '2015-06-01',
        sex: 'F' as const,
        siblingGroupId: GROUP,
        responsibleAuthorityId: AUTHORITY,
        notWith: [],
        mayNotShare: false,
      },
      ...occupancy,
    },
  ],
})

const referred = child('referred')

it('finds a sister by the place that she fills', async () => {
  const table = await tableWith(referred)
  const siblings = await loadSiblings(table, AUTHORITY, [referred], [home({})], TODAY)
  expect(siblings).toEqual({
    referred: [{childId: 'sister', livesAt: {easting: 535400, northing: 172900, householdId: 'home-1'}}],
  })
})

it.each([
  ['has left it', {until: TODAY}],
  ['is only coming', {from: '2026-11-24'}],
  ['is only on a respite stay', {kind: 'respite' as const}],
])('takes no home for hers that she %s', async (_, occupancy) => {
  const siblings = await loadSiblings(
    await tableWith(referred),
    AUTHORITY,
    [referred],
    [home(occupancy)],
    TODAY,
  )
  expect(siblings).toEqual({referred: []})
})

it('finds a brother by his current placement, in whatever setting', async () => {
  const brother = child('brother')
  const table = await tableWith(referred, brother)
  const placement = aPlacement({
    childId: brother.id,
    householdId: null,
    occupancyId: null,
    setting: {name: 'a home', urn: null},
    code: {place: 'K2', provider: 'PR4'},
    location: HOME,
  })
  const put = whereaboutsItem(AUTHORITY, whereaboutsOf(placement), NOW)
  await table.transact([{key: {pk: put.pk, sk: put.sk}, expect: 'absent', put, refuse: () => null}])
  const siblings = await loadSiblings(table, AUTHORITY, [referred], [], TODAY)
  expect(siblings).toEqual({
    referred: [{childId: 'brother', livesAt: {easting: 535400, northing: 172900, householdId: null}}],
  })
})

it('counts a brother who is referred as one without a home yet, and leaves out one who is neither placed nor referred', async () => {
  const [sought, atHome] = [child('sought'), child('at-home')]
  const table = await tableWith(referred, sought, atHome)
  const referral = {
    id: 'r-2' as ReferralId,
    children: [sought.id],
    urgency: 'planned',
    kind: 'short-term',
    neededFrom: '2026-12-01',
    expectedUntil: null,
    siblings: 'together',
  } as const
  await table.transact(openReferral(AUTHORITY, referral, NOW, 'an account'))
  const siblings = await loadSiblings(table, AUTHORITY, [referred], [], TODAY)
  expect(siblings).toEqual({referred: [{childId: 'sought', livesAt: null}]})
})

it('takes nobody for a sibling who is of the same referral, of another group, or of none', async () => {
  const [together, stranger] = [child('together'), child('stranger', 'SG-2' as SiblingGroupId)]
  const table = await tableWith(referred, together, stranger)
  expect(await loadSiblings(table, AUTHORITY, [referred, together], [], TODAY)).toEqual({
    referred: [],
    together: [],
  })
  const alone = child('alone', null)
  expect(await loadSiblings(table, AUTHORITY, [alone], [home({})], TODAY)).toEqual({})
})
