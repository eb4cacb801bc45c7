import {dayInWords} from '../../calendar.ts'
import type {Moment} from '../moment.ts'
import {allTogether, type SiblingGroup} from '../sibling-groups.ts'
import {ALL} from './cross.ts'
import {column, type Draft, oneDecimal, percentOf} from './table.ts'
import {daysOf, figure, type Times} from './times.ts'

const MEASURES = [
  'three-or-more-placements',
  'three-or-more-placements-in-two-years',
  'placement-change',
  'long-term-stability',
]

/** Table 7: how often children move, now and at the ends of the years before. */
export function stabilityTable({asAt, now, tally}: Times): Draft {
  const days = daysOf(asAt, 2)
  const titles = MEASURES.map(id => figure(id).indicator(now).title)
  return {
    number: 7,
    id: 'stability',
    title: 'Stability of placements',
    says: look =>
      `On ${dayInWords(asAt)}, ${look(titles[0]!, `counted-${asAt}`)} of ${look(titles[0]!, `of-${asAt}`)} children had had three or more placements since 1 April; ${look(titles[3]!, `share-${asAt}`)} per cent of children under 16 in care for two and a half years or more had been in one placement for two.`,
    columns: [
      column('measure', 'Measure', null),
      ...days.flatMap(day => [
        column(`counted-${day}`, `Children, ${dayInWords(day)}`, 'children'),
        column(`of-${day}`, `Of, ${dayInWords(day)}`, 'children'),
        column(`share-${day}`, `Share, ${dayInWords(day)}`, 'percent'),
      ]),
    ],
    rows: MEASURES.map((id, i) => [
      titles[i]!,
      ...days.flatMap(day => {
        const {numerator, denominator, value} = tally(id, day)
        return [numerator, denominator, value === null ? null : oneDecimal(value)]
      }),
    ]),
    notes: [
      'Measures of a year count from 1 April: the first three columns are of a part of a year, and their figures grow until 31 March.',
    ],
    source: 'DfE, Stability measures for children looked after in England, data guidance 2024',
    rowIndicators: MEASURES,
    sums: days.map(day => ({total: `of-${day}`, parts: [`counted-${day}`], hasRest: true as const})),
    workedFrom: Object.fromEntries(days.map(day => [`share-${day}`, `counted-${day}`])),
  }
}

const TOGETHER = 'All together'
const STANDINGS = [TOGETHER, 'Apart, by plan', 'Apart, not by plan', 'Not known'] as const

function standingOf(group: SiblingGroup, {facts}: Moment): (typeof STANDINGS)[number] {
  const together = allTogether(group)
  if (together === null) return 'Not known'
  if (together) return TOGETHER
  return facts.apartByPlan.includes(group.id) ? 'Apart, by plan' : 'Apart, not by plan'
}

/** Table 8: brothers and sisters. */
export function siblingsTable({asAt, now}: Times): Draft {
  const groups = now.siblingGroups()
  const row = (name: string, those: readonly SiblingGroup[]) => [
    name,
    those.length,
    those.reduce((sum, {children}) => sum + children.length, 0),
    percentOf(those.length, groups.length),
  ]
  return {
    number: 8,
    id: 'siblings',
    title: 'Sibling groups together and apart',
    says: look =>
      `On ${dayInWords(asAt)}, ${look(TOGETHER, 'groups')} of ${look(ALL, 'groups')} sibling groups lived together.`,
    columns: [
      column('standing', 'Brothers and sisters', null),
      column('groups', 'Sibling groups', 'sibling-groups', 'siblings-together'),
      column('children', 'Children in them', 'children', 'siblings-together'),
      column('share', 'Share of groups', 'percent', 'siblings-together'),
    ],
    rows: [
      ...STANDINGS.map(name =>
        row(
          name,
          groups.filter(group => standingOf(group, now) === name),
        ),
      ),
      row(ALL, groups),
    ],
    notes: [
      'Groups of two or more who are looked after. SSDA903 knows no sibling groups: these are recorded by the authority.',
    ],
    source: "The authority's record of sibling groups, with households or PL_POST and URN",
    totalRow: true,
    workedFrom: {share: 'groups'},
  }
}
