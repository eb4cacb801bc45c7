import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'csv-parse/sync'

// Works out the panel's list of cases for every day of a year from exported files alone, by docs/panel.md. It shares no
// code with the service, so that the service's list can be held against it. The files have no decisions, and no case
// that a person opened or closed.

const USAGE =
  'node tools/count-cases.ts FOLDER > cases.csv\nFOLDER holds policy.json, placements.csv and costs.csv.'

interface Triggers {
  readonly 'weekly-cost': {on: boolean; fromPenceAWeek: number}
  readonly 'new-external': {on: boolean; days: number}
  readonly emergency: {on: boolean}
  readonly uplift: {on: boolean; days: number; fromPenceAWeek: number}
  readonly moves: {on: boolean; atLeast: number; days: number}
  readonly 'contract-ending': {on: boolean; days: number}
  readonly 'out-of-area': {on: boolean; days: number; forDays: number; adjoining: boolean}
  readonly 'add-ons': {on: boolean; fromPenceAWeek: number}
  readonly unregistered: {on: boolean; places: string[]}
}

interface Policy {
  readonly responsibleAuthority: string
  readonly adjoiningAuthorities: string[]
  readonly from: string
  readonly days: number
  readonly panel: {readonly triggers: Triggers}
}

/** Text of the three files. */
export interface Files {
  readonly policy: string
  readonly placements: string
  readonly costs: string
}

type Row = Readonly<Record<string, string>>

/** Days are counted from 1 January 1970. */
interface Part {
  readonly kind: string
  readonly pence: number
  readonly from: number
  /** The first day on which it no longer runs. */
  readonly until: number
}

interface Placement {
  readonly id: string
  readonly from: number
  /** The first night that is not spent there. */
  readonly ended: number
  readonly row: Row
  readonly parts: readonly Part[]
  /** First nights of all the child's moves. */
  readonly moves: readonly number[]
}

const rowsOf = (csv: string): Row[] => parse(csv, {columns: true})
const dayOf = (date = '') => Date.parse(date) / 86_400_000
const dayOrNever = (date = '') => (date === '' ? Number.POSITIVE_INFINITY : dayOf(date))

function readPlacements({placements, costs}: Files): Placement[] {
  const rows = rowsOf(placements).filter(row => row['arrangement'] === 'main')
  const byChild = Map.groupBy(rows, row => row['child_id'])
  const partsOf = Map.groupBy(rowsOf(costs), row => row['placement_id'])
  return rows
    .map(row => ({
      id: row['placement_id']!,
      from: dayOf(row['from']),
      ended: dayOrNever(row['ended']),
      row,
      parts: (partsOf.get(row['placement_id']) ?? []).map(part => ({
        kind: part['kind']!,
        pence: Number(part['pence_a_week']),
        from: dayOf(part['from']),
        until: dayOrNever(part['until']),
      })),
      moves: movesOf(byChild.get(row['child_id'])!),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** First nights on the day on which another placement ended, unless for a change of its status alone. */
function movesOf(rows: readonly Row[]): number[] {
  const isMove = (row: Row) =>
    rows.some(other => other !== row && other['ended'] === row['from'] && other['reason'] !== 'PLACE')
  return rows.filter(isMove).map(row => dayOf(row['from']))
}

const runsOn = (day: number) => (span: {readonly from: number; readonly until: number}) =>
  span.from <= day && span.until > day

/** In pence; null: not known. */
function weeklyCost({row, parts}: Placement, day: number): number | null {
  if (parts.length === 0) return row['pence_a_week'] ? Number(row['pence_a_week']) : null
  const running = parts.filter(runsOn(day))
  return running.length === 0 ? null : running.reduce((sum, {pence}) => sum + pence, 0)
}

function wentUp(placement: Placement, day: number, byPence: number): boolean {
  const [before, after] = [weeklyCost(placement, day - 1), weeklyCost(placement, day)]
  return before !== null && after !== null && after - before >= byPence
}

function isOutOfArea({row}: Placement, adjoining: boolean, policy: Policy): boolean {
  const area = row['area']!
  if (area === '' || area === policy.responsibleAuthority) return false
  if (!adjoining && policy.adjoiningAuthorities.includes(area)) return false
  return row['provider'] !== 'PR1' && !['U1', 'U2', 'U3', 'P1'].includes(row['place']!)
}

type Holds = {
  readonly [Name in keyof Triggers]: (
    placement: Placement,
    day: number,
    rule: Triggers[Name],
    policy: Policy,
  ) => boolean
}

const HOLDS: Holds = {
  'weekly-cost': (placement, day, {fromPenceAWeek}) =>
    (weeklyCost(placement, day) ?? Number.NEGATIVE_INFINITY) >= fromPenceAWeek,
  'new-external': ({from, row}, day, {days}) =>
    ['PR4', 'PR5'].includes(row['provider']!) && day - from < days,
  emergency: ({row}) => row['referral_kind'] === 'emergency' || row['referral_urgency'] === 'same-day',
  uplift: (placement, day, {days, fromPenceAWeek}) => {
    for (let up = Math.max(placement.from, day - days) + 1; up <= day; up++)
      if (wentUp(placement, up, fromPenceAWeek)) return true
    return false
  },
  moves: ({moves}, day, {atLeast, days}) =>
    moves.filter(first => first > day - days && first <= day).length >= atLeast,
  'contract-ending': ({row}, day, {days}) => dayOrNever(row['contract_ends']) <= day + days,
  'out-of-area': (placement, day, {days, forDays, adjoining}, policy) => {
    const since = day - placement.from
    return isOutOfArea(placement, adjoining, policy) && since >= days && since % days < forDays
  },
  'add-ons': ({parts}, day, {fromPenceAWeek}) =>
    parts.some(part => part.kind === 'add-on' && runsOn(day)(part) && part.pence >= fromPenceAWeek),
  unregistered: ({row}, _day, {places}) =>
    row['household'] === 'no' && row['urn'] === '' && places.includes(row['place']!),
}
const NAMES = (Object.keys(HOLDS) as (keyof Triggers)[]).sort()

function holds<Name extends keyof Triggers>(name: Name, placement: Placement, day: number, policy: Policy) {
  const rule = policy.panel.triggers[name]
  return rule.on && HOLDS[name](placement, day, rule, policy)
}

/** `day,placement_id,meets`: each case on each day, with what holds, blank where nothing does any more. */
export function countCases(files: Files): string {
  const policy: Policy = JSON.parse(files.policy)
  const placements = readPlacements(files)
  const onTheList = new Set<string>()
  const lines = ['day,placement_id,meets']
  for (let day = dayOf(policy.from); day < dayOf(policy.from) + policy.days; day++) {
    const written = new Date(day * 86_400_000).toISOString().slice(0, 10)
    for (const placement of placements) {
      const {id, from, ended: until} = placement
      const meets = runsOn(day)({from, until})
        ? NAMES.filter(name => holds(name, placement, day, policy))
        : []
      if (meets.length > 0) onTheList.add(id)
      if (onTheList.has(id)) lines.push(`${written},${id},${meets.join(' ')}`)
    }
  }
  return `${lines.join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder] = process.argv
  if (folder === undefined) {
    console.error(USAGE)
    process.exit(1)
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  process.stdout.write(
    countCases({
      policy: read('policy.json'),
      placements: read('placements.csv'),
      costs: read('costs.csv'),
    }),
  )
}
