import type {Episode} from './episode.ts'
import type {Row} from './tables.ts'

/** Days of an episode from one day to another; below 0 where it lies outside, or ends before it starts. */
export const daysWithin = ({decom, end}: Episode, from: number, to: number): number =>
  Math.min(end, to) - Math.max(decom, from)

/** Days in V3 from one day to another. */
export function shortBreakDays(episodes: readonly Episode[], from: number, to: number): number {
  let days = 0
  for (const episode of episodes) {
    const more = episode.ls === 'V3' ? daysWithin(episode, from, to) : 0
    if (more > 0) days += more
  }
  return days
}

export function hasStatus(episodes: readonly Episode[], ls: string): boolean {
  for (const episode of episodes) if (episode.ls === ls) return true
  return false
}

const NONE: ReadonlySet<Row> = new Set()

/** The T3 placements that stand among three that start within 12 months. A new legal status (L) is no new placement. */
export function tooManyHolidays(ordered: readonly Episode[]): ReadonlySet<Row> {
  if (!ordered.some(({place}) => place === 'T3')) return NONE
  const holidays = ordered.filter(({place, rne}) => place === 'T3' && rne !== 'L')
  const tooMany = new Set<Row>()
  for (let i = 2; i < holidays.length; i++) {
    const three = holidays.slice(i - 2, i + 1)
    if (three[2]!.decom - three[0]!.decom < 365) for (const {source} of three) tooMany.add(source)
  }
  return tooMany
}
