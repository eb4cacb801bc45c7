import {type ChildView, viewOf} from './child-view.ts'
import type {Finding} from './finding.ts'
import type {CheckedRows, CheckedTable, Rule} from './rule.ts'
import type {RuleContext} from './rule-context.ts'
import {type Check, type RuleSet, ruleSetFor} from './rule-set.ts'
import type {ChildReturn, Column, DerivedColumn, Row} from './tables.ts'

/**
 * Every rule that a child's rows break, table by table, in the order of the rows. Whatever the rows hold, it answers; and
 * in whatever order they stand, it finds the same.
 */
export function findingsOf(
  child: ChildReturn,
  context: RuleContext,
  rules: RuleSet = ruleSetFor(context.year),
): readonly Finding[] {
  const view = viewOf(child, context)
  const findings: Finding[] = []
  look('Header', view.headers, rules.Header, view, findings)
  look('Episodes', view.episodes, rules.Episodes, view, findings)
  look('UASC', view.uascs, rules.UASC, view, findings)
  look('DoLo', view.dolos, rules.DoLo, view, findings)
  if (view.lastYear) look('DoLo', view.lastYear.dolos, rules.lastYearDoLo, view, findings, true)
  return findings
}

function look<Table extends CheckedTable>(
  table: Table,
  rows: readonly CheckedRows[Table][],
  checks: readonly Check<Table>[],
  child: ChildView,
  findings: Finding[],
  isLastYear = false,
): void {
  for (const row of rows)
    for (const {isBroken, rule} of checks)
      if (isBroken(row, child)) {
        const finding = findingOf(rule, table, row, child)
        findings.push(isLastYear ? {...finding, isLastYear} : finding)
      }
}

function findingOf<Table extends CheckedTable>(
  rule: Rule,
  table: Table,
  row: CheckedRows[Table],
  child: ChildView,
): Finding {
  const {source} = row
  const values = valuesOf(rule.reads, source, child.dob)
  return {
    rule: rule.rule,
    severity: rule.severity,
    table,
    row: source.row,
    values,
    words: `${rule.words}${inWords(values)}${besides(rule, row, child)}.`,
  }
}

type Values = Finding['values']

function valuesOf(columns: readonly (Column | DerivedColumn)[], {values}: Row, dob: string | null): Values {
  const read: {[column in Column | DerivedColumn]?: string | null} = {}
  for (const column of columns) {
    const value = column === 'DOB' ? (values.DOB ?? dob) : values[column]
    if (value !== undefined) read[column] = value
  }
  return read
}

function inWords(values: Values): string {
  const said = Object.entries(values).map(([column, value]) => `${column} ${value ?? 'blank'}`)
  return said.length > 0 ? `: ${said.join(', ')}` : ''
}

/** What stands in the episodes beside it that the rule looked at. */
function besides<Table extends CheckedTable>(rule: Rule, row: CheckedRows[Table], child: ChildView): string {
  if (!('previous' in row && 'next' in row)) return ''
  const {previous, next} = row
  const beside = (words: string, columns: Rule['reads'] | undefined, source: Row | undefined) =>
    columns && source ? `; ${words}${inWords(valuesOf(columns, source, child.dob))}` : ''
  return [
    beside('previous episode', rule.previous, previous?.source),
    beside('next episode', rule.next, next?.source),
    beside("last year's last episode", rule.lastYear, child.lastYear?.latest?.source),
  ].join('')
}
