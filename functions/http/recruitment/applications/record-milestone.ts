import {dayInEngland, type Instant} from '../../../../domain/calendar.ts'
import type {Household} from '../../../../domain/household/household.ts'
import type {AuthorityId, HouseholdId} from '../../../../domain/ids.ts'
import type {Application} from '../../../../domain/recruitment/application.ts'
import {correctMilestone as correct} from '../../../../domain/recruitment/correct-milestone.ts'
import {type MilestoneMade, takeMilestone} from '../../../../domain/recruitment/take-milestone.ts'
import {ok, refuse} from '../../../../domain/result.ts'
import type {ApplicationData} from '../../../../events/application-of.ts'
import {householdApproved} from '../../../../events/household-approved.v1.ts'
import {milestoneCorrected} from '../../../../events/milestone-corrected.v1.ts'
import {milestoneRecorded} from '../../../../events/milestone-recorded.v1.ts'
import {http} from '../../../runtime/http.ts'
import * as households from '../../../store/households.ts'
import type {Refusal} from '../../../store/refusal.ts'
import {asDecided} from '../../../store/steps.ts'
import type {Stored} from '../../../store/stored.ts'
import type {Table, Write} from '../../../store/table.ts'
import {recruitmentRoutes} from '../../routes/recruitment.ts'
import {NO_SUCH_APPLICATION} from './application-resource.ts'
import {changed, loadBefore} from './change-application.ts'
import {milestoneRefused} from './refused.ts'

export const recordMilestone = http(
  recruitmentRoutes.recordMilestone,
  async ({params: {applicationId}, body}, {table, caller: {authorityId}, now, newId}) => {
    const before = await loadBefore(table, authorityId, applicationId)
    if (before === null) return NO_SUCH_APPLICATION
    const {stored, policy} = before
    const household = await householdOf(table, authorityId, stored.value)
    const taken = takeMilestone({application: stored.value, household: household?.value ?? null}, body, {
      today: dayInEngland(now),
      policy,
      householdId: newId() as HouseholdId,
    })
    if (!taken.ok) return milestoneRefused(taken.error)
    const {application, household: after} = taken.value
    const answer = changed(authorityId, before, application, now, of => [
      milestoneRecorded({...of, kind: body.kind, on: body.on}, now),
      ...approvalMade(body, after, of, now),
    ])
    return ok({
      ...answer,
      location: `/v1/recruitment/applications/${applicationId}`,
      writes: [...answer.writes, ...keepHousehold(authorityId, household, after, now)],
    })
  },
)

export const correctMilestone = http(
  recruitmentRoutes.correctMilestone,
  async ({params: {applicationId, number}, version, body}, {table, caller: {authorityId}, now}) => {
    const before = await loadBefore(table, authorityId, applicationId)
    if (before === null) return NO_SUCH_APPLICATION
    const {stored, policy} = before
    if (stored.version !== version) return refuse({kind: 'precondition-failed', current: stored.version})
    const milestone = stored.value.milestones[number - 1]
    if (milestone === undefined) return refuse({kind: 'not-found', what: 'milestone'})
    const household = await householdOf(table, authorityId, stored.value)
    const corrected = correct(
      {application: stored.value, household: household?.value ?? null},
      milestone,
      body,
      {
        today: dayInEngland(now),
        policy,
      },
    )
    if (!corrected.ok) return milestoneRefused(corrected.error)
    const {application, household: after} = corrected.value
    const {kind, on: from} = milestone
    const answer = changed(authorityId, before, application, now, of => [
      milestoneCorrected({...of, kind, from, to: body.on}, now),
    ])
    return ok({...answer, writes: [...answer.writes, ...keepHousehold(authorityId, household, after, now)]})
  },
)

/** null: no approval has made one yet. */
async function householdOf(
  table: Table,
  authorityId: AuthorityId,
  {householdId}: Application,
): Promise<Stored<Household> | null> {
  if (householdId === null) return null
  const household = await households.loadHousehold(table, authorityId, householdId)
  if (household === null) throw new Error('An application names a household that is not there.')
  return household
}

function approvalMade(made: MilestoneMade, household: Household | null, of: ApplicationData, now: Instant) {
  const isApproval =
    made.kind === 'temporary-approval' || (made.kind === 'decision' && made.outcome === 'approved')
  if (!isApproval || household === null) return []
  const route = household.approval.route ?? 'full'
  return [householdApproved({...of, householdId: household.id, route, on: made.on}, now)]
}

/** Whoever changes the household at the same moment goes first or second: then it is decided again. */
function keepHousehold(
  authorityId: AuthorityId,
  before: Stored<Household> | null,
  after: Household | null,
  now: Instant,
): readonly Write<Refusal>[] {
  if (after === null || after === before?.value) return []
  if (before === null) return households.createHousehold(authorityId, after, now)
  const [put, ...others] = households.changeHousehold(authorityId, before, after, now)
  return [...asDecided([put!]), ...others]
}
