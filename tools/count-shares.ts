import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'

// Counts the shares of an SSDA903 return from its files alone. It shares no code with the service, so that the
// service's figures can be held against it. The definitions are those of the DfE's methodology for children looked after.

const USAGE =
  'node tools/count-shares.ts FOLDER... --as-at 2026-03-31 --authority E09000023 --postcodes postcodes.csv\n' +
  'FOLDER holds header.csv, episodes.csv, uasc.csv and perhaps oc2.csv and costs.csv of one year; of several, a later one overrides an\n' +
  'earlier. The SDQ scores and costs are those of the last; scores are counted on the 31 March that ends it.'

type Row = Readonly<Record<string, string>>

/** Our own files have no quotes. */
function readCsv(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const columns = head.split(',')
  return lines.map(line => {
    const cells = line.split(',')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

/** `31/03/2026` as `2026-03-31`, which sorts; blank stays blank. */
const sortable = (date = '') => date.split('/').reverse().join('-')

/** The same day of the month so many months before, or the month's last where it is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  const before = new Date(Date.UTC(year, month - 1 - months, Math.min(date, last)))
  return before.toISOString().slice(0, 10)
}

interface Episode {
  readonly child: string
  readonly from: string
  /** Blank: open. */
  readonly until: string
  readonly row: Row
}

interface Spell {
  readonly from: string
  until: string
  readonly place: string
  readonly postcode: string
}

const {values, positionals: folders} = parseArgs({
  allowPositionals: true,
  options: {'as-at': {type: 'string'}, authority: {type: 'string'}, postcodes: {type: 'string'}},
})
const {'as-at': asAt, authority, postcodes} = values
if (folders.length === 0 || !asAt || !authority || !postcodes) {
  console.error(USAGE)
  process.exit(1)
}

const yearStart = `${Number(asAt.slice(0, 4)) - (asAt.slice(5) < '04-01' ? 1 : 0)}-04-01`
const places = new Map(readCsv(postcodes).map(row => [row['pcds'], row]))
const born = new Map<string, string>()
const uascUntil = new Map<string, string>()
const byKey = new Map<string, Episode>()
for (const folder of folders) {
  for (const row of readCsv(join(folder, 'header.csv'))) born.set(row['CHILD']!, sortable(row['DOB']))
  for (const row of readCsv(join(folder, 'uasc.csv'))) uascUntil.set(row['CHILD']!, sortable(row['DUC']))
  for (const row of readCsv(join(folder, 'episodes.csv'))) {
    const [child, from, until] = [row['CHILD']!, sortable(row['DECOM']), sortable(row['DEC'])]
    if (!['V3', 'V4'].includes(row['LS']!)) byKey.set(`${child} ${from}`, {child, from, until, row})
  }
}
const byChild = Map.groupBy(
  [...byKey.values()].sort((one, other) => (one.from < other.from ? -1 : 1)),
  ({child}) => child,
)

const isOpen = ({from, until}: {from: string; until: string}) =>
  from <= asAt && (until === '' || until > asAt)
const isTemporary = (row: Row) => row['PLACE']!.startsWith('T')

/** The child's episodes up to the day, of those who are looked after on it. */
const lookedAfter = [...byChild.values()]
  .filter(episodes => episodes.some(isOpen))
  .map(episodes => episodes.filter(({from}) => from <= asAt))

/** The episode in force; in a temporary place, the one before it. */
const current = lookedAfter.map(
  episodes => episodes.findLast(({row}) => !isTemporary(row)) ?? episodes.at(-1)!,
)

/** One for each home: temporary places and the return from them do not count, nor does a change of codes alone. */
function spellsOf(episodes: readonly Episode[]): Spell[] {
  const spells: Spell[] = []
  for (const {from, until, row} of episodes) {
    if (isTemporary(row)) continue
    const [place, postcode] = [row['PLACE']!, row['PL_POST']!]
    const last = spells.at(-1)
    const before = episodes.find(other => other.until === from)
    const isReturn =
      before !== undefined && isTemporary(before.row) && last?.place === place && last.postcode === postcode
    const continues = !['S', 'P', 'B'].includes(row['RNE']!) || isReturn
    if (last && continues) spells[spells.length - 1] = {...last, until, place, postcode}
    else spells.push({from, until, place, postcode})
  }
  return spells
}

const inYear = ({from, until}: Spell) => from <= asAt && (until === '' || until > yearStart)
const threeOrMore = lookedAfter.filter(episodes => spellsOf(episodes).filter(inYear).length >= 3).length

/** Looked after for two and a half years without a break, and under 16; whether in one home for two of them. */
function stability(): {of: number; stable: number} | null {
  let [of, stable] = [0, 0]
  for (const episodes of lookedAfter) {
    if (monthsBefore(asAt!, 16 * 12) >= born.get(episodes[0]!.child)!) continue
    const start = episodes.findLast(({row}) => row['RNE'] === 'S') ?? episodes[0]!
    const isLong = start.from <= monthsBefore(asAt!, 30)
    // Began before the first of the years that were read: how long ago cannot be told.
    if (!isLong && start.row['RNE'] !== 'S') return null
    if (!isLong) continue
    of++
    const spells = spellsOf(episodes)
    const last = spells.at(-1)!
    const before = spells.at(-2)
    const since = last.place.startsWith('A') && before && before.until === last.from ? before.from : last.from
    if (since <= monthsBefore(asAt!, 24)) stable++
  }
  return {of, stable}
}

/** Scores of those aged 4 to 16 who were looked after from 1 April on; null: it is not the day that they are of. */
function sdqScores(): string[] | null {
  const file = join(folders.at(-1)!, 'oc2.csv')
  if (!asAt!.endsWith('-03-31') || !existsSync(file)) return null
  const scoreOf = new Map(readCsv(file).map(row => [row['CHILD'], row['SDQ_SCORE']!]))
  return lookedAfter
    .filter(episodes => {
      const dob = born.get(episodes[0]!.child)!
      const start = episodes.findLast(({row}) => row['RNE'] === 'S') ?? episodes[0]!
      const isOfAge = dob <= monthsBefore(asAt!, 4 * 12) && dob > monthsBefore(asAt!, 17 * 12)
      return isOfAge && start.from <= yearStart
    })
    .map(episodes => scoreOf.get(episodes[0]!.child) ?? '')
}

/** Where the child has the night of a day; null: not looked after. */
function placeOn(episodes: readonly Episode[], day: string): string | null {
  const open = episodes.find(({from, until}) => from <= day && (until === '' || until > day))
  if (!open || !isTemporary(open.row)) return open?.row['PLACE'] ?? null
  return episodes.findLast(({from, row}) => from <= day && !isTemporary(row))?.row['PLACE'] ?? null
}

const DAY_MS = 86_400_000
const nightsOfYear = Array.from(
  {length: (Date.parse(asAt) - Date.parse(yearStart)) / DAY_MS + 1},
  (_, night) => new Date(Date.parse(yearStart) + night * DAY_MS).toISOString().slice(0, 10),
)

/** What nights of the year in such places cost, each night by itself; who has one without a cost is left out. */
function spentIn(places: readonly string[]) {
  const file = join(folders.at(-1)!, 'costs.csv')
  if (!existsSync(file)) return null
  const costs = Map.groupBy(readCsv(file), row => row['CHILD']!)
  let [pence, nights, there] = [0, 0, 0]
  for (const [child, episodes] of byChild) {
    const here = nightsOfYear.filter(day => places.includes(placeOn(episodes, day) ?? ''))
    const paid = here.map(day =>
      (costs.get(child) ?? []).filter(
        ({FROM, TO}) => sortable(FROM) <= day && (TO === '' || sortable(TO) > day),
      ),
    )
    if (here.length === 0 || paid.some(rows => rows.length === 0)) continue
    pence += Math.round(paid.flat().reduce((sum, row) => sum + Number(row['WEEKLY_PENCE']), 0) / 7)
    nights += here.length
    if (here.at(-1) === asAt) there++
  }
  return {pence, nights, there}
}

/** Miles to one decimal; null where either postcode is missing or not found, and for unaccompanied children. */
function distance({child, row}: Episode): number | null {
  const [home, there] = [places.get(row['HOME_POST']), places.get(row['PL_POST'])]
  if (!home || !there || isUnaccompanied(child)) return null
  const east = Number(home['oseast1m']) - Number(there['oseast1m'])
  const north = Number(home['osnrth1m']) - Number(there['osnrth1m'])
  return Math.round((Math.sqrt(east ** 2 + north ** 2) / 1000 / 1.6093) * 10) / 10
}

function isUnaccompanied(child: string): boolean {
  const until = uascUntil.get(child)
  return until !== undefined && (until === '' || until > asAt!)
}

/** An authority is a county, or a district of London or a city. */
function isInside({row}: Episode): boolean {
  const place = places.get(row['PL_POST'])
  return place?.['oscty'] === authority || place?.['oslaua'] === authority
}

const count = (codes: readonly string[], providers?: readonly string[]) =>
  current.filter(
    ({row}) => codes.includes(row['PLACE']!) && (!providers || providers.includes(row['PLACE_PROVIDER']!)),
  ).length
const childrenWith = (is: (episode: Episode) => boolean) =>
  [...byChild.values()].filter(episodes => episodes.some(is)).length

const FOSTER = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6']
const stable = stability()
const asked = sdqScores()
const scores = asked?.filter(score => score !== '').map(Number)
const [fostered, residential] = [spentIn(FOSTER), spentIn(['K1', 'K2', 'R1', 'S1'])]
const figures = {
  'as-at': asAt,
  'children-looked-after': lookedAfter.length,
  foster: count(FOSTER),
  'own-provision-foster': count(FOSTER, ['PR1']),
  'all-ifa-foster': count(FOSTER, ['PR4', 'PR5']),
  'in-house-foster': count(['U4', 'U5', 'U6'], ['PR1']),
  'ifa-foster': count(['U4', 'U5', 'U6'], ['PR4', 'PR5']),
  'kinship-foster': count(['U1', 'U2', 'U3']),
  'childrens-homes': count(['K1', 'K2']),
  supported: count(['K3', 'H5', 'P2']),
  'with-parents': count(['P1']),
  'placed-for-adoption': count(['A3', 'A4', 'A5', 'A6']),
  uasc: current.filter(({child}) => isUnaccompanied(child)).length,
  'inside-authority': current.filter(isInside).length,
  'over-20-miles': current.filter(each => (distance(each) ?? 0) > 20 && !isInside(each)).length,
  'distance-unknown': current.filter(each => distance(each) === null).length,
  'starts-in-year': childrenWith(({from, row}) => row['RNE'] === 'S' && from >= yearStart && from <= asAt),
  'ceased-in-year': childrenWith(
    ({until, row}) => !['', 'X1'].includes(row['REC']!) && until >= yearStart && until <= asAt,
  ),
  'three-or-more-placements': threeOrMore,
  // null: the years that were read do not reach far enough back.
  'long-term-children': stable?.of ?? null,
  'long-term-stability': stable?.stable ?? null,
  'sdq-mean': scores?.reduce((sum, score) => sum + score, 0) ?? null,
  'sdq-scores': scores?.length ?? null,
  'sdq-unknown': asked && scores ? asked.length - scores.length : null,
  'foster-unit-cost-in-year': fostered?.pence ?? null,
  'foster-weeks': fostered && (fostered.there * nightsOfYear.length) / 7,
  'residential-unit-cost-in-year': residential?.pence ?? null,
  'residential-weeks': residential && residential.nights / 7,
  'sdq-concern': scores?.filter(score => score >= 17).length ?? null,
}
console.log(JSON.stringify(figures, null, 2))
