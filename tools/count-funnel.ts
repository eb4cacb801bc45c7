import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

// Counts the funnel, the cohorts and the times of recruitment from an exported CSV alone. It shares no code with the
// service, so that the service's figures can be held against it.

const USAGE = 'node tools/count-funnel.ts enquiries.csv --on 2026-09-30'

type Row = Record<string, string>

function readCsv(text: string): Row[] {
  const [head = '', ...lines] = text.replace('\uFEFF', '').trimEnd().split('\r\n')
  const names = head.split(',')
  return lines.map(line => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

const STEPS = [
  'first-contact',
  'home-visit',
  'application-accepted',
  'stage-1-outcome',
  'stage-2-completed',
  'approved',
] as const

/** The day of each step that was taken by `on`. */
function taken(row: Row, step: string, on: string): boolean {
  if (step === 'approved') return row['outcome'] === 'approved' && row['decision']! <= on
  if (step === 'stage-1-outcome' && row['suitable'] !== 'yes') return false
  return row[step] !== '' && row[step]! <= on
}

/** How far it came: a step that was skipped counts once a later one was taken. */
function countCohort(rows: readonly Row[], on: string) {
  const counts: Record<string, number> = {
    enquiries: 0,
    open: 0,
    withdrawn: 0,
    refused: 0,
    'first-placement': 0,
  }
  for (const step of STEPS) counts[step] = 0
  for (const row of rows) {
    counts['enquiries']!++
    let farthest = -1
    for (let i = 0; i < STEPS.length; i++) if (taken(row, STEPS[i]!, on)) farthest = i
    for (let i = 0; i <= farthest; i++) counts[STEPS[i]!]!++
    if (taken(row, 'first-placement', on)) counts['first-placement']!++
    const isRefused =
      taken(row, 'not-taken-forward', on) ||
      (row['suitable'] === 'no' && row['stage-1-outcome']! <= on) ||
      (row['outcome'] === 'not-approved' && row['decision']! <= on)
    if (taken(row, 'withdrawn', on)) counts['withdrawn']!++
    else if (isRefused) counts['refused']!++
    else if (farthest < STEPS.length - 1) counts['open']!++
  }
  return counts
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** The eighth month on, on the same day or on the last of a shorter month. */
function eightMonthsOn(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + 9, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + 8, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Everything that the test holds against the service. */
export function countFunnel(csv: string, on: string) {
  const rows = readCsv(csv).filter(row => row['enquiry']! <= on)
  const months = [...new Set(rows.map(row => row['enquiry']!.slice(0, 7)))].sort()
  const approved = rows.filter(row => taken(row, 'approved', on))
  const spans = approved
    .map(row => days(row['application-accepted']!, row['decision']!))
    .sort((a, b) => a - b)
  const half = spans.length / 2
  const sourceNames = [...new Set(rows.map(row => `${row['source']} ${row['campaign']}`))].sort()
  const count = (names: readonly string[]) =>
    Object.fromEntries(names.toSorted().map(name => [name, names.filter(other => other === name).length]))
  return {
    all: countCohort(rows, on),
    cohorts: months.map(month => ({
      month,
      ...countCohort(
        rows.filter(row => row['enquiry']!.startsWith(month)),
        on,
      ),
    })),
    time: {
      approvals: spans.length,
      medianDays: (spans[Math.ceil(half) - 1]! + spans[Math.floor(half)]!) / 2,
      withinEightMonths: approved.filter(
        row => row['decision']! <= eightMonthsOn(row['application-accepted']!),
      ).length,
    },
    sources: sourceNames.map(name => {
      const own = rows.filter(row => `${row['source']} ${row['campaign']}` === name)
      return {name, enquiries: own.length, approvals: own.filter(row => taken(row, 'approved', on)).length}
    }),
    codes: count(rows.filter(row => taken(row, 'withdrawn', on)).map(row => row['code']!)),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {positionals, values} = parseArgs({allowPositionals: true, options: {on: {type: 'string'}}})
  const [file] = positionals
  if (file === undefined || values.on === undefined) {
    console.error(USAGE)
    process.exit(1)
  }
  const {cohorts, ...others} = countFunnel(readFileSync(file, 'utf8'), values.on)
  console.table(cohorts)
  console.log(JSON.stringify(others, null, 2))
}
