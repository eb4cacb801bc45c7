import {expect} from 'vitest'
import type {Finding} from '../../../domain/ssda903/finding.ts'
import {findingsOf} from '../../../domain/ssda903/findings.ts'
import type {RuleContext} from '../../../domain/ssda903/rule-context.ts'
import {ruleSetOf, rulesOf} from '../../../domain/ssda903/rule-set.ts'
import type {ChildReturn, TableName, Values} from '../../../domain/ssda903/tables.ts'

export const LEWISHAM = 'E09000023'

/** Rows by table; what a row does not say is blank. */
export type Tables = Readonly<Partial<Record<TableName, readonly Values[]>>>

export const returnOf = (tables: Tables, child: string | null = 'C1'): ChildReturn => ({
  child,
  tables: Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [table, rows.map((values, i) => ({row: i + 1, values}))]),
  ),
})

export const contextOf = (year: number, more: Partial<RuleContext> = {}): RuleContext => ({
  year,
  authorityId: LEWISHAM,
  collectionStart: `${year - 1}-04-01`,
  collectionEnd: `${year}-03-31`,
  lastYear: null,
  ...more,
})

/** What one rule finds. */
export function findingsFor(
  rule: string,
  tables: Tables,
  {year = 2026, ...more}: Partial<RuleContext> = {},
): readonly Finding[] {
  const only = rulesOf(year).filter(each => each.rule === rule)
  if (only.length === 0) throw new Error(`There is no rule ${rule} in ${year}.`)
  return findingsOf(returnOf(tables), contextOf(year, more), ruleSetOf(only))
}

/** The episodes that one rule finds, by row. */
export const brokenBy = (rule: string, tables: Tables, more: Partial<RuleContext> = {}): readonly number[] =>
  findingsFor(rule, tables, more).flatMap(({table, row}) => (table === 'Episodes' ? [row] : []))

export const header = (values: Values = {}): Values => ({
  SEX: 'F',
  DOB: '10/05/2010',
  ETHNIC: 'WBRI',
  ...values,
})

/** A child born on 10 May 2010 with these episodes. */
export const episodes = (...Episodes: readonly Values[]): Tables => ({Header: [header()], Episodes})

/** `01/06 to 05/06 X1 S`: from a day to a day of one year, or to `-` while it is open; then REC and RNE. */
export function episode(text: string, more: Values = {}, year = 2025): Values {
  const [from, , to, REC = null, RNE = null] = text.split(' ').map(word => (word === '-' ? null : word))
  return {DECOM: `${from}/${year}`, DEC: to ? `${to}/${year}` : null, REC, RNE, ...more}
}

/** The episodes of such a child that a rule finds. */
export const brokenAmong = (rule: string, ...rows: readonly Values[]): readonly number[] =>
  brokenBy(rule, episodes(...rows))

/** A rule, what it is about, episodes that break it, and episodes that do not. */
export type Golden = readonly [
  rule: string,
  about: string,
  wrong: readonly Values[],
  right: readonly Values[],
]

export const check = (rule: string, _: string, wrong: readonly Values[], right: readonly Values[]) => {
  const rows = brokenBy(rule, episodes(...wrong, ...right))
  expect(rows).toEqual(wrong.map((_, i) => i + 1))
}
