import type {Day} from '../calendar.ts'
import {standsOn} from '../household/approval.ts'
import type {Household} from '../household/household.ts'
import type {Home} from '../matching/shortlist.ts'
import {placesAt} from '../sufficiency/places.ts'
import type {Application} from './application.ts'
import {type Ending, endingBy} from './ending.ts'
import {lastOf, type MilestoneKind} from './milestone.ts'

export const OFSTED_KINDS = ['mainstream', 'kinship', 'short-break'] as const
/** Ofsted's kinds of fostering household. */
export type OfstedKind = (typeof OFSTED_KINDS)[number]

/** One number of Ofsted's fostering data set, for a year that ends on 31 March. */
export interface OfstedRow {
  readonly section: 'households' | 'places' | 'applications' | 'left'
  readonly field: string
  readonly kind: OfstedKind
  /** Why, where the field asks for it. */
  readonly reason: string | null
  readonly count: number
  /** The households, places or applications that are counted. */
  readonly members: readonly string[]
}

export interface OfstedInput {
  /** The year of its 31 March. */
  readonly year: number
  readonly homes: readonly Home[]
  readonly applications: readonly Application[]
}

/** Of the authority's own fostering households and connected persons; supported lodgings are no fostering. */
export function ofstedReturn({year, homes, applications}: OfstedInput): readonly OfstedRow[] {
  const span = {from: `${year - 1}-04-01`, to: `${year}-03-31`}
  const own = homes.filter(({household}) => kindOf(household) !== null)
  const asked = applications.filter(({kind}) => kind !== 'supported-lodgings')
  return [
    ...householdRows(own, span),
    ...placeRows(own, span.to),
    ...applicationRows(asked, span),
    ...leftRows(asked, span),
  ]
}

interface Span {
  readonly from: Day
  readonly to: Day
}

/** null: not of the authority's own fostering service. */
function kindOf({kind, scheme, provider}: Household): OfstedKind | null {
  if (provider.type !== 'in-house') return null
  if (kind === 'connected-person') return 'kinship'
  if (kind !== 'fostering') return null
  return scheme === 'short-break' ? 'short-break' : 'mainstream'
}

/** Short-break carers apply as all others do; which they become is in their approval. */
const kindOfApplication = ({kind}: Application): OfstedKind =>
  kind === 'connected-person' ? 'kinship' : 'mainstream'

interface Counted {
  readonly kind: OfstedKind
  readonly reason: string | null
  readonly member: string
}

/** One row for each kind and reason; a field that nobody falls under has rows of nought. */
function rowsOf(
  section: OfstedRow['section'],
  field: string,
  counted: readonly Counted[],
): readonly OfstedRow[] {
  return OFSTED_KINDS.flatMap(kind => {
    const ofKind = counted.filter(each => each.kind === kind)
    const reasons = [...new Set(ofKind.map(({reason}) => reason))].toSorted()
    return (reasons.length === 0 ? [null] : reasons).map(reason => {
      const members = ofKind.filter(each => each.reason === reason).map(({member}) => member)
      return {section, field, kind, reason, count: members.length, members: members.toSorted()}
    })
  })
}

function householdRows(own: readonly Home[], {from, to}: Span): readonly OfstedRow[] {
  const where = (is: (household: Household) => boolean): readonly Counted[] =>
    own.flatMap(({household}) =>
      is(household) ? {kind: kindOf(household)!, reason: null, member: household.id} : [],
    )
  const isIn = (day: Day | null) => day !== null && day >= from && day <= to
  return [
    ...rowsOf(
      'households',
      'approved on 31 March',
      where(({approval}) => standsOn(approval, to)),
    ),
    ...rowsOf(
      'households',
      'approved in the year',
      where(({approval}) => isIn(approval.from)),
    ),
    ...rowsOf(
      'households',
      'approval ended in the year',
      where(({approval}) => isIn(approval.until)),
    ),
  ]
}

const FIELD_OF_PLACE = {filled: 'filled', held: 'vacant', vacant: 'vacant', 'not-available': 'not available'}

/** A place that is held for a child is vacant until the child comes. */
function placeRows(own: readonly Home[], on: Day): readonly OfstedRow[] {
  const places = placesAt(own, on).map(({household, place, state, reason}) => ({
    field: FIELD_OF_PLACE[state],
    kind: kindOf(household)!,
    reason: state === 'not-available' ? (reason ?? 'no reason is recorded') : null,
    member: `${household.id} place ${place}`,
  }))
  const approved = places.map(place => ({...place, reason: null}))
  return [
    ...rowsOf('places', 'approved', approved),
    ...['filled', 'vacant', 'not available'].flatMap(field =>
      rowsOf(
        'places',
        field,
        places.filter(place => place.field === field),
      ),
    ),
  ]
}

function applicationRows(asked: readonly Application[], {from, to}: Span): readonly OfstedRow[] {
  const isIn = (day: Day | undefined) => day !== undefined && day >= from && day <= to
  const dayOf = ({milestones}: Application, kind: MilestoneKind) => lastOf(milestones, kind)?.on
  const where = (reasonOf: (application: Application) => string | null | undefined): readonly Counted[] =>
    asked.flatMap(application => {
      const reason = reasonOf(application)
      return reason === undefined
        ? []
        : {kind: kindOfApplication(application), reason, member: application.id}
    })
  const yes = (is: boolean) => (is ? null : undefined)
  const ended = (application: Application, kind: Ending['kind']): Ending | undefined => {
    const ending = endingBy(application, to)
    return dayOf(application, 'application-accepted') && ending?.kind === kind && isIn(ending.on)
      ? ending
      : undefined
  }
  return [
    ...rowsOf(
      'applications',
      'initial enquiries',
      where(({enquiry}) => yes(isIn(enquiry.on))),
    ),
    ...rowsOf(
      'applications',
      'received',
      where(each => yes(isIn(dayOf(each, 'application-accepted')))),
    ),
    ...rowsOf(
      'applications',
      'approved',
      where(each => {
        const decision = lastOf(each.milestones, 'decision')
        return yes(decision?.outcome === 'approved' && isIn(decision.on))
      }),
    ),
    ...rowsOf(
      'applications',
      'withdrawn by the applicant',
      where(each => {
        const ending = ended(each, 'withdrawn')
        return ending?.kind === 'withdrawn' ? ending.code : undefined
      }),
    ),
    ...rowsOf(
      'applications',
      'not approved',
      where(each => {
        const ending = ended(each, 'refused')
        return ending?.kind === 'refused' ? ending.at : undefined
      }),
    ),
    ...rowsOf(
      'applications',
      'in progress on 31 March',
      where(each => yes(isInProgress(each, to))),
    ),
  ]
}

function isInProgress(application: Application, on: Day): boolean {
  const known = application.milestones.filter(milestone => milestone.on <= on)
  const isAccepted = lastOf(known, 'application-accepted') !== undefined
  return isAccepted && !lastOf(known, 'decision') && endingBy(application, on) === null
}

const LEFT: readonly Ending['kind'][] = ['resigned', 'approval-ended', 'transferred']

/** Of carers who were approved. */
const leftRows = (asked: readonly Application[], {from, to}: Span): readonly OfstedRow[] =>
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
