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
    totalRow: true,
    workedFrom: {spend: 'placements', 'unit-cost': 'placements'},
  }
}

const pounds = (pence: number): string => `£${Math.round(pence / 100).toLocaleString('en-GB')}`

/** From the policy's band for high cost on: half as much again, twice as much. */
function bandsOf(from: number, pence: readonly number[]) {
  const steps = [from, from * 1.5, from * 2]
  const names = [
    `Under ${pounds(from)}`,
    ...steps.slice(1).map((below, i) => `${pounds(steps[i]!)} to under ${pounds(below)}`),
    `${pounds(steps.at(-1)!)} and over`,
  ]
  const bandOf = (each: number) => steps.filter(step => each >= step).length
  return names.map((name, i) => ({name, those: pence.filter(each => bandOf(each) === i)}))
}

/** Table 12: what costs alone tell of high-cost placements. The panel's list names each. */
export function highCostTable({asAt, now}: Times): Draft {
  const from = now.facts.highCostPenceAWeek
  const pence = known(now.costs())
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
    rows: [...bandsOf(from, pence).map(({name, those}) => row(name, those)), row(ALL, pence)],
    notes: [
      `${pounds(from)} a week is where the policy's high cost begins; the next bands begin at half as much again and at twice as much.`,
    ],
    source: COST_SOURCE,
    waitsFor: 'panel',
    totalRow: true,
    workedFrom: {spend: 'placements', share: 'placements'},
  }
}
