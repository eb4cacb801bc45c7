import type {Day} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {
  columnsOf,
  type DecidedRow,
  type HeldRow,
  type HeldTable,
  type HeldTables,
  nextVersion,
} from '../../domain/imports/child-version.ts'
import {type CostRow, faultsOfCost} from '../../domain/imports/cost.ts'
import type {FoundInImport} from '../../domain/imports/found.ts'
import {returnOf} from '../../domain/imports/held-return.ts'
import {NO_ROWS, type RowCounts} from '../../domain/imports/import.ts'
import {derive, type PostcodeFacts} from '../../domain/ssda903/derive.ts'
import type {Finding} from '../../domain/ssda903/finding.ts'
import {findingsOf} from '../../domain/ssda903/findings.ts'
import type {OwnTable} from '../../domain/ssda903/own-tables.ts'
import {isoDay, returnDay} from '../../domain/ssda903/return-day.ts'
import type {RuleContext} from '../../domain/ssda903/rule-context.ts'
import type {ChildReturn, Row, TableName} from '../../domain/ssda903/tables.ts'
import type {ReturnHeld} from '../store/returns.ts'
import {costFound, foundByRules, malformedFound} from './found-in-rows.ts'
import type {ChildRows} from './reading/child-rows.ts'

/** A table of the return or one of our own. */
export type CountedTable = TableName | OwnTable

/** What the rows of an import are decided against. */
export interface Against {
  readonly authorityId: AuthorityId
  readonly year: number
  /** Of this collection year, and of the one before, by reference. */
  readonly held: ReadonlyMap<string, ReturnHeld>
  /** null: nothing is held of that year, so nothing can be compared with it. */
  readonly heldLastYear: ReadonlyMap<string, ReturnHeld> | null
  /** Every table of which anything is held of that year, empty: what it says of a child whom it does not mention. */
  readonly silentLastYear: HeldTables
  /** 31 March, or the day of the import in a year that is not over. */
  readonly collectionEnd: Day
  readonly upnTwice: (upn: string) => boolean
  /** Whether Hearth has a record of the child, and so knows who it is without a Header. */
  readonly isKnown: (reference: string) => boolean
  readonly areaOf: (postcode: string) => PostcodeFacts | null
  /** By table. */
  readonly fileOf: ReadonlyMap<string, string>
}

export interface Decided {
  /** What there is to hold: children of whom everything is as it was are left out. */
  readonly returns: readonly ReturnHeld[]
  readonly found: readonly FoundInImport[]
  readonly counts: ReadonlyMap<CountedTable, RowCounts & {readonly withdrawn: number}>
  /** Episodes that were over before the year began, or began after it. */
  readonly outOfYear: number
}

const COUNTED = ['read', 'loaded', 'unchanged', 'quarantined', 'withdrawn'] as const
type Count = Record<(typeof COUNTED)[number], number>

/** The rows of some children: what is held from now on, what is kept aside, and why. */
export function decideChildren(children: readonly ChildRows[], against: Against): Decided {
  const returns: ReturnHeld[] = []
  const found: FoundInImport[] = []
  const counts = new Map<CountedTable, Count>()
  // Added to in place: once a child and table, which is as often as there are rows, or nearly.
  const add = (table: CountedTable, count: Count) => {
    const sum = counts.get(table)
    if (sum === undefined) counts.set(table, {...count})
    else for (const name of COUNTED) sum[name] += count[name]
  }
  for (const child of children) {
    const {child: reference} = child
    const held = (reference === null ? undefined : against.held.get(reference))?.tables ?? {}
    const findings = findingsFor(child, held, against)
    const costs = (child.costs ?? []).map(row => ({row, fault: faultsOfCost(row)}))
    for (const each of foundByRules(findings, child, against)) found.push(each)
    for (const {row, fault} of costs) if (fault !== null) found.push(costFound(row, fault, against))
    for (const row of child.malformed) {
      found.push(malformedFound(row, against))
      add(row.table, {...NO_ROWS, withdrawn: 0, read: 1, quarantined: 1})
    }
    const next = nextVersion(held, cameIn(child, findings, costs))
    for (const [table, count] of next.counts) add(table, count)
    if (next.tables !== null && reference !== null)
      returns.push({year: against.year, reference, tables: next.tables})
  }
  const episodes = children.flatMap(({tables}) => tables.Episodes ?? [])
  return {returns, found, counts, outOfYear: episodes.filter(row => isOutOfYear(row, against)).length}
}

