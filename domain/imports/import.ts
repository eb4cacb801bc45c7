import type {Instant} from '../calendar.ts'
import type {ImportId} from '../ids.ts'

/**
 * `waiting`: for files to be uploaded. `queued`: to be worked on. `running`: being worked on; nothing of it can be seen
 * yet. `loaded`: all that it loaded can be seen, at once. `refused`: a file cannot be read, and nothing was loaded.
 * `failed`: given up after every try, and nothing was loaded.
 */
export const IMPORT_STATES = ['waiting', 'queued', 'running', 'loaded', 'refused', 'failed'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What came of the rows of one table: read = loaded + unchanged + quarantined. */
export interface RowCounts {
  readonly read: number
  /** New, or other than they were. */
  readonly loaded: number
  /** As they were held already. */
  readonly unchanged: number
  /** They break a rule of severity E, or cannot be read: kept aside, with why. */
  readonly quarantined: number
}

export const NO_ROWS: RowCounts = {read: 0, loaded: 0, unchanged: 0, quarantined: 0}

export const addedUp = (a: RowCounts, b: RowCounts): RowCounts => ({
  read: a.read + b.read,
  loaded: a.loaded + b.loaded,
  unchanged: a.unchanged + b.unchanged,
  quarantined: a.quarantined + b.quarantined,
})

export interface TableCounts extends RowCounts {
  readonly table: string
  readonly file: string
  /** Held before and not in the new file, for children who are in it: withdrawn, and kept in the history. */
  readonly withdrawn: number
}

export const summed = (
  before: TableCounts,
  count: RowCounts & {readonly withdrawn: number},
): TableCounts => ({
  ...before,
  ...addedUp(before, count),
  withdrawn: before.withdrawn + count.withdrawn,
})

export interface ImportedFile {
  readonly name: string
  /** Where the uploaded bytes lie. */
  readonly key: string
  /** As announced; null: sent along. */
  readonly bytes: number | null
}

/** How far it has come. */
export interface Progress {
  readonly rowsRead: number
  /** Those of the rows read of which it is known what becomes of them. */
  readonly rowsDecided: number
  readonly loaded: number
  readonly quarantined: number
  /** An estimate; null while there is too little to go by, 0 when it is done. */
  readonly secondsLeft: number | null
}

/** One hand-over of files for one collection year, and what came of it. */
export interface Import {
  readonly id: ImportId
  /** The year that ends on 31 March: 2025 is the collection of 2024/25. */
  readonly year: number
  readonly state: ImportState
  readonly files: readonly ImportedFile[]
  readonly requestedBy: string
  readonly requestedAt: Instant
  /** How often work on it began. */
  readonly tries: number
  readonly progress: Progress
  readonly tables: readonly TableCounts[]
  readonly findings: {readonly errors: number; readonly warnings: number; readonly disagreements: number}
  /** Of a refused import: each file that cannot be read, and why. */
  readonly refused: readonly {readonly file: string; readonly words: string}[]
  /** What its reader should know: that no code lists of this year are known, say. */
  readonly notes: readonly string[]
  readonly finishedAt: Instant | null
}

export const NOTHING_YET: Progress = {
  rowsRead: 0,
  rowsDecided: 0,
  loaded: 0,
  quarantined: 0,
  secondsLeft: null,
}

export const isFinished = ({state}: Import): boolean =>
  state === 'loaded' || state === 'refused' || state === 'failed'

/** How often work on an import may begin before it is given up. */
export const MOST_TRIES = 5

/** One of the times that an import is worked on. Each keeps what it writes apart from the others; one comes to count. */
export interface Attempt {
  readonly importId: ImportId
  /** Which one, from 1. */
  readonly tries: number
}

/**
 * Which imports count, in the order in which they were finished, and which one is being worked on. A version of a
 * child's return is seen only when its import stands here, so all of an import comes to be seen in one write.
 */
export interface ReturnsHeld {
  readonly loaded: readonly (Attempt & {readonly year: number; readonly at: Instant})[]
  /** Others wait for it until then; whoever works on it says so again before. */
  readonly working: (Attempt & {readonly until: Instant}) | null
}

export const NOTHING_HELD: ReturnsHeld = {loaded: [], working: null}
