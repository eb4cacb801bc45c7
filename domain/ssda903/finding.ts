import type {Column, DerivedColumn, TableName} from './tables.ts'

/** E: the row is quarantined. W: it is loaded and listed. */
export type Severity = 'E' | 'W'

/** One row that breaks one rule, in words that name no child. */
export interface Finding {
  /** DfE's number or name of the rule, such as `501` or `INT03`. */
  readonly rule: string
  readonly severity: Severity
  readonly table: TableName
  readonly row: number
  /** The row stands in last year's return: what it says has no counterpart in this one. */
  readonly isLastYear?: true
  /** What the rule looked at in this row. */
  readonly values: Readonly<Partial<Record<Column | DerivedColumn, string | null>>>
  readonly words: string
}
