import type {ChildView} from '../child-view.ts'
import type {Episode} from '../episode.ts'
import {daysWithin} from '../episode-totals.ts'
import type {Rule} from '../rule.ts'

/** A break that counts no day of the year is not one of those that are too many. */
const isOverTheLimit = (episode: Episode, child: ChildView) =>
  episode.ls === 'V3' &&
  child.shortBreakDays > 75 &&
  daysWithin(episode, child.collectionStart, child.collectionEnd) > 0

export const SHORT_BREAK_RULES: readonly Rule[] = [
  {
    rule: '365',
    severity: 'W',
    words: 'A single short break (V3) lasts longer than 17 days',
    reads: ['LS', 'DECOM', 'DEC'],
    broken: {Episodes: ({ls, decom, end}) => ls === 'V3' && end - decom > 17},
  },
  {
    rule: '366',
    severity: 'W',
    words: 'A short break (V3) is always a new start (S)',
    reads: ['LS', 'RNE'],
    broken: {Episodes: ({ls, rne}) => ls === 'V3' && rne !== 'S'},
  },
  {
    rule: '367',
    severity: 'W',
    words: 'The short breaks (V3) come to more than 75 days in the collection year',
    reads: ['LS', 'DECOM', 'DEC'],
    broken: {Episodes: isOverTheLimit},
  },
  {
    rule: '426',
    severity: 'W',
    words: 'The child has short breaks of both kinds (V3 and V4) in one year',
    reads: ['LS'],
    broken: {Episodes: ({isShortBreak}, {hasBothShortBreaks}) => hasBothShortBreaks && isShortBreak},
  },
  {
    rule: '384',
    severity: 'W',
    words: 'A short break (V3, V4) is not a long-term foster placement (U1, U4)',
    reads: ['LS', 'PLACE'],
    broken: {Episodes: ({isShortBreak, place}) => isShortBreak && (place === 'U1' || place === 'U4')},
  },
]
