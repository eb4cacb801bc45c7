import {dayInWords} from '../../calendar.ts'
import type {CostAt} from '../costs.ts'
import {openOn} from '../panel-subjects.ts'
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
      column('unknown', 'Placements with none recorded', 'placements', 'weekly-spend'),
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
function bandsOf(from: number) {
  const steps = [from, from * 1.5, from * 2]
  const names = [
    `Under ${pounds(from)}`,
    ...steps.slice(1).map((below, i) => `${pounds(steps[i]!)} to under ${pounds(below)}`),
    `${pounds(steps.at(-1)!)} and over`,
  ]
  const bandOf = (each: number) => steps.filter(step => each >= step).length
  return names.map((name, i) => ({name, has: (pence: number) => bandOf(pence) === i}))
}

/** Children whom the panel looks at on a day, by reference; null: no panel keeps its cases here. */
const beforePanel = ({asAt, now: {facts}}: Times): ReadonlySet<string> | null =>
  facts.panel === undefined
    ? null
    : new Set(facts.panel.files.filter(file => openOn(file, asAt)).map(({reference}) => reference))

const PANEL_COLUMNS = [
  column('panel', 'Before the panel', 'placements', 'panel-cases-open'),
  column('no-case', 'With no open case', 'placements'),
]

/** Table 12: what high-cost placements cost, and how many of them the panel looks at. */
export function highCostTable(times: Times): Draft {
  const {asAt, now} = times
  const from = now.facts.highCostPenceAWeek
  const costs = now
    .costs()
    .flatMap(({reference, weeklyPence}) => (weeklyPence === null ? [] : [{reference, pence: weeklyPence}]))
  const all = sum(costs.map(({pence}) => pence))
  const panel = beforePanel(times)
  const row = (name: string, those: typeof costs): Cell[] => {
    const pence = sum(those.map(each => each.pence))
    const money = [name, those.length, pence, percentOf(pence, all)]
    if (panel === null) return money
    const before = those.filter(({reference}) => panel.has(reference)).length
    return [...money, before, those.length - before]
  }
  return {
    number: 12,
    id: 'high-cost',
    title: 'High-cost placements by band',
    says: `Placements that cost ${pounds(from)} a week or more on ${dayInWords(asAt)}, by band; the packs of the Best Care panel name each with its plan.`,
    columns: [
      column('band', 'Weekly cost', null),
      column('placements', 'Placements', 'placements', 'high-cost-placements'),
      column('spend', 'Weekly spend', 'pence-a-week', 'weekly-spend'),
      column('share', 'Share of weekly spend', 'percent', 'weekly-spend'),
      ...(panel === null ? [] : PANEL_COLUMNS),
    ],
    rows: [
      ...bandsOf(from).map(({name, has}) =>
        row(
          name,
          costs.filter(({pence}) => has(pence)),
        ),
      ),
      row(ALL, costs),
    ],
    notes: [
      `${pounds(from)} a week is where the policy's high cost begins; the next bands begin at half as much again and at twice as much.`,
      ...(panel === null ? [] : ['Before the panel: the child has an open case on the day.']),
    ],
    source: `${COST_SOURCE}; the Best Care panel's cases`,
    ...(panel === null
      ? {waitsFor: 'panel' as const}
      : {sums: [{total: 'placements', parts: ['panel', 'no-case']}]}),
    totalRow: true,
    workedFrom: {spend: 'placements', share: 'placements'},
  }
}
