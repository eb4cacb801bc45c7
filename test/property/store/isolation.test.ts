import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {
  AuthorityId,
  ChildId,
  HouseholdId,
  ReferralId,
  ShortlistId,
  SiblingGroupId,
} from '../../../domain/ids.ts'
import {defaultPolicy} from '../../../domain/matching/default-policy.ts'
import {loadCalendar} from '../../../functions/store/calendars.ts'
import {
  childrenOfSiblingGroup,
  createChild,
  listChildren,
  loadChild,
  loadChildren,
} from '../../../functions/store/children.ts'
import {
  createHousehold,
  listHouseholds,
  loadHousehold,
  loadSupply,
} from '../../../functions/store/households.ts'
import {loadAnswer, rememberAnswer} from '../../../functions/store/idempotency.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {changePolicy, loadPolicy} from '../../../functions/store/policies.ts'
import {listReferrals, loadReferral, openReferral, openReferrals} from '../../../functions/store/referrals.ts'
import {
  listShortlists,
  loadExcluded,
  loadShortlist,
  loadShortlistInputs,
  saveShortlist,
} from '../../../functions/store/shortlists.ts'
import {putRecord} from '../../../functions/store/steps.ts'
import {loadSupplySnapshot, saveSupply} from '../../../functions/store/supply.ts'
import type {Table} from '../../../functions/store/table.ts'
import {loadWhereabouts, whereaboutsItem} from '../../../functions/store/whereabouts.ts'
import {aChild, aHome, aHousehold, aMatchInput, aReferral} from '../../support/matching.ts'
import {aPlacement, whereaboutsOf} from '../../support/placements.ts'

const AT = '2026-11-23T09:30:00.000Z'
const PAGE = {limit: 50, cursor: null}

/** Ids and authorities that try to reach into each other's keys. */
const wild = fc.oneof(
  fc.constantFrom(
    'E09000023',
    'E09000023#children',
    'E0900002',
    '#',
    '%23',
    'E09000023#',
    'children',
    'answer',
    'open-referrals',
  ),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 12}),
)
const world = fc.record({
  mine: wild,
  theirs: wild,
  id: wild,
  reference: wild,
  group: wild,
  key: wild,
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

/** One record of every kind, under these ids. Gives the fingerprint of the kept supply. */
async function recordEverything(
  table: Table,
  auth: AuthorityId,
  {id, reference, group, key}: World,
): Promise<string> {
  const child = aChild({id: id as ChildId, reference, siblingGroupId: group as SiblingGroupId})
  const household = aHousehold({id: id as HouseholdId, reference})
  const referral = aReferral({id: id as ReferralId, children: [child.id]})
  const {fingerprint} = await saveSupply(table, auth, [aHome(household)])
  const {supply: _, ...inputs} = aMatchInput({authorityId: auth})
  const answer = {
    options: [],
    splits: [],
    nearlyPossible: [],
    counts: {considered: 0, options: 0, excluded: 0, byRule: {}},
    searchNext: [],
    eachChild: [],
  }
  const done = await table.transact([
    ...createChild(auth, child, AT),
    ...createHousehold(auth, household, AT),
    ...openReferral(auth, referral, AT, 'officer'),
    ...changePolicy(auth, 0, defaultPolicy(auth), 'manager', 'to start', AT),
    ...saveShortlist(
      auth,
      {
        id: id as ShortlistId,
        referralId: referral.id,
        referralVersion: 1,
        at: AT,
        by: 'officer',
        policy: {version: 1, order: 'none'},
        supply: {fingerprint, households: 1},
        inputs,
        shortlisted: {answer, excluded: []},
      },
      AT,
    ),
    putRecord(
      whereaboutsItem(
        auth,
        whereaboutsOf(aPlacement({childId: child.id, householdId: household.id, authorityId: auth})),
        AT,
      ),
      'child',
    ),
    rememberAnswer(auth, key, 'hash', {status: 201, headers: {}, body: 'secret'}, AT),
  ])
  expect(done).toEqual({ok: true, value: undefined})
  return fingerprint
}

/** Every way there is to read a record, tried with what the other authority's records are known by. */
const everyRead = (table: Table, auth: AuthorityId, {id, group, key}: World, fingerprint: string) =>
  Promise.all([
    loadChild(table, auth, id as ChildId),
    loadChildren(table, auth, [id as ChildId]),
    listChildren(table, auth, PAGE).then(page => page.items),
    childrenOfSiblingGroup(table, auth, group as SiblingGroupId),
    loadHousehold(table, auth, id as HouseholdId),
    loadCalendar(table, auth, id as HouseholdId),
    listHouseholds(table, auth, PAGE).then(page => page.items),
    loadSupply(table, auth),
    loadReferral(table, auth, id as ReferralId),
    listReferrals(table, auth, {status: 'all'}, PAGE).then(page => page.items),
    listReferrals(table, auth, {status: 'open'}, PAGE).then(page => page.items),
    openReferrals(table, auth),
    loadPolicy(table, auth),
    loadPolicy(table, auth, 1),
    loadShortlist(table, auth, id as ShortlistId),
    loadExcluded(table, auth, id as ShortlistId),
    loadShortlistInputs(table, auth, id as ShortlistId),
    listShortlists(table, auth, id as ReferralId, PAGE).then(page => page.items),
    loadSupplySnapshot(table, auth, fingerprint),
    loadWhereabouts(table, auth, [id as ChildId]).then(found => [...found]),
    loadAnswer(table, auth, key),
  ])
const isNothing = (found: unknown) => found === null || (Array.isArray(found) && found.length === 0)

test('an authority that knows every id of another reads none of its records, and can record the same ids itself', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ids => {
      fc.pre(ids.mine !== ids.theirs)
      const [mine, theirs] = [ids.mine, ids.theirs] as AuthorityId[] as [AuthorityId, AuthorityId]
      const table = memoryTable()
      const fingerprint = await recordEverything(table, theirs, ids)
      const own = await everyRead(table, theirs, ids, fingerprint)
      expect(own.filter(isNothing)).toHaveLength(1) // No household was excluded.
      expect((await everyRead(table, mine, ids, fingerprint)).every(isNothing)).toBe(true)
      await recordEverything(table, mine, ids)
      expect(await everyRead(table, theirs, ids, fingerprint)).toEqual(own)
    }),
    {numRuns: 60},
  )
})
