import type {ChildView} from '../child-view.ts'
import type {Episode} from '../episode.ts'
import type {Rule} from '../rule.ts'
import type {Column, DerivedColumn} from '../tables.ts'

type Text = string | null | undefined
type Differs = (before: Text, now: Text) => boolean

/** The episode that was open when last year ended, for this year's first episode; null for all others. */
function openBefore(episode: Episode, {ordered, lastYear}: ChildView): Episode | null {
  if (episode !== ordered[0]) return null
  const latest = lastYear?.latest ?? null
  return latest?.ceased === null ? latest : null
}

/** Codes that have taken the place of another: H5 is K3 since 2025, Z1 is one of Z11 to Z14 since 2026. */
const isRenamed = (before: Text, now: Text) =>
  (before === 'H5' && now === 'K3') ||
  (before === 'Z1' && (now === 'Z11' || now === 'Z12' || now === 'Z13' || now === 'Z14'))

const isOther: Differs = (before, now) => (before ?? null) !== (now ?? null)

/** A derived column that nobody has derived is no difference. */
const isOtherDerived: Differs = (before, now) => before !== undefined && now !== undefined && before !== now

/** Distances are taken from postcodes anew each year, so that a tenth of a mile is no difference. */
const isFurther: Differs = (before, now) =>
  isOtherDerived(before, now) &&
  (before === null || now === null || !(Math.round(Math.abs(Number(before) - Number(now)) * 10) < 2))

/** 503A to 503J: this year's first episode has to repeat last year's open one, column by column. */
function repeats(
  letter: string,
  column: Column<'Episodes'> | DerivedColumn,
  what: string,
  differs: Differs = isOther,
): Rule {
  return {
    rule: `503${letter}`,
    severity: 'W',
    words: `The ${what} of the first episode is not that of the episode that was open when last year ended`,
    reads: ['DECOM', column],
    lastYear: [column],
    broken: {
      Episodes(episode, child) {
        const open = openBefore(episode, child)
        return open !== null && differs(open.source.values[column], episode.source.values[column])
      },
    },
  }
}

export const LAST_YEAR_RULES: readonly Rule[] = [
  {
    rule: '502',
    severity: 'W',
    words: 'The first episode does not start when the episode did that was open when last year ended',
    reads: ['DECOM'],
    lastYear: ['DECOM'],
    broken: {
      Episodes(episode, child) {
        const open = openBefore(episode, child)
        return open !== null && open.decom !== episode.decom
      },
    },
  },
  repeats('A', 'RNE', 'reason for the new episode'),
  repeats('B', 'LS', 'legal status'),
  repeats('C', 'CIN', 'category of need'),
  repeats('D', 'PLACE', 'placement', (before, now) => isOther(before, now) && !isRenamed(before, now)),
  repeats('E', 'PLACE_PROVIDER', 'provider'),
  repeats('F', 'URN', 'URN'),
  repeats('G', 'PL_DISTANCE', 'distance', isFurther),
  repeats('H', 'PL_LA', 'authority of the placement', isOtherDerived),
  repeats('J', 'PL_LOCATION', 'location of the placement', isOtherDerived),
  {
    rule: '562',
    severity: 'W',
    words: "The first episode started before this collection year, and is not the last of last year's",
    reads: ['DECOM'],
    lastYear: ['DECOM'],
    broken: {
      Episodes: (episode, {ordered, lastYear, collectionStart}) =>
        episode === ordered[0] &&
        episode.decom < collectionStart &&
        lastYear !== null &&
        episode.decom !== lastYear.latest?.decom,
    },
  },
]