/** A day that does not exist compares with none, and has a finding of its own. */
const isOutOfYear = ({values: {DECOM, DEC}}: Row, {year, collectionEnd}: Against): boolean =>
  returnDay(DECOM) > isoDay(collectionEnd) || returnDay(DEC) < isoDay(`${year - 1}-04-01`)

interface CheckedCost {
  readonly row: CostRow
  readonly fault: string | null
}

/** The tables that came with rows of the child; one that says nothing of the child takes nothing away. */
function cameIn(
  child: ChildRows,
  findings: readonly Finding[],
  costs: readonly CheckedCost[],
): ReadonlyMap<HeldTable, readonly DecidedRow[]> {
  const isNobodys = child.child === null
  const aside = new Set(findings.filter(({severity}) => severity === 'E').map(placeOf))
  const came = new Map<HeldTable, readonly DecidedRow[]>()
  for (const [table, rows] of tablesOf(child))
    came.set(
      table,
      rows.map(row => ({
        values: valuesOf(table, row),
        isQuarantined: isNobodys || (aside.size > 0 && aside.has(placeOf({table, row: row.row}))),
      })),
    )
  if (costs.length > 0)
    came.set(
      'Costs',
      costs.map(({row, fault}) => ({
        values: columnsOf('Costs').map(column => row.values[column] ?? null),
        isQuarantined: isNobodys || fault !== null,
      })),
    )
  return came
}

/** Every rule, over what came and what is held beside it; what is found in rows that did not come is known already. */
function findingsFor(child: ChildRows, held: HeldTables, against: Against): readonly Finding[] {
  const came = Object.fromEntries(tablesOf(child))
  const tables = {...child.tables, ...returnOf(child.child, held).tables, ...came}
  const context = contextFor(child.child, against)
  const {authorityId, areaOf} = against
  const derived = derive({child: child.child, tables}, {authorityId, areaOf, lastYear: context.lastYear})
  const findings = findingsOf(derived, context).filter(
    ({table, isLastYear}) => table in came && isLastYear !== true,
  )
  if (child.child === null) return [...findings, ...nobodys(child)]
  return [...findings, ...ofNobodyKnown(child.child, child, held, findings, against)]
}

/** Episodes of a child whose date of birth is not known could be in no figure: they are kept aside until it is. */
function ofNobodyKnown(
  reference: string,
  {tables: {Header = [], Episodes = []}}: ChildRows,
  held: HeldTables,
  findings: readonly Finding[],
  {isKnown}: Against,
): readonly Finding[] {
  const isAside = (table: TableName, row: number) =>
    findings.some(each => each.severity === 'E' && each.table === table && each.row === row)
  const isSomebody =
    Header.some(({row}) => !isAside('Header', row)) || (held.Header ?? []).length > 0 || isKnown(reference)
  if (isSomebody) return []
  return Episodes.filter(({row}) => !isAside('Episodes', row)).map(({row, values}) => ({
    rule: 'no-header',
    severity: 'E' as const,
    table: 'Episodes' as const,
    row,
    values,
    words: 'No row of Header that holds says who the child is.',
  }))
}

/** A row that names no child is kept aside, whatever else is right with it. */
const nobodys = (child: ChildRows): readonly Finding[] =>
  tablesOf(child).flatMap(([table, rows]) =>
    rows.map(({row, values}) => ({
      rule: 'no-child',
      severity: 'E' as const,
      table,
      row,
      values,
      words: 'The row names no child.',
    })),
  )

function contextFor(child: string | null, against: Against): RuleContext {
  const {year, authorityId, areaOf, heldLastYear, silentLastYear, collectionEnd, upnTwice} = against
  return {
    year,
    authorityId,
    collectionStart: `${year - 1}-04-01`,
    collectionEnd,
    lastYear:
      heldLastYear === null || child === null
        ? null
        : derive(returnOf(child, {...silentLastYear, ...heldLastYear.get(child)?.tables}), {
            authorityId,
            areaOf,
          }),
    isPostcode: postcode => areaOf(postcode) !== null,
    upnTwice,
  }
}

const tablesOf = ({tables}: ChildReturn) =>
  (Object.entries(tables) as [TableName, readonly Row[]][]).filter(([, rows]) => rows.length > 0)

const valuesOf = (table: TableName, {values}: Row): HeldRow =>
  columnsOf(table).map(column => values[column as keyof typeof values] ?? null)

const placeOf = ({table, row}: {readonly table: string; readonly row: number}) => `${table} ${row}`
