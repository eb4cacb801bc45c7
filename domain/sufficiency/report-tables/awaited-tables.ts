import {column, type Draft, type WaitsFor} from './table.ts'

interface Awaited {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly says: string
  readonly columns: Draft['columns']
  readonly source: string
  readonly waitsFor: WaitsFor
}

const awaited = (table: Awaited): Draft => ({...table, rows: [], notes: []})

/** Table 13. */
export const forecastTable = awaited({
  number: 13,
  id: 'forecast',
  title: 'Forecast of demand by type of placement and age',
  says: 'This table comes from the demand forecast: how many children will need which kind of home, with the range.',
  columns: [
    column('type', 'Type of placement', null),
    column('age', 'Age', null),
    column('expected', 'Children expected', 'children'),
    column('low', 'Low', 'children'),
    column('high', 'High', 'children'),
  ],
  source: 'Demand forecast',
  waitsFor: 'forecast',
})

/** Table 14. */
export const gapTable = awaited({
  number: 14,
  id: 'gap',
  title: 'Gap between demand and supply by age, need and area',
  says: 'This table comes from the demand forecast: the homes that will be needed, less the places that there are.',
  columns: [
    column('type', 'Type of placement', null),
    column('age', 'Age', null),
    column('demand', 'Children expected', 'children'),
    column('supply', 'Places', 'places'),
    column('gap', 'Gap', 'places'),
  ],
  source: 'Demand forecast and in-house supply',
  waitsFor: 'forecast',
})

/** Table 16. */
export const actionsTable = awaited({
  number: 16,
  id: 'actions',
  title: 'Actions and owners',
  says: 'This table is kept by people: what will be done about the gaps above, by whom and by when.',
  columns: [
    column('action', 'Action', null),
    column('owner', 'Owner', null),
    column('by', 'By when', null),
    column('measure', 'How we shall know', null),
  ],
  source: 'The sufficiency board',
  waitsFor: 'people',
})
