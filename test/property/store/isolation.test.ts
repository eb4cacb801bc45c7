import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {
  ApplicationId,
  ApproachId,
  AuthorityId,
  CampaignId,
  ChildId,
  HoldId,
  HouseholdId,
  PlacementId,
  ReferralId,
  ShortlistId,
  SiblingGroupId,
} from '../../../domain/ids.ts'
import {defaultPolicy} from '../../../domain/matching/default-policy.ts'
import {decideHold} from '../../../domain/placement/decide-hold.ts'
import {
  allApplications,
  keepApplication,
  listApplications,
  loadApplication,
} from '../../../functions/store/applications.ts'
import {
  approachesOf,
  keepApproach,
  listApproaches,
  loadApproach,
} from '../../../functions/store/approaches.ts'
import {changeCalendar, loadCalendar} from '../../../functions/store/calendars.ts'
import {allCampaigns, keepCampaign, listCampaigns, loadCampaign} from '../../../functions/store/campaigns.ts'
import {
  childrenOfSiblingGroup,
  createChild,
  listChildren,
  loadChild,
  loadChildren,
} from '../../../functions/store/children.ts'
import {
  deadlinesLapsingBefore,
  keepDeadlineOfHold,
  loadDeadlines,
  openDeadlines,
} from '../../../functions/store/deadlines.ts'
import {keepHold, listHolds, loadHold, loadHolds} from '../../../functions/store/holds.ts'
import {
  createHousehold,
  listHouseholds,
  loadHousehold,
  loadSupply,
} from '../../../functions/store/households.ts'
import {loadAnswer, rememberAnswer} from '../../../functions/store/idempotency.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {
  keepPlacement,
  loadPlacement,
  loadPlacements,
  placementsOfChild,
  placementsOfHousehold,
} from '../../../functions/store/placements.ts'
import {changePolicy, loadPolicy} from '../../../functions/store/policies.ts'
import {listReferrals, loadReferral, openReferral, openReferrals} from '../../../functions/store/referrals.ts'
import {
  listShortlists,
  loadExcluded,
  loadShortlist,
  loadShortlistInputs,
  saveShortlist,
} from '../../../functions/store/shortlists.ts'
import {loadSupplySnapshot, saveSupply} from '../../../functions/store/supply.ts'
import type {Table} from '../../../functions/store/table.ts'
import {keepWhereabouts, loadWhereabouts} from '../../../functions/store/whereabouts.ts'
import {aChild, aHome, aHousehold, aMatchInput, aReferral} from '../../support/matching.ts'
import {aPlacement, whereaboutsOf} from '../../support/placements.ts'
import {aHoldRequest, decided, homeOf} from '../../support/placing.ts'
import {anApplication} from '../../unit/recruitment/an-application.ts'

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
  // Ids are UUIDs: whatever else they were, none would sort before the item that stands before the households.
  id: wild.filter(id => id >= '#'),
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
    ...keepApplication(auth, null, anApplication({id: id as ApplicationId, reference}), AT),
    keepCampaign(
      auth,
      null,
      {id: id as CampaignId, name: 'Spring', source: 'event', from: '2026-03-02', until: null, costPence: 1},
      AT,
    ),
    rememberAnswer(auth, key, 'hash', {status: 201, headers: {}, body: 'secret'}, AT),
  ])
  expect(done).toEqual({ok: true, value: undefined})
  await recordPlacing(table, auth, id)
  return fingerprint
}

/** A hold, an approach and a placement, with the place in the calendar and everything else that goes with them. */
async function recordPlacing(table: Table, auth: AuthorityId, id: string): Promise<void> {
  const [childId, householdId, referralId] = [id as ChildId, id as HouseholdId, id as ReferralId]
  const request = aHoldRequest({id: id as HoldId, authorityId: auth})
  const hold = {...decided(decideHold(request)).hold, referralId, householdId, children: [childId]}
  const facts = {id: id as PlacementId, childId, householdId, authorityId: auth}
  const placement = aPlacement(facts)
  const calendar = await loadCalendar(table, auth, householdId)
  const done = await table.transact([
    keepHold(auth, null, hold, AT),
    keepDeadlineOfHold(auth, null, hold, AT),
    keepApproach(
      auth,
      null,
      {
        id: id as ApproachId,
        referralId,
        of: {kind: 'household', householdId},
        asked: {at: AT, by: 'officer'},
        answered: null,
      },
      AT,
    ),
    ...keepPlacement(auth, null, placement, AT),
    keepWhereabouts(auth, null, whereaboutsOf(placement), AT),
    ...changeCalendar(auth, householdId, calendar!, homeOf(placement).calendar, AT),
  ])
  expect(done).toEqual({ok: true, value: undefined})
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
    loadHold(table, auth, id as HoldId),
    loadHolds(table, auth, [id as HoldId]),
    listHolds(table, auth, id as ReferralId, PAGE).then(page => page.items),
    loadApproach(table, auth, id as ApproachId),
    listApproaches(table, auth, id as ReferralId, PAGE).then(page => page.items),
    approachesOf(table, auth, id as ReferralId),
    loadPlacement(table, auth, id as PlacementId),
    loadPlacements(table, auth, [id as PlacementId]),
    placementsOfChild(table, auth, id as ChildId, PAGE).then(page => page.items),
    placementsOfHousehold(table, auth, id as HouseholdId, PAGE).then(page => page.items),
    loadDeadlines(table, auth, id as HoldId),
    openDeadlines(table, auth),
    Array.fromAsync(deadlinesLapsingBefore(table, auth, '2200')).then(pages => pages.flat()),
    loadApplication(table, auth, id as ApplicationId),
    allApplications(table, auth),
    listApplications(table, auth, {stage: null}, PAGE).then(page => page.items),
    listApplications(table, auth, {stage: 'enquiry'}, PAGE).then(page => page.items),
    loadCampaign(table, auth, id as CampaignId),
    listCampaigns(table, auth, PAGE).then(page => page.items),
    allCampaigns(table, auth),
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
