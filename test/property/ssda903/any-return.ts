import * as fc from 'fast-check'
import {
  type ChildReturn,
  type Column,
  type DerivedColumn,
  TABLES,
  type TableName,
} from '../../../domain/ssda903/tables.ts'

/** Days close together, so that rows touch and overlap; and texts that are no date. */
const DATES = [
  ...['28/03/2025', '31/03/2025', '01/04/2025', '02/04/2025', '05/04/2025', '30/06/2025', '01/07/2025'],
  ...['31/03/2026', '01/04/2026', '31/12/2010', '29/02/2008', '01/05/2008', '01/01/1990', '01/01/2020'],
  ...['01/04/2025', '02/04/2025', '30/06/2025', '01/07/2025', '31/06/2025', '2025-06-01', '1/4/2025'],
  ...['ZZ/ZZ/2025', '29/02/2025', '01/01/9999'],
]

const CODES: Partial<Record<Column | DerivedColumn, readonly string[]>> = {
  CHILD: ['C1'],
  RNE: ['S', 'P', 'L', 'T', 'U', 'B', 's'],
  LS: ['C1', 'C2', 'E1', 'V2', 'V3', 'V4', 'J1', 'J2', 'L1', 'L2', 'L3'],
  CIN: ['N1', 'N2', 'N9'],
  PLACE: [
    'U1',
    'U4',
    'A5',
    'K1',
    'K2',
    'K3',
    'H5',
    'P1',
    'P3',
    'R5',
    'S1',
    'T0',
    'T1',
    ...Array.from({length: 6}, () => 'T3'),
    'T4',
    'Z1',
    'Z12',
  ],
  PLACE_PROVIDER: ['PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5'],
  REC: ['X1', 'X1', 'X1', 'E11', 'E15', 'E17', 'E2', 'E45', 'E4A', 'E5', 'E7'],
  REASON_PLACE_CHANGE: ['CARPL', 'CUSTOD', 'MOVED'],
  HOME_POST: ['SE6 4RU', 'SE6'],
  PL_POST: ['SE6 4RU', 'BR1 1AA', 'SE6'],
  URN: ['SC123456', 'XXXXXXX'],
  UPN: ['A123456789012', 'UN1'],
  SEX: ['F', '1'],
  ETHNIC: ['WBRI'],
  PL_LA: ['E09000023', 'E09000006', 'SCO'],
  PL_LOCATION: ['IN', 'OUT'],
  PL_DISTANCE: ['0.0', '5.0', '5.2', '400', '999.9', '-1', 'FAR'],
  UASC: ['0', '1'],
}

/** Those that rules read, and one that none does. */
const NAMES = ['Header', 'Episodes', 'UASC', 'DoLo', 'Missing'] as const

const DERIVED: Partial<Record<TableName, readonly DerivedColumn[]>> = {
  Header: ['UASC'],
  Episodes: ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE'],
}

const isDate = (column: string) => /^(DOB|DEC|DUC|REVIEW)$|DECOM|DATE|_START|_END/.test(column)

/** Mostly what stands in a file, now and then anything at all. */
const cellOf = (column: Column | DerivedColumn) =>
  fc.oneof(
    {weight: 12, arbitrary: fc.constantFrom(...(CODES[column] ?? (isDate(column) ? DATES : ['1', 'X'])))},
    {weight: 2, arbitrary: fc.constant(null)},
    {weight: 1, arbitrary: fc.oneof(fc.constantFrom(...DATES, ''), fc.string(), fc.string({unit: 'binary'}))},
  )

const valuesOf = (columns: readonly (Column | DerivedColumn)[], isWhole: boolean) =>
  fc.record(Object.fromEntries(columns.map(column => [column, cellOf(column)])), {
    ...(!isWhole && {requiredKeys: []}),
  })

/** Some rows of some tables. `isWhole`: every row has every column, blank or not. */
export const anyReturn = (isWhole: boolean): fc.Arbitrary<ChildReturn> =>
  fc
    .record(
      Object.fromEntries(
        NAMES.map(name => [
          name,
          fc.array(valuesOf([...TABLES[name], ...(DERIVED[name] ?? [])], isWhole), {
            maxLength: name === 'Episodes' ? 9 : 3,
            size: 'max',
          }),
        ]),
      ),
      {requiredKeys: ['Episodes']},
    )
    .chain(tables =>
      fc.record({
        child: fc.oneof({weight: 9, arbitrary: fc.constant('C1')}, fc.constant(null)),
        tables: fc.constant(
          Object.fromEntries(
            Object.entries(tables).map(([name, rows = []]) => [
              name,
              rows.map((values, i) => ({row: i + 1, values})),
            ]),
          ),
        ),
      }),
    )
