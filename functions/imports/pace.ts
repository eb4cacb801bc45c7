import type {Instant} from '../../domain/calendar.ts'
import {addedUp, NO_ROWS, type Progress, type RowCounts} from '../../domain/imports/import.ts'
import type {Table} from '../store/table.ts'
import {goOn, type InHand} from './work.ts'

/** Said often enough to keep the import in hand, seldom enough to cost nothing. */
const SAY_EVERY_MS = 3_000
/** Reading is about this share of the whole. */
const READING = 0.4

export interface Pace {
  readonly inHand: () => InHand
  /** How many rows have been read so far. */
  readonly rowsRead: (rows: number) => void
  /** More rows of which it is known what becomes of them. Throws `TakenOver` when the import is not in hand any more. */
  readonly decided: (counts: readonly RowCounts[]) => Promise<void>
  /** Says no more; answers the import as it was last said to stand. */
  readonly stop: () => Promise<InHand>
  /** Says no more, and lets go: whoever comes next may take it over. After `stop`, nothing. */
  readonly leave: () => void
}

/** Says from time to time how far an import has come, from the first moment on, whoever is at work. */
export function pace(
  taken: InHand,
  {table, now}: {readonly table: Table; readonly now: () => Instant},
): Pace {
  let inHand = taken
  let rows = 0
  let sum: RowCounts = NO_ROWS
  let saying: Promise<void> = Promise.resolve()
  let fault: unknown = null
  const since = Date.parse(now())
  const say = () => {
    saying = saying
      .then(async () => {
        inHand = await goOn(table, inHand, progressOf(rows, sum, since, now()), now())
      })
      .catch((cause: unknown) => {
        fault ??= cause
      })
  }
  const clock = setInterval(say, SAY_EVERY_MS)
  const check = () => {
    if (fault !== null) throw fault
  }
  return {
    inHand: () => inHand,
    rowsRead: read => {
      rows = read
    },
    decided: async counts => {
      sum = counts.reduce(addedUp, sum)
      check()
    },
    stop: async () => {
      clearInterval(clock)
      say()
      await saying
      check()
      return inHand
    },
    leave: () => clearInterval(clock),
  }
}

function progressOf(
  rowsRead: number,
  {read, loaded, quarantined}: RowCounts,
  since: number,
  now: Instant,
): Progress {
  const share = rowsRead === 0 || read === 0 ? 0 : READING + (1 - READING) * (read / rowsRead)
  const seconds = (Date.parse(now) - since) / 1000
  const secondsLeft = share === 0 ? null : Math.ceil((seconds / share) * (1 - share))
  return {rowsRead, rowsDecided: read, loaded, quarantined, secondsLeft}
}
