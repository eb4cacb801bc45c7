import type {Day} from '../../../domain/calendar.ts'
import type {Terms} from '../../../domain/household/household.ts'
import type {ApplicationId, ChildId} from '../../../domain/ids.ts'
import type {Application} from '../../../domain/recruitment/application.ts'
import type {Milestone} from '../../../domain/recruitment/milestone.ts'
import {DEFAULT_RECRUITMENT} from '../../../domain/recruitment/policy.ts'
import {type Recordable, recordMilestone} from '../../../domain/recruitment/record-milestone.ts'
import type {Result} from '../../../domain/result.ts'
import {aHousehold, householdId} from '../../support/matching.ts'

export const TODAY: Day = '2026-11-23'
export const CONTEXT = {today: TODAY, policy: DEFAULT_RECRUITMENT}

/** Somebody asked on Monday 2 February 2026; nothing else has happened yet. */
export const anApplication = (facts: Partial<Application> = {}): Application => ({
  id: 'application-1' as ApplicationId,
  reference: 'A-1',
  kind: 'fostering',
  enquiry: {on: '2026-02-02', source: 'website', campaignId: null},
  transferFrom: null,
  applicants: [],
  authorityId: null,
  milestones: [],
  pauses: [],
  corrections: [],
  householdId: null,
  ...facts,
})

export const TERMS: Terms = {
  places: 2,
  ages: {from: 0, to: 17},
  sexes: ['F', 'M', 'U'],
  kinds: ['short-term', 'long-term', 'emergency', 'respite'],
  namedChildren: [] as readonly ChildId[],
}

/** What approval says of the home, beside its terms. */
const {
  id: _,
  kind: __,
  provider: ___,
  approval: ____,
  status: _____,
  ...HOME
} = aHousehold({
  skills: ['therapeutic'],
  languages: ['en', 'so'],
})
/** An approval. */
export const MADE = {on: '2026-09-02', terms: TERMS, overBedrooms: null, home: HOME}
export const AS = {...CONTEXT, householdId: householdId('home-new'), before: null}

/** What was granted; throws where it was refused. */
export const granted = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Each step on its day, up to the minutes of the panel. */
export const ASSESSED: readonly Recordable[] = [
  {kind: 'first-contact', on: '2026-02-03'},
  {kind: 'home-visit', on: '2026-02-09'},
  {kind: 'application-accepted', on: '2026-03-02'},
  {kind: 'stage-1-started', on: '2026-03-03'},
  {kind: 'check-asked', on: '2026-03-04', check: 'disclosure'},
  {kind: 'check-asked', on: '2026-03-04', check: 'reference-1'},
  {kind: 'check-returned', on: '2026-03-20', check: 'reference-1', satisfactory: true},
  {kind: 'stage-2-started', on: '2026-03-23'},
  {kind: 'check-returned', on: '2026-04-01', check: 'disclosure', satisfactory: true},
  {kind: 'stage-1-information', on: '2026-04-02'},
  {kind: 'stage-1-outcome', on: '2026-04-15', suitable: true, reason: null},
  {kind: 'training-completed', on: '2026-04-20', course: 'Skills to Foster'},
  {kind: 'stage-2-completed', on: '2026-08-03'},
  {kind: 'panel-booked', on: '2026-08-04', for: '2026-08-20'},
  {kind: 'papers-sent', on: '2026-08-13'},
  {kind: 'panel', on: '2026-08-20', recommends: 'approve'},
  {kind: 'minutes-received', on: '2026-08-24'},
]

/** The application once all of these are recorded; throws where one is refused. */
export const having = (application: Application, milestones: readonly Recordable[]): Application =>
  milestones.reduce((so, milestone) => recorded(so, milestone), application)

export function recorded(application: Application, milestone: Recordable): Application {
  const result = recordMilestone(application, milestone, CONTEXT)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** The same up to and including the last of this kind. */
export const upTo = (kind: Milestone['kind']): readonly Recordable[] =>
  ASSESSED.slice(0, ASSESSED.findLastIndex(milestone => milestone.kind === kind) + 1)
