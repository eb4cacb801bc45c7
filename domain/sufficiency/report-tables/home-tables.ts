import {dayInWords} from '../../calendar.ts'
import type {LookedAfter} from '../census.ts'
import {MAPPINGS, placementGroup} from '../provision.ts'
import {SNAPSHOT} from './children-tables.ts'
import {ALL, crossed, named, namedBy} from './cross.ts'
import {column, type Draft, percentOf} from './table.ts'
import {daysOf, type Times} from './times.ts'
import {GROUP_TITLES} from './titles.ts'

const KINSHIP: readonly string[] = MAPPINGS.strict['kinship-foster'].places

function groupOf({home: {place}}: LookedAfter): string {
  const group = placementGroup(place)
  return group !== 'foster' ? group : KINSHIP.includes(place) ? 'kinship' : 'other-foster'
}

const provider = (id: string, title: string, codes: readonly (string | null)[]) => ({
  id,
  ...named<LookedAfter>(title, ({home}) => codes.includes(home.provider)),
})

const PROVIDERS = [
  provider('own', 'Own provision (PR1)', ['PR1']),
  provider('public', 'Other public provider (PR2, PR3)', ['PR2', 'PR3']),
  provider('private', 'Private (PR4)', ['PR4']),
  provider('voluntary', 'Voluntary (PR5)', ['PR5']),
  provider('none', 'Parents (PR0) or none recorded', ['PR0', null]),
]

/** Of each type, in the order of GROUP_TITLES. */
const INDICATORS = [
  'kinship-foster',
  'foster',
  'placed-for-adoption',
  'with-parents',
  'childrens-homes',
  'supported',
  'residential-schools',
  'other-residential',
  'other-placements',
  null,
]

/** Table 4: in what kind of home, provided by whom, now and at the ends of the years before. */
export function placementsTable({asAt, now, at}: Times): Draft {
  const kinds = namedBy<LookedAfter>([], GROUP_TITLES, groupOf)
  const everybody = named<LookedAfter>(ALL, () => true)
  const years = daysOf(asAt, 3).slice(1)
  const then = years.map(day => crossed(at(day).census(), kinds, [everybody]).map(([, count]) => count!))
  const all = now.census().length
  const rows = crossed(now.census(), kinds, [...PROVIDERS, everybody]).map((row, i) => [
    ...row,
    percentOf(Number(row.at(-1)), all),
    ...then.map(counts => counts[i]!),
  ])
  return {
    number: 4,
    id: 'placements',
    title: 'Placements by type, provider and year',
    says: look =>
      `Of ${look(ALL, 'all')} children on ${dayInWords(asAt)}, ${look(GROUP_TITLES.kinship, 'all')} were fostered by a relative or friend, ${look(GROUP_TITLES['other-foster'], 'own')} by other carers of the authority and ${look(GROUP_TITLES['other-foster'], 'private')} by carers of private agencies.`,
    columns: [
      column('type', 'Type of placement', null),
      ...PROVIDERS.map(({id, name}) => column(id, name, 'children', 'children-looked-after')),
      column('all', ALL, 'children', 'children-looked-after'),
      column('share', 'Share of all', 'percent', null),
      ...years.map(day =>
        column(`all-${day}`, `All on ${dayInWords(day)}`, 'children', 'children-looked-after'),
      ),
    ],
    rows,
    notes: [
      SNAPSHOT,
      'A child on a temporary move is counted where the placement is that it interrupts.',
      'The headline figures give in-house and IFA as shares of all children and of fostered children, which are not the same.',
    ],
    source: "SSDA903 PLACE and PLACE_PROVIDER in DfE's published groups, foster placements parted by kinship",
    rowIndicators: INDICATORS,
    sums: [{total: 'all', parts: PROVIDERS.map(({id}) => id)}],
    totalRow: true,
    workedFrom: {share: 'all'},
  }
}
