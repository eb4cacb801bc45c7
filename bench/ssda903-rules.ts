import {dayNumber, dayOf} from '../domain/calendar.ts'
import {derive} from '../domain/ssda903/derive.ts'
import {findingsOf} from '../domain/ssda903/findings.ts'
import type {RuleContext} from '../domain/ssda903/rule-context.ts'
import {type ChildReturn, type Row, TABLES, type TableName} from '../domain/ssda903/tables.ts'
import {makeRandom, type Random} from '../sample/random.ts'
import {median} from './measure.ts'

// The rules of the SSDA903 return alone, without a file or a store: episode rows a second, over a made-up return of so
// many children in which a few rows are wrong. The values are text of their own, as a file's are, so that no comparison
// is won by two being the same object. The rules alone and the rules with derived columns take turns in one process.
// Usage: node bench/ssda903-rules.ts [seed]

const SEED = Number(process.argv[2] ?? 7)
const CHILDREN = 20_000
const ROUNDS = 15
const AUTHORITY = 'E09000023'

const context: RuleContext = {
  year: 2026,
  authorityId: AUTHORITY,
  collectionStart: '2025-04-01',
  collectionEnd: '2026-03-31',
  lastYear: null,
  upnTwice: () => false,
  isPostcode: postcode => postcode !== '',
}

const FIRST = dayNumber('2025-04-01')
const date = (day: number) => dayOf(day).split('-').reverse().join('/')
const MISTAKE = 0.01

const row = <Table extends TableName>(table: Table, n: number, cells: readonly string[]): Row => {
  // Joined and split, as a file's text is.
  const texts = cells.join(',').split(',')
  return {row: n, values: Object.fromEntries(TABLES[table].map((column, i) => [column, texts[i] || null]))}
}

const PLACEMENTS = ['U1 PR1', 'U4 PR4', 'U6 PR1', 'U6 PR4', 'K2 PR4', 'R3 PR5'].map(each => each.split(' '))

function episodesOf(child: string, random: Random): readonly Row[] {
  let from = FIRST + random.integer(0, 60)
  const count = random.integer(1, 5)
  return Array.from({length: count}, (_, i) => {
    const start = from
    from += random.integer(5, 60)
    const [place, provider] = random.pick(PLACEMENTS)
    return row('Episodes', i + 1, [
      ...[child, date(start), i === 0 ? 'S' : 'P', 'C2', 'N1'],
      ...[random.chance(MISTAKE) ? 'Z9' : place!, provider!],
      ...(i < count - 1 ? [date(from), 'X1', 'CARPL'] : ['', '', '']),
      ...[
        'SE6 4RU',
        `SE${random.integer(1, 28)} ${random.integer(1, 9)}AB`,
        `SC${random.integer(100_000, 999_999)}`,
      ],
    ])
  })
}

function makeReturn(random: Random): readonly ChildReturn[] {
  return Array.from({length: CHILDREN}, (_, n) => {
    const child = `C${n}`
    const born = FIRST - random.integer(30, 17 * 365)
    const header = [child, random.pick(['M', 'F']), date(born), 'WBRI', 'UN1', '', '']
    return {child, tables: {Header: [row('Header', n + 1, header)], Episodes: episodesOf(child, random)}}
  })
}

const AREAS = [
  {grid: {easting: 537_700, northing: 173_900}, authorityId: AUTHORITY},
  {grid: {easting: 541_000, northing: 171_000}, authorityId: 'E09000006'},
] as const

const areaOf = (postcode: string) => AREAS[postcode.length % 2]!
const withColumns = (child: ChildReturn) => derive(child, {authorityId: AUTHORITY, areaOf})

const bare = makeReturn(makeRandom(SEED))
const derived = bare.map(withColumns)
const rows = bare.reduce((sum, {tables}) => sum + (tables.Episodes?.length ?? 0), 0)

const WAYS = {
  'every rule': () => derived.reduce((found, child) => found + findingsOf(child, context).length, 0),
  'derived columns, then every rule': () =>
    bare.reduce((found, child) => found + findingsOf(withColumns(child), context).length, 0),
}

function rates(): Record<string, number[]> {
  const perSecond = Object.fromEntries(Object.keys(WAYS).map(name => [name, [] as number[]]))
  // The first rounds are for the compiler, and not counted.
  for (let round = -3; round < ROUNDS; round++)
    for (const [name, way] of Object.entries(WAYS)) {
      const since = performance.now()
      way()
      if (round >= 0) perSecond[name]!.push((rows / (performance.now() - since)) * 1000)
    }
  return perSecond
}

const thousands = (rate: number) => `${Math.round(rate / 1000)},000`

console.log(
  `Node ${process.version}, seed ${SEED}, ${CHILDREN} children with ${rows} episodes, ${WAYS['every rule']()} findings; episode rows a second, median [least..most]`,
)
console.table(
  Object.entries(rates()).map(([way, each]) => {
    const sorted = each.toSorted((a, b) => a - b)
    return {
      way,
      rows: `${thousands(median(sorted))} [${thousands(sorted[0]!)}..${thousands(sorted.at(-1)!)}]`,
    }
  }),
)
