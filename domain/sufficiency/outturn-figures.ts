import {isoDay} from '../ssda903/return-day.ts'
import {type Figure, figureOf} from './figure.ts'
import type {Moment} from './moment.ts'
import type {Spent} from './spent.ts'
import {FOSTERED_IN_YEAR, RESIDENTIAL_IN_YEAR} from './subjects.ts'
import {counted, poundsAndPence} from './words.ts'

const SOURCE =
  "DfE, local authority interactive tool, unit costs from section 251 outturn; the spend is that of the authority's cost extract and Hearth's placements"
const SPEND =
  'The spend is what placements are recorded to cost, night by night, not the accounts of the authority. Not known: children with a night there of which no cost is recorded; they are in neither number.'

const nightsOfYear = ({yearFrom, asAt}: Moment): number => isoDay(asAt) - isoDay(yearFrom) + 1

const figure = {
  source: SOURCE,
  measure: 'a-week',
  unit: 'pence-a-week',
  standing: ({pence}: Spent) => (pence === null ? 'unknown' : 'counted'),
  amount: ({pence}: Spent) => pence ?? 0,
  words: ({nights, pence}: Spent) =>
    `${counted(nights, 'night')}, ${pence === null ? 'not all with a cost' : poundsAndPence(pence)}`,
} as const

/** What a week costs over the year so far, divided as the section 251 benchmark divides. */
export const OUTTURN_FIGURES: readonly Figure[] = [
  figureOf(FOSTERED_IN_YEAR)({
    ...figure,
    id: 'foster-unit-cost-in-year',
    title: 'Fostering, unit cost of the year',
    definition: `What nights in foster placements (U1-U6) from 1 April to the date have cost, for each foster placement at the date and each week of that time: spend / placements / 365 x 7 on 31 March. ${SPEND}`,
    days: ({isStillThere}, moment) => (isStillThere ? nightsOfYear(moment) : 0),
  }),
  figureOf(RESIDENTIAL_IN_YEAR)({
    ...figure,
    id: 'residential-unit-cost-in-year',
    title: 'Residential care, unit cost of the year',
    definition: `What nights in K1, K2, R1 and S1 from 1 April to the date have cost, for each week of such nights: spend / nights x 7. ${SPEND}`,
    days: ({nights}) => nights,
  }),
]
