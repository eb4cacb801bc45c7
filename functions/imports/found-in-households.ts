import type {FoundInImport} from '../../domain/imports/found.ts'
import type {Fault} from '../http/schemas/problem.ts'
import type {OwnRow} from './reading/own-row.ts'

/** Rows of one reference come together, and the first of them counts. */
export const TWICE: readonly Fault[] = [
  {in: 'body', pointer: '/reference', detail: 'stands in a row before this one'},
]

export const NOBODY_KNOWN: Fault = {
  in: 'body',
  pointer: '/approval/terms/namedChildren',
  detail: 'names a child whom Hearth does not know',
}

/** Whoever changed the household after the list was handed over knew more than the list. */
export const OVERRULED: readonly Fault[] = [
  {
    in: 'body',
    pointer: '/reference',
    detail: 'is of a household that was changed in Hearth after this list was handed over; that stands',
  },
]

const COLUMN_OF: Readonly<Record<string, string>> = {
  reference: 'REFERENCE',
  kind: 'KIND',
  scheme: 'SCHEME',
  provider: 'PROVIDER',
  home: 'POSTCODE',
  bedrooms: 'BEDROOMS',
  status: 'STATE',
  authorityId: 'POSTCODE',
}

/** A row that is kept aside, with everything that is wrong with it. */
export const foundIn = ({row, values}: OwnRow, faults: readonly Fault[], file: string): FoundInImport => ({
  severity: 'E',
  rule: 'household',
  about: 'Households',
  row,
  file,
  values,
  words: faults.map(({pointer, detail}) => `${columnAt(pointer)} ${detail}`).join('; '),
})

/** The column that a fault of the body comes from. */
function columnAt(pointer: string): string {
  const [, field = '', , inside = ''] = pointer.split('/')
  if (field !== 'approval') return COLUMN_OF[field] ?? field.toUpperCase()
  const OF_TERMS: Readonly<Record<string, string>> = {
    places: 'PLACES',
    ages: pointer.endsWith('to') ? 'AGE_TO' : 'AGE_FROM',
    sexes: 'SEXES',
    kinds: 'STAYS',
    namedChildren: 'CHILDREN',
  }
  if (pointer.startsWith('/approval/terms')) return OF_TERMS[inside] ?? inside.toUpperCase()
  return pointer.startsWith('/approval/until') ? 'APPROVED_UNTIL' : 'APPROVED_FROM'
}
