import * as z from 'zod'
import type {Day} from '../domain/calendar.ts'
import {findingsOf} from '../domain/ssda903/findings.ts'
import type {RuleContext} from '../domain/ssda903/rule-context.ts'
import {ruleSetOf, rulesOf} from '../domain/ssda903/rule-set.ts'
import {type ChildReturn, type Row, TABLE_NAMES, type TableName} from '../domain/ssda903/tables.ts'

/** One cell: text, a number, a date, or nothing. */
const Cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({$date: z.string()})])
const Label = z.union([z.string(), z.number()])

const Table = z.object({
  columns: z.array(z.string()),
  index: z.array(Label),
  rows: z.array(z.array(Cell)),
})
type Table = z.infer<typeof Table>

/** One case of a published set: the tables of a return, and the labels of the rows that one rule has to name. */
export const Case = z.object({
  id: z.string(),
  rule: z.string(),
  /** `lac2022_23`: the collection year whose rule it is. */
  definedIn: z.string().regex(/^lac\d{4}_\d\d$/),
  input: z.record(z.string(), Table),
  metadata: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.array(Label)),
})
export type Case = z.infer<typeof Case>

/** Labels of rows, by table, as text and in order. */
export type Labels = Readonly<Record<string, readonly string[]>>

/** Names that the public validator reads and no return has. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {DATE_EPISODE_CEASED: 'DEC', PLACEMENT: 'PLACE'}

/** `2000-12-31` as the return writes it. */
const returnDate = (day: string): string => day.slice(0, 10).split('-').reverse().join('/')

function textOf(cell: z.infer<typeof Cell>): string | null {
  if (cell === null) return null
  return typeof cell === 'object' ? returnDate(cell.$date) : String(cell)
}

function rowsOf({columns, rows}: Table): readonly Row[] {
  const names = columns.map(name => COLUMN_NAMES[name] ?? name)
  return rows.map((cells, i) => ({
    row: i + 1,
    values: Object.fromEntries(cells.map((cell, at) => [names[at]!, textOf(cell)])),
  }))
}

/** Without a column CHILD, every row is of a child of its own. */
const childOf = ({row, values}: Row, table: string): string | null =>
  values.CHILD === undefined ? `${table} ${row}` : values.CHILD

interface GivenTable {
  readonly name: TableName
  readonly rows: readonly Row[]
}

const tablesOf = ({input}: Case, suffix: '' | '_last'): readonly GivenTable[] =>
  TABLE_NAMES.flatMap(name => {
    const table = input[`${name}${suffix}`]
    return table ? [{name, rows: rowsOf(table)}] : []
  })

const returnOf = (tables: readonly GivenTable[], child: string | null): ChildReturn => ({
  child,
  tables: Object.fromEntries(
    tables.map(({name, rows}) => [name, rows.filter(row => childOf(row, name) === child)]),
  ),
})

const yearOf = ({definedIn}: Case): number => Number(definedIn.slice(3, 7)) + 1

/** `dd/mm/yyyy` of the metadata as a day. */
function dayIn(metadata: Case['metadata'], name: string, otherwise: Day): Day {
  const text = metadata[name]
  return typeof text === 'string' ? text.split('/').reverse().join('-') : otherwise
}

function contextOf(given: Case, tables: readonly GivenTable[]): Omit<RuleContext, 'lastYear'> {
  const {metadata} = given
  const year = yearOf(given)
  const upns = tables.flatMap(({name, rows}) => (name === 'Header' ? rows.map(({values}) => values.UPN) : []))
  return {
    year,
    authorityId: String(metadata['localAuthority'] ?? 'auth'),
    collectionStart: dayIn(metadata, 'collection_start', `${year - 1}-04-01`),
    collectionEnd: dayIn(metadata, 'collection_end', `${year}-03-31`),
    upnTwice: upn => upns.indexOf(upn) !== upns.lastIndexOf(upn),
  }
}

/** The labels of the rows that our rule names; null when there is no such rule in that year. */
export function namedIn(given: Case): Labels | null {
  const rules = rulesOf(yearOf(given)).filter(({rule}) => rule === given.rule)
  if (rules.length === 0) return null
  const [now, before] = [tablesOf(given, ''), tablesOf(given, '_last')]
  const context = contextOf(given, now)
  const children = new Set([...now, ...before].flatMap(({name, rows}) => rows.map(row => childOf(row, name))))
  const findings = [...children].flatMap(child =>
    findingsOf(
      returnOf(now, child),
      {...context, lastYear: before.length > 0 ? returnOf(before, child) : null},
      ruleSetOf(rules),
    ),
  )
  return byTable(
    findings.map(({table, row, isLastYear}) => [
      table,
      given.input[isLastYear ? `${table}_last` : table]!.index[row - 1]!,
    ]),
  )
}

/** A set of labels for each table that has any. */
export function byTable(named: Iterable<readonly [table: string, label: string | number]>): Labels {
  const labels = new Map<string, Set<string>>()
  for (const [table, label] of named) labels.set(table, (labels.get(table) ?? new Set()).add(String(label)))
  const tables = [...labels].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(tables.map(([table, all]) => [table, [...all].toSorted(byNumber)]))
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', {numeric: true})
