const MB = 1_000_000
const GB = 1_000 * MB

/** How much one import may bring, and how much it may take here. Bytes, unless said otherwise. */
export interface Limits {
  /** Of one file, or one file in a zip once it is unpacked. */
  readonly file: number
  /** Rows of all files together. */
  readonly rows: number
  readonly columns: number
  /** Characters of one row. */
  readonly record: number
  /** Characters of all rows of one child, or of all that name none. */
  readonly child: number
  /** Characters of rows that wait in memory before they go to temporary files. */
  readonly memory: number
  /** Characters of rows that are handed over at once; more only where one child has more. */
  readonly piece: number
  /** Characters in temporary files. */
  readonly temporary: number
  /** Files in one zip. */
  readonly entries: number
  /** What the files of one zip come to, unpacked. */
  readonly unpacked: number
  /** How many times its own size a zip may come to; a return comes to some 10 to 30. */
  readonly ratio: number
}

/** A return of 20 million episodes is under 2 GB; all of England's make fewer than a million a year. */
export const LIMITS: Limits = {
  file: 4 * GB,
  rows: 20_000_000,
  columns: 16_384, // as many as a spreadsheet has
  record: 100_000,
  child: 32 * MB,
  memory: 16 * MB,
  piece: 4 * MB,
  temporary: 10 * GB, // as much as a Lambda function can have
  entries: 100,
  unpacked: 8 * GB,
  ratio: 200,
}
