import type {Day} from '../../calendar.ts'
import type {AuthorityId} from '../../ids.ts'
import type {Unit} from '../indicator.ts'

/** Whom a report is for: what is published hides small numbers, what those in a role read hides none. */
export type Audience = 'public' | 'in-role'

/** A number hidden because it is small, or because it would give away one that is. */
export const SUPPRESSED = 'c'

/** null: not known, or nothing to divide by. Words stand in columns without a unit; elsewhere a text is SUPPRESSED. */
export type Cell = number | string | null

export type TableUnit = Unit | 'sibling-groups' | 'refusals'

export interface Column {
  readonly id: string
  readonly title: string
  /** null: words. Percentages and rates have one decimal, money is whole pence. */
  readonly unit: TableUnit | null
  /** The indicator that defines its figures; null where the title and the notes say all. */
  readonly indicator: string | null
}

/** What must be there before a table can be filled: `people` keep theirs by hand. */
export type WaitsFor = 'panel' | 'recruitment' | 'forecast' | 'people'

/** One of the sixteen tables that a sufficiency strategy needs. */
export interface ReportTable {
  /** 1 to 16. */
  readonly number: number
  readonly id: string
  readonly title: string
  /** One sentence that says what the table shows. */
  readonly says: string
  /** The first names the rows. */
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  readonly notes: readonly string[]
  readonly source: string
  /** The indicators that it rests on, each once. */
  readonly indicators: readonly string[]
  /** The indicator of each row in turn, where rows have one; else empty. */
  readonly rowIndicators: readonly (string | null)[]
  /** null: it is whole. With rows, they are the part that is known already. */
  readonly waitsFor: WaitsFor | null
}

/** What stands at the end of a report: how a figure is made. */
export interface Definition {
  readonly id: string
  readonly title: string
  readonly definition: string
  readonly source: string
}

/** One figure that stands before the tables, under the id of its indicator. */
export interface Headline {
  readonly id: string
  readonly title: string
  readonly unit: Unit
  readonly value: Cell
}

export interface Report {
  readonly authorityId: AuthorityId
  readonly asAt: Day
  readonly audience: Audience
  readonly headlines: readonly Headline[]
  readonly tables: readonly ReportTable[]
  /** Of every indicator that a headline or a table rests on. */
  readonly definitions: readonly Definition[]
}

/** The text of a cell for a sentence, by the name of its row and the id of its column. */
export type Look = (row: string, column: string) => string

/** A table before small numbers are hidden, with what adds up to what, so that none can be worked out again. */
export interface Draft extends Omit<ReportTable, 'says' | 'indicators' | 'rowIndicators' | 'waitsFor'> {
  /** Made of the cells as they are shown, so that no sentence tells what a cell hides. */
  readonly says: string | ((look: Look) => string)
  readonly rowIndicators?: ReportTable['rowIndicators']
  readonly waitsFor?: WaitsFor
  /** Columns that are the sum of others; with `hasRest`, of others and of those who are in no column. */
  readonly sums?: readonly {
    readonly total: string
    readonly parts: readonly string[]
    readonly hasRest?: true
  }[]
  /** The last row is the sum of those above it. */
  readonly totalRow?: boolean
  /** Figures that are worked out from a count, by column: hidden where the count is. */
  readonly workedFrom?: Readonly<Record<string, string>>
}

export const column = (
  id: string,
  title: string,
  unit: TableUnit | null,
  indicator: string | null = null,
): Column => ({id, title, unit, indicator})

/** One decimal, as percentages and rates are shown. */
export const oneDecimal = (value: number): number => Math.round(value * 10) / 10

export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : oneDecimal((100 * part) / whole)
