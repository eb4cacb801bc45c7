import {addDays, dayInEngland, type Instant} from '../domain/calendar.ts'
import type {Household} from '../domain/household/household.ts'
import type {AuthorityId} from '../domain/ids.ts'
import type {Deadline} from '../domain/placement/deadlines.ts'
import type {Application} from '../domain/recruitment/application.ts'
import {deadlinesOfApplication} from '../domain/recruitment/deadlines.ts'
import {DEFAULT_RECRUITMENT} from '../domain/recruitment/policy.ts'
import {applicationItems} from '../functions/store/applications.ts'
import {campaignItem} from '../functions/store/campaigns.ts'
import {deadlinesItem} from '../functions/store/deadlines.ts'
import {firstVersion} from '../functions/store/stored.ts'
import type {Item} from '../functions/store/table.ts'
import {withHomes} from '../sample/pipeline/homes-of-approved.ts'
import {makePipeline} from '../sample/pipeline/make-pipeline.ts'

const THREE_YEARS = 1096

/** The sample's enquiries of the last three years as they are stored, some with the homes of the borough as theirs. */
export function pipelineItems(
  auth: AuthorityId,
  {seed, enquiries}: {readonly seed: number; readonly enquiries: number},
  households: readonly Household[],
  at: Instant,
): readonly Item[] {
  const today = dayInEngland(at)
  const from = addDays(today, -THREE_YEARS)
  const {applications, campaigns} = makePipeline({seed, enquiries, from, today})
  return [
    ...campaigns.map(campaign => campaignItem(auth, firstVersion(campaign, at))),
    ...withHomes(applications, households, {from, today}).flatMap(application => [
      ...applicationItems(auth, application, at),
      ...dueOf(auth, application, at),
    ]),
  ]
}

/** Whatever is late today was told before. */
function dueOf(auth: AuthorityId, application: Application, at: Instant): readonly Item[] {
  const deadlines = deadlinesOfApplication(application, DEFAULT_RECRUITMENT, [], at).map(
    (deadline): Deadline => {
      const {approachingFrom, lapsesAt} = deadline
      const approaching = approachingFrom <= at ? lapsesAt : null
      return {...deadline, raised: {approaching, lapsed: lapsesAt <= at ? lapsesAt : null}}
    },
  )
  return deadlines.length === 0
    ? []
    : [deadlinesItem(auth, firstVersion({about: application.id, deadlines}, at))]
}
