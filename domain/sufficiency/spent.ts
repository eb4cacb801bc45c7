import type {Day} from '../calendar.ts'
import type {PlaceCode} from '../placement/codes.ts'
import {isoDay} from '../ssda903/return-day.ts'
import type {Cost} from './facts.ts'
import {numeral} from './numeral.ts'
import type {PackedHistories} from './packed-histories.ts'

/** What a child's nights in some places, from one day to another, have cost. */
export interface Spent {
  readonly reference: string
  readonly nights: number
  /** Whole pence; null: no cost is recorded of one of the nights. */
  readonly pence: number | null
  /** Whether the child has the last of the nights there. */
  readonly isStillThere: boolean
}

/** Nights from the first up to, not including, the second; days since 1970-01-01. */
type Span = readonly [from: number, until: number]

/** One row a child with a night in one of the places, from one day to another, both included. Costs by reference. */
export function spentIn(
  places: readonly PlaceCode[],
  packed: PackedHistories,
  costsOf: ReadonlyMap<string, readonly Cost[]>,
  from: Day,
  asAt: Day,
): readonly Spent[] {
  const year: Span = [isoDay(from), isoDay(asAt) + 1]
  const rows: Spent[] = []
  for (const [child, {reference}] of packed.histories.entries()) {
    const spans = spansOf(child, places, packed, {from, asAt, year})
    if (spans.length > 0) rows.push({reference, ...spentOver(spans, costsOf.get(reference) ?? [], year[1])})
  }
  return rows
}

interface Asked {
  readonly from: Day
  readonly asAt: Day
  readonly year: Span
}

/** When the child was in one of the places; on a temporary move, in the placement that it interrupts. */
function spansOf(
  child: number,
  places: readonly PlaceCode[],
  {firstEpisode, episodes, home, from, until}: PackedHistories,
  asked: Asked,
): readonly Span[] {
  const [first, last] = [numeral(asked.from), numeral(asked.asAt)]
  const spans: Span[] = []
  for (let i = firstEpisode[child]!; i < firstEpisode[child + 1]!; i++) {
    if (from[i]! > last || until[i]! <= first || !places.includes(episodes[home[i]!]!.place)) continue
    const span = within(asked.year, episodes[i]!.from, episodes[i]!.until)
    if (span !== null) spans.push(span)
  }
  return spans
}

function within([first, end]: Span, from: Day, until: Day | null): Span | null {
  const span: Span = [Math.max(first, isoDay(from)), until === null ? end : Math.min(end, isoDay(until))]
  return span[0] < span[1] ? span : null
}

function spentOver(spans: readonly Span[], costs: readonly Cost[], end: number): Omit<Spent, 'reference'> {
  let [nights, paid, sevenfold] = [0, 0, 0]
  for (const span of spans) {
    nights += span[1] - span[0]
    let paidUntil = span[0]
    for (const {from, until, weeklyPence} of costs.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
      const paying = within(span, from, until)
      if (paying === null) continue
      sevenfold += (paying[1] - paying[0]) * weeklyPence
      paid += Math.max(0, paying[1] - Math.max(paying[0], paidUntil))
      paidUntil = Math.max(paidUntil, paying[1])
    }
  }
  return {
    nights,
    pence: paid < nights ? null : Math.round(sevenfold / 7),
    isStillThere: spans.at(-1)![1] === end,
  }
}
