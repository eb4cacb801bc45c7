import {pounds} from '../panel/words.ts'
import type {CostAt} from './costs.ts'
import {type Figure, figureOf} from './figure.ts'
import type {Standing} from './indicator.ts'
import {COSTS} from './subjects.ts'
import {poundsAndPence, provisionInWords} from './words.ts'

const SOURCE = "The authority's cost extract and Hearth's placements"
const ADDED =
  'Everything that runs on the date for one child is added up. Not known: children looked after with no cost recorded.'

const isKnown = ({weeklyPence}: CostAt): Standing => (weeklyPence === null ? 'unknown' : 'counted')
const penceOf = ({weeklyPence}: CostAt): number => weeklyPence ?? 0

const inWords = ({weeklyPence, provision}: CostAt): string =>
  [
    weeklyPence === null ? 'no cost recorded' : `${poundsAndPence(weeklyPence)} a week`,
    provision === null ? 'not looked after' : provisionInWords(provision),
  ].join(', ')

const cost = figureOf(COSTS)

/** What placements cost, in pence a week. */
export const COST_FIGURES: readonly Figure[] = [
  cost({
    id: 'weekly-spend',
    title: 'Weekly spend',
    definition: `The weekly cost of all placements that run on the date. ${ADDED}`,
    source: SOURCE,
    measure: 'count',
    unit: 'pence-a-week',
    standing: isKnown,
    amount: penceOf,
    words: inWords,
  }),
  cost({
    id: 'unit-cost',
    title: 'Unit cost',
    definition: `The mean weekly cost of a placement on the date, over those whose cost is known. ${ADDED}`,
    source: SOURCE,
    measure: 'mean',
    unit: 'pence-a-week',
    standing: isKnown,
    amount: penceOf,
    words: inWords,
  }),
  cost({
    id: 'high-cost-placements',
    title: 'High-cost placements',
    definition: ({facts: {highCostPenceAWeek}}) =>
      `Placements on the date that cost ${pounds(highCostPenceAWeek)} a week or more. ${ADDED}`,
    source: `${SOURCE}; the band is the policy's`,
    measure: 'count',
    unit: 'placements',
    standing: ({weeklyPence}, {facts: {highCostPenceAWeek}}) =>
      weeklyPence === null ? 'unknown' : weeklyPence >= highCostPenceAWeek ? 'counted' : null,
    words: inWords,
  }),
]
