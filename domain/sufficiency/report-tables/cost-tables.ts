import {dayInWords} from '../../calendar.ts'
import type {CostAt} from '../costs.ts'
import {COSTS} from '../subjects.ts'
import {ALL, namedBy, occupied} from './cross.ts'
import {type Cell, column, type Draft, percentOf} from './table.ts'
import {keyIn, type Times} from './times.ts'
import {PROVISION_TITLES} from './titles.ts'

const COST_SOURCE = "The authority's cost extract and Hearth's placements"

const known = (costs: readonly CostAt[]) => costs.flatMap(({weeklyPence}) => weeklyPence ?? [])
const sum = (pence: readonly number[]): number => pence.reduce((all, each) => all + each, 0)

/** Table 11: what each kind of provision costs. */
export function costTable({asAt, now}: Times): Draft {
  const costs = now.costs()
  const row = (name: string, those: readonly CostAt[]): Cell[] => {
    const pence = known(those)
    return [
      name,
      pence.length,
      those.length - pence.length,
      sum(pence),
      pence.length === 0 ? null : Math.round(sum(pence) / pence.length),
    ]
  }
  const provisions = namedBy(costs, PROVISION_TITLES, keyIn(COSTS, 'provision', now))
  return {
    number: 11,
    id: 'costs',
    title: 'Weekly spend and unit cost by provision',
    says: look =>
      `On ${dayInWords(asAt)}, the cost of ${look(ALL, 'placements')} placements was known, and that of ${look(ALL, 'unknown')} was not.`,
    columns: [
      column('provision', 'Provision', null),
      column('placements', 'Placements with a cost', 'placements', 'unit-cost'),
      column('unknown', 'Placements without', 'placements', 'weekly-spend'),
      column('spend', 'Weekly spend', 'pence-a-week', 'weekly-spend'),
      column('unit-cost', 'Unit cost', 'pence-a-week', 'unit-cost'),
    ],
    rows: occupied([...provisions.map(({name, has}) => row(name, costs.filter(has))), row(ALL, costs)]),
    notes: [
      'Everything that runs on the day for one child is added up. A placement without a recorded cost is in no spend and no mean.',
    ],
    source: COST_SOURCE,
    rowIndicators: [],
    waitsFor: null,
    sums: [],
    totalRow: true,
    workedFrom: {spend: 'placements', 'unit-cost': 'placements'},
  }
}

const pounds = (pence: number): string => `£${Math.round(pence / 100).toLocaleString('en-GB')}`

/** Table 12: what costs alone tell of high-cost placements. The panel's list names each. */
export function highCostTable({asAt, now}: Times): Draft {
  const from = now.facts.highCostPenceAWeek
  const steps = [0, from, from * 1.5, from * 2, Number.POSITIVE_INFINITY]
  const pence = known(now.costs())
  const bands = steps.slice(0, -1).map((least, i) => {
    const below = steps[i + 1]!
    const name =
      i === 0
        ? `Under ${pounds(below)}`
        : below === Number.POSITIVE_INFINITY
          ? `${pounds(least)} and over`
          : `${pounds(least)} to under ${pounds(below)}`
    return {name, those: pence.filter(each => each >= least && each < below)}
  })
  const row = (name: string, those: readonly number[]) => [
    name,
    those.length,
    sum(those),
    percentOf(sum(those), sum(pence)),
  ]
  return {
    number: 12,
    id: 'high-cost',
    title: 'High-cost placements by band',
    says: `Placements that cost ${pounds(from)} a week or more on ${dayInWords(asAt)}, by band; the list of each with its plan comes from the panel.`,
    columns: [
      column('band', 'Weekly cost', null),
      column('placements', 'Placements', 'placements', 'high-cost-placements'),
      column('spend', 'Weekly spend', 'pence-a-week', 'weekly-spend'),
      column('share', 'Share of weekly spend', 'percent', 'weekly-spend'),
    ],
    rows: [...bands.map(({name, those}) => row(name, those)), row(ALL, pence)],
    notes: [
      "The first band is the policy's for high cost; the others are half as much again and twice as much.",
    ],
    source: COST_SOURCE,
    rowIndicators: [],
    waitsFor: 'panel',
    sums: [],
    totalRow: true,
    workedFrom: {spend: 'placements', share: 'placements'},
  }
}
