import {addDays, type Day, dayInEngland, type Instant} from '../../../../domain/calendar.ts'
import type {AuthorityId} from '../../../../domain/ids.ts'
import {defaultPolicy} from '../../../../domain/matching/default-policy.ts'
import {
  type CarerNeeded,
  type CarersNeeded,
  carersNeeded,
  type Who,
} from '../../../../domain/recruitment/carers-needed/carers-needed.ts'
import {pastReferrals} from '../../../../domain/recruitment/carers-needed/past-referrals.ts'
import {type Candidate, candidatesFor} from '../../../../domain/recruitment/carers-needed/profiles.ts'
import {areasOf, usualCost} from '../../../../domain/recruitment/carers-needed/where-carers-live.ts'
import {ok} from '../../../../domain/result.ts'
import {monthsBefore} from '../../../../domain/sufficiency/reporting-year.ts'
import {http} from '../../../runtime/http.ts'
import type {RecordName} from '../../../store/audit-entry.ts'
import {allChildren} from '../../../store/children.ts'
import {allCosts} from '../../../store/placement-costs.ts'
import {allPlacements} from '../../../store/placements.ts'
import {loadPolicy} from '../../../store/policies.ts'
import {allReferrals} from '../../../store/referrals.ts'
import type {Table} from '../../../store/table.ts'
import {recruitmentViewRoutes} from '../../routes/recruitment-views.ts'
import {loadOwnHomes} from './own-homes.ts'

/** Kinds of household that are tried. */
const CANDIDATES = 500

export const getCarersNeeded = http(
  recruitmentViewRoutes.getCarersNeeded,
  async ({query: {months, count}}, {table, caller, now}) => {
    const today = dayInEngland(now)
    const from = addDays(monthsBefore(today, months), 1)
    const {past, own, children} = await loadPast(table, caller.authorityId, {now, today, from})
    const households = own.map(({household}) => household)
    const areas = areasOf(caller.authorityId, children, households)
    const needed = carersNeeded({
      referrals: past,
      supply: own,
      candidates: unmet => candidatesFor(unmet, areas, usualCost(households), CANDIDATES),
      from,
      to: today,
      count,
    })
    return ok({body: shown(needed), about: recordsOf(needed)})
  },
)

interface Moment {
  readonly now: Instant
  readonly today: Day
  readonly from: Day
}

async function loadPast(table: Table, authorityId: AuthorityId, {now, today, from}: Moment) {
  const [referrals, children, placements, costs, own, stored] = await Promise.all([
    allReferrals(table, authorityId),
    allChildren(table, authorityId),
    allPlacements(table, authorityId),
    allCosts(table, authorityId),
    loadOwnHomes(table, authorityId, now),
    loadPolicy(table, authorityId),
  ])
  const policy = stored?.value.policy ?? defaultPolicy(authorityId)
  const kept = referrals.map(({value: {openedBy: _, ...referral}, createdAt, updatedAt}) => ({
    referral,
    openedAt: createdAt,
    changedAt: updatedAt,
  }))
  const known = {authorityId, policy, today, referrals: kept, children, placements, costs}
  return {past: pastReferrals(known, from), own, children}
}

const shown = ({from, to, metByOwn, metBySupply, unmet, carers}: CarersNeeded<Candidate>) => ({
  from,
  to,
  demands: metByOwn.length + metBySupply.length + unmet.length,
  metByOwn,
  metBySupply,
  unmet,
  carers: carers.map(shownCarer),
})

function shownCarer({candidate: {profile, household}, ...carer}: CarerNeeded<Candidate>) {
  const {name, authorityId} = profile.area
  const {marginalPenceAWeek = null, fullPenceAWeek = null} = household.weeklyCost ?? {}
  return {
    ...carer,
    profile: {...profile, area: {name, authorityId}},
    weeklyCost: {marginalPenceAWeek, fullPenceAWeek},
  }
}

function recordsOf({metByOwn, metBySupply, unmet}: CarersNeeded<Candidate>): readonly RecordName[] {
  const all: readonly Who[] = [...metByOwn, ...metBySupply, ...unmet]
  return [
    ...all.flatMap(({referralId, childIds}): readonly RecordName[] => [
      `referral/${referralId}`,
      ...childIds.map((id): RecordName => `child/${id}`),
    ]),
    ...metBySupply.map(({householdId}): RecordName => `household/${householdId}`),
  ]
}
