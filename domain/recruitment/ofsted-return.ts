import type {Day} from '../calendar.ts'
import {standsOn} from '../household/approval.ts'
import type {Household} from '../household/household.ts'
import type {Home} from '../matching/shortlist.ts'
import {placesAt} from '../sufficiency/places.ts'
import type {Application} from './application.ts'
import {applicationRows, leftRows} from './ofsted-applications.ts'
import {type Counted, type OfstedKind, type OfstedRow, rowsOf, type Span} from './ofsted-rows.ts'

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

/** null: not of the authority's own fostering service. */
function kindOf({kind, scheme, provider}: Household): OfstedKind | null {
  if (provider.type !== 'in-house') return null
  if (kind === 'connected-person') return 'kinship'
  if (kind !== 'fostering') return null
  return scheme === 'short-break' ? 'short-break' : 'mainstream'
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
