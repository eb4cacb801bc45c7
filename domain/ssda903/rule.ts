import type {ChildView, Person} from './child-view.ts'
import type {Dolo} from './dolo.ts'
import type {Episode} from './episode.ts'
import type {Severity} from './finding.ts'
import type {Column, DerivedColumn} from './tables.ts'

/** The rows of each table as rules read them. */
export interface CheckedRows {
  readonly Header: Person
  readonly Episodes: Episode
  readonly UASC: Person
  readonly DoLo: Dolo
}

export type CheckedTable = keyof CheckedRows

export type Broken<Table extends CheckedTable> = (row: CheckedRows[Table], child: ChildView) => boolean

/** A rule of DfE's, as data. It finds single rows, in one table or in several. */
export interface Rule {
  /** DfE's number or name. */
  readonly rule: string
  readonly severity: Severity
  /** The collection years that have it, both included. Left out: from the first known year, or to the last. */
  readonly since?: number
  readonly until?: number
  /** What is wrong, in words; the values follow. */
  readonly words: string
  /** What it looks at in the row. DOB is that of the Header where the table has none. */
  readonly reads: readonly (Column | DerivedColumn)[]
  /** What it looks at in the child's previous or next episode. */
  readonly previous?: readonly Column[]
  readonly next?: readonly Column[]
  /** What it looks at in the child's last episode of last year. */
  readonly lastYear?: readonly (Column | DerivedColumn)[]
  /** Whether a row breaks it, by table. */
  readonly broken: {readonly [Table in CheckedTable]?: Broken<Table>}
  /** The same of rows of last year's return, which this year's has no counterpart of. */
  readonly brokenLastYear?: {readonly DoLo: Broken<'DoLo'>}
}
