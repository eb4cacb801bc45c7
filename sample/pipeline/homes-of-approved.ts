import {addDays, type Day, dayNumber} from '../../domain/calendar.ts'
import type {Household} from '../../domain/household/household.ts'
import type {Application} from '../../domain/recruitment/application.ts'
import {lastOf, type Milestone} from '../../domain/recruitment/milestone.ts'

/**
 * The pipeline with those homes that came of it: an approved application for each home of the authority's own that was
 * approved since `from`, with its days moved so that the decision falls on that day. A pipeline of 3,000 enquiries has
 * more approvals than the borough has new homes; the others have no home there.
 */
export function withHomes(
  applications: readonly Application[],
  households: readonly Household[],
  {from, today}: {readonly from: Day; readonly today: Day},
): readonly Application[] {
  const homes = new Map<string, Household>()
  const approvals = applications.filter(each => approvalIn(each) !== undefined)
  for (const household of households) {
    const day = household.approval.from
    if (household.provider.type !== 'in-house' || day === null || day <= from || day > today) continue
    const nth = approvals.findIndex(({kind}) => kind === household.kind)
    if (nth >= 0) homes.set(approvals.splice(nth, 1)[0]!.id, household)
  }
  return applications.map(application => {
    const household = homes.get(application.id)
    return household ? ofHome(application, household, today) : {...application, householdId: null}
  })
}

const approvalIn = ({milestones}: Application) => {
  const decision = lastOf(milestones, 'decision')
  return decision?.outcome === 'approved' ? decision : undefined
}

function ofHome(application: Application, {id, approval}: Household, today: Day): Application {
  const days = dayNumber(approval.from!) - dayNumber(approvalIn(application)!.on)
  const moved = (milestone: Milestone): Milestone => {
    const on = addDays(milestone.on, days)
    if (milestone.kind === 'panel-booked') return {...milestone, on, for: addDays(milestone.for, days)}
    if (milestone.kind === 'decision' && milestone.outcome === 'approved')
      return {...milestone, on, terms: approval.terms, overBedrooms: null}
    return {...milestone, on}
  }
  const {enquiry} = application
  return {
    ...application,
    enquiry: {...enquiry, on: addDays(enquiry.on, days)},
    milestones: application.milestones.map(moved).filter(({on}) => on <= today),
    householdId: id,
  }
}
