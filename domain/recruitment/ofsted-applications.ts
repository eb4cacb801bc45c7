import type {Day} from '../calendar.ts'
import type {Application} from './application.ts'
import {type Ending, endingBy} from './ending.ts'
import {lastOf, type MilestoneKind} from './milestone.ts'
import {type Counted, type OfstedKind, type OfstedRow, rowsOf, type Span} from './ofsted-rows.ts'

/** Short-break carers apply as all others do; which they become is in their approval. */
const kindOfApplication = ({kind}: Application): OfstedKind =>
  kind === 'connected-person' ? 'kinship' : 'mainstream'

const isIn = (day: Day | undefined, {from, to}: Span): boolean =>
  day !== undefined && day >= from && day <= to

const dayOf = ({milestones}: Application, kind: MilestoneKind): Day | undefined =>
  lastOf(milestones, kind)?.on

/** How one that had been accepted ended in the year. */
function endedIn(application: Application, span: Span): Ending | null {
  const ending = endingBy(application, span.to)
  return dayOf(application, 'application-accepted') && isIn(ending?.on, span) ? ending : null
}

/** undefined: not counted; null: counted without a reason. */
type Field = readonly [
  field: string,
  reasonOf: (application: Application, span: Span) => string | null | undefined,
]
const countedIf = (is: boolean) => (is ? null : undefined)

const FIELDS: readonly Field[] = [
  ['initial enquiries', ({enquiry}, span) => countedIf(isIn(enquiry.on, span))],
  ['received', (each, span) => countedIf(isIn(dayOf(each, 'application-accepted'), span))],
  [
    'approved',
    ({milestones}, span) => {
      const decision = lastOf(milestones, 'decision')
      return countedIf(decision?.outcome === 'approved' && isIn(decision.on, span))
    },
  ],
  [
    'withdrawn by the applicant',
    (each, span) => {
      const ending = endedIn(each, span)
      return ending?.kind === 'withdrawn' ? ending.code : undefined
    },
  ],
  [
    'not approved',
    (each, span) => {
      const ending = endedIn(each, span)
      return ending?.kind === 'refused' ? ending.at : undefined
    },
  ],
  ['in progress on 31 March', (each, {to}) => countedIf(isInProgress(each, to))],
]

export const applicationRows = (asked: readonly Application[], span: Span): readonly OfstedRow[] =>
  FIELDS.flatMap(([field, reasonOf]) =>
    rowsOf(
      'applications',
      field,
      asked.flatMap((application): readonly Counted[] => {
        const reason = reasonOf(application, span)
        if (reason === undefined) return []
        return [{kind: kindOfApplication(application), reason, member: application.id}]
      }),
    ),
  )

function isInProgress(application: Application, on: Day): boolean {
  const known = application.milestones.filter(milestone => milestone.on <= on)
  const isAccepted = lastOf(known, 'application-accepted') !== undefined
  return isAccepted && !lastOf(known, 'decision') && endingBy(application, on) === null
}

const LEFT: readonly Ending['kind'][] = ['resigned', 'approval-ended', 'transferred']

/** Of carers who were approved. */
export const leftRows = (asked: readonly Application[], {from, to}: Span): readonly OfstedRow[] =>
  LEFT.flatMap(kind =>
    rowsOf(
      'left',
      kind.replace('-', ' '),
      asked.flatMap((application): readonly Counted[] => {
        const ending = endingBy(application, to)
        if (ending?.kind !== kind || ending.on < from || !('reason' in ending)) return []
        return [{kind: kindOfApplication(application), reason: ending.reason, member: application.id}]
      }),
    ),
  )
