import {returnDay} from './return-day.ts'
import type {Row} from './tables.ts'

/** A deprivation of liberty order (DoLO) as the rules read it: days as numbers, NaN where blank or no date that exists. */
export interface Dolo {
  readonly source: Row
  readonly start: number
  readonly end: number
  /** DOLO_END as the file has it. */
  readonly ended: string | null
  /** Of the same child, in order of their ends. */
  previous: Dolo | null
}

export const readDolo = (source: Row): Dolo => ({
  source,
  start: returnDay(source.values.DOLO_START),
  end: returnDay(source.values.DOLO_END),
  ended: source.values.DOLO_END ?? null,
  previous: null,
})

/** Where an order without an end stands among the others: by its start. */
const placeOf = ({start, end}: Dolo): number => (Number.isNaN(end) ? start : end)

const text = ({source: {values}}: Dolo): string => `${values.DOLO_START} ${values.DOLO_END} ${values.DOB}`

const byEnds = (a: Dolo, b: Dolo): number =>
  placeOf(a) - placeOf(b) || a.start - b.start || (text(a) < text(b) ? -1 : 1)

/** Tells each of one child's orders that has a real start which came before it. */
export function inOrderOfEnds(dolos: readonly Dolo[]): void {
  const ordered = dolos.filter(({start}) => !Number.isNaN(start)).sort(byEnds)
  for (let i = 1; i < ordered.length; i++) ordered[i]!.previous = ordered[i - 1]!
}
