/** A row of a table of our own (domain: OWN_TABLES): every column of it, null where blank. `row` counts from 1. */
export interface OwnRow {
  readonly row: number
  readonly values: Readonly<Record<string, string | null>>
}
