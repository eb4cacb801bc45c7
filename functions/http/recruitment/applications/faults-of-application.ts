import {dayInEngland, dayInWords, type Instant} from '../../../../domain/calendar.ts'
import type {AuthorityId} from '../../../../domain/ids.ts'
import type {Application} from '../../../../domain/recruitment/application.ts'
import {lastOf} from '../../../../domain/recruitment/milestone.ts'
import {hasWorkingDaysAround} from '../../../../domain/recruitment/record-milestone.ts'
import {loadCampaign} from '../../../store/campaigns.ts'
import type {Table} from '../../../store/table.ts'
import {fault, notBorn} from '../../faults.ts'
import type {Fault} from '../../schemas/problem.ts'

/** What is wrong with an enquiry, and with who asked, beside what is recorded of them already. */
export async function faultsOfApplication(
  table: Table,
  authorityId: AuthorityId,
  application: Application,
  now: Instant,
): Promise<readonly Fault[]> {
  const {enquiry, applicants, transferFrom, milestones} = application
  const campaign = enquiry.campaignId && (await loadCampaign(table, authorityId, enquiry.campaignId))
  return [
    ...dayFaults(application, now),
    ...(enquiry.campaignId !== null && campaign === null
      ? [fault('/enquiry/campaignId', 'is no campaign of your authority')]
      : []),
    ...(transferFrom === null && lastOf(milestones, 'previous-approval-ended')
      ? [fault('/transferFrom', 'must stay: the end of that approval is recorded')]
      : []),
    ...applicants.flatMap(({dob}, n) => notBorn(dob, now, `/applicants/${n}/dob`)),
  ]
}

function dayFaults({enquiry: {on}, milestones, pauses}: Application, now: Instant): readonly Fault[] {
  const first = [...milestones.map(each => each.on), ...pauses.map(({from}) => from)].toSorted()[0]
  return [
    ...(on > dayInEngland(now) ? [fault('/enquiry/on', 'must not be in the future')] : []),
    ...(hasWorkingDaysAround(on)
      ? []
      : [fault('/enquiry/on', 'is in a year whose bank holidays are not known')]),
    ...(first !== undefined && first < on
      ? [fault('/enquiry/on', `must not be after what followed on ${dayInWords(first)}`)]
      : []),
  ]
}
