import {type Day, dayNumber} from '../calendar.ts'
import type {ApplicationId} from '../ids.ts'
import type {Application} from './application.ts'
import {type Clock, overdueOn} from './clocks.ts'
import {median} from './median.ts'
import type {RecruitmentPolicy} from './policy.ts'
import {isOpenStage, STAGES, type Stage, standingOn} from './stage.ts'

/** One application in the pipeline. */
export interface InPipeline {
  readonly applicationId: ApplicationId
  readonly since: Day
  readonly daysInStage: number
  readonly daysSinceEnquiry: number
  readonly stage1Open: boolean
  readonly isPaused: boolean
  readonly overdue: readonly Clock[]
}

export interface PipelineStage {
  readonly stage: Stage
  readonly count: number
  readonly medianDaysInStage: number | null
  /** Of these, how many have a clock overdue. */
  readonly late: number
  /** The longest in the stage first. */
  readonly applications: readonly InPipeline[]
}

/** Applications that are open on a day, by the stage in which they stand. */
export function pipelineOn(
  applications: readonly Application[],
  policy: RecruitmentPolicy,
  on: Day,
): readonly PipelineStage[] {
  const standing = applications.flatMap(application => {
    const at = standingOn(application, on)
    return at === null ? [] : [{application, ...at}]
  })
  const byStage = Map.groupBy(standing, ({stage}) => stage)
  return STAGES.filter(isOpenStage).map(stage => {
    const all = (byStage.get(stage) ?? [])
      .map(({application, since, stage1Open}) => ({
        ...inPipeline(application, since, policy, on),
        stage1Open,
      }))
      .toSorted((a, b) => b.daysInStage - a.daysInStage || (a.applicationId < b.applicationId ? -1 : 1))
    return {
      stage,
      count: all.length,
      medianDaysInStage: median(all.map(({daysInStage}) => daysInStage)),
      late: all.filter(({overdue}) => overdue.length > 0).length,
      applications: all,
    }
  })
}

const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

const inPipeline = (application: Application, since: Day, policy: RecruitmentPolicy, on: Day) => ({
  applicationId: application.id,
  since,
  daysInStage: daysBetween(since, on),
  daysSinceEnquiry: daysBetween(application.enquiry.on, on),
  isPaused: application.pauses.some(({from, until}) => from <= on && (until === null || until > on)),
  overdue: overdueOn(application, policy, on),
})
