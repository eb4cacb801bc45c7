import {dayInWords} from '../../calendar.ts'
import type {LookedAfter} from '../census.ts'
import {milesOf} from '../distance-figures.ts'
import {LOOKED_AFTER, NOT_KNOWN} from '../subjects.ts'
import {areaInWords} from '../words.ts'
import {SNAPSHOT} from './children-tables.ts'
import {ALL, crossed, named} from './cross.ts'
import {column, type Draft, percentOf} from './table.ts'
import {keyIn, type Times} from './times.ts'

const INSIDE = 'Inside the authority'

/** Over so many miles, up to and with so many. */
const BANDS = [
  ['to-5', 'Up to 5 miles', -1, 5],
  ['to-10', 'Over 5 to 10', 5, 10],
  ['to-20', 'Over 10 to 20', 10, 20],
  ['over-20', 'Over 20 miles', 20, Number.POSITIVE_INFINITY],
] as const

const isWithin = (miles: number | null, over: number, upTo: number): boolean =>
  miles !== null && miles > over && miles <= upTo

const COLUMNS = [
  ...BANDS.map(([id, title, over, upTo]) => ({
    id,
    ...named<LookedAfter>(title, child => isWithin(milesOf(child), over, upTo)),
  })),
  {id: 'unknown', ...named<LookedAfter>('Distance not known', child => milesOf(child) === null)},
  {id: 'all', ...named<LookedAfter>(ALL, () => true)},
]

/** Table 5: in whose area children live, and how far from where they lived when care began. */
export function locationTable({asAt, now}: Times): Draft {
  const children = now.census()
  const areaOf = keyIn(LOOKED_AFTER, 'area-authority', now)
  const {authorityId} = now.facts
  const rows = authoritiesOf(children.map(areaOf), authorityId).map(area =>
    named<LookedAfter>(nameOf(area, authorityId), child => areaOf(child) === area),
  )
  return {
    number: 5,
    id: 'location',
    title: 'Where children live: area authority by distance',
    says: look =>
      `On ${dayInWords(asAt)}, ${look(INSIDE, 'all')} of ${look(ALL, 'all')} children lived inside the authority, and ${look(ALL, 'over-20')} over 20 miles from where they lived when care began.`,
    columns: [
      column('area', 'Area authority', null),
      ...COLUMNS.map(({id, name}) => column(id, name, 'children', DEFINED[id] ?? 'children-looked-after')),
      column('share', 'Share of all', 'percent', null),
    ],
    rows: crossed(children, rows, COLUMNS).map(row => [
      ...row,
      percentOf(Number(row.at(-1)), children.length),
    ]),
    notes: [
      SNAPSHOT,
      'An area authority whose name is not held is shown by its ONS code. 20.0 miles is not over 20. Who has no known distance, unaccompanied children among them, stays in every total.',
    ],
    source: 'SSDA903 PL_DISTANCE and PL_LA',
    rowIndicators: ['inside-authority'],
    sums: [{total: 'all', parts: COLUMNS.slice(0, -1).map(({id}) => id)}],
    totalRow: true,
    workedFrom: {share: 'all'},
  }
}

const DEFINED: Readonly<Record<string, string>> = {'over-20': 'over-20-miles', unknown: 'distance-unknown'}

const nameOf = (area: string, authorityId: string): string =>
  area === authorityId ? INSIDE : area === NOT_KNOWN ? 'Not known' : areaInWords(area)

/** The authority itself, then those where most of the others live, then what is not known. */
function authoritiesOf(areas: readonly string[], authorityId: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const area of areas) counts.set(area, (counts.get(area) ?? 0) + 1)
  counts.delete(authorityId)
  counts.delete(NOT_KNOWN)
  const others = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return [authorityId, ...others.map(([area]) => area), NOT_KNOWN]
}
