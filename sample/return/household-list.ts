import type {Household} from '../../domain/household/household.ts'
import type {ChildId} from '../../domain/ids.ts'
import {OWN_TABLES} from '../../domain/ssda903/own-tables.ts'
import type {Borough} from '../borough.ts'
import {supplierOf} from './children-in-care.ts'
import {dateOf} from './collection.ts'
import {csvOf} from './csv.ts'

const COLUMNS = OWN_TABLES.Households

/** The households of the borough, but for the homes of parents. */
export function householdList({homes, children}: Borough): string {
  const referenceOf = new Map(children.map(({id, reference}) => [id, reference]))
  return csvOf(
    COLUMNS,
    homes
      .map(({household}) => household)
      .filter(({kind}) => kind !== 'parent')
      .map(household => rowOf(household, id => referenceOf.get(id)!)),
  )
}

function rowOf(
  household: Household,
  referenceOf: (id: ChildId) => string,
): Readonly<Record<(typeof COLUMNS)[number], string>> {
  const {reference, kind, scheme, provider, approval, home, bedrooms, status} = household
  const {places, ages, sexes, kinds, namedChildren} = approval.terms
  return {
    REFERENCE: reference,
    KIND: kind,
    SCHEME: scheme,
    PROVIDER: provider.type,
    AGENCY: provider.type === 'in-house' ? '' : supplierOf(household),
    APPROVED_FROM: dateOf(approval.from),
    APPROVED_UNTIL: dateOf(approval.until),
    PLACES: `${places}`,
    AGE_FROM: `${ages.from}`,
    AGE_TO: `${ages.to}`,
    SEXES: sexes.join(' '),
    STAYS: kinds.join(' '),
    POSTCODE: home.postcode ?? '',
    BEDROOMS: `${bedrooms.length}`,
    STATE: status.state,
    CHILDREN: namedChildren.map(referenceOf).join(' '),
  }
}
