import type {Severity} from '../ssda903/finding.ts'

/**
 * One thing that an import found: a row that breaks a rule, a row that cannot be read, or a child of whom the return
 * and Hearth's own placements say different things.
 */
export interface FoundInImport {
  /** E: the row is quarantined. W: it is loaded and listed. */
  readonly severity: Severity
  /** DfE's number of the rule; `malformed`, `household`, `cost` or `timeline` for what is no rule of DfE's. */
  readonly rule: string
  /** The table; for `timeline` the child's reference. */
  readonly about: string
  /** From 1 for the first row under the headings; 0 where it is about no one row. */
  readonly row: number
  /** The file that the row stands in; null where it is about no file. */
  readonly file: string | null
  /** What the rule looked at; for a quarantined row, all of its values. */
  readonly values: Readonly<Record<string, string | null>>
  readonly words: string
}
