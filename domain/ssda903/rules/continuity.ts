import type {ChildView} from '../child-view.ts'
import type {Episode} from '../episode.ts'
import type {Rule} from '../rule.ts'

const isContinuation = ({rne}: Episode) =>
  rne === 'P' || rne === 'L' || rne === 'T' || rne === 'U' || rne === 'B'

const leavesCare = ({rec}: Episode, {lists}: ChildView) => rec !== null && rec !== 'X1' && lists.rec.has(rec)

/** X1 promises an episode from the same day; any other reason denies it. */
function breaksX1({ceased, dec, rec, next, decom}: Episode, {isNamed}: ChildView): boolean {
  // Without a place in the order nobody can say what comes next.
  if (ceased === null || rec === null || !isNamed || Number.isNaN(decom)) return false
  if (rec === 'X1') return next === null || (!Number.isNaN(dec) && dec !== next.decom)
  return next !== null && dec === next.decom
}

export const CONTINUITY_RULES: readonly Rule[] = [
  {
    rule: '142',
    severity: 'E',
    words: 'The episode is not closed, though a later one has started',
    reads: ['DEC', 'REC'],
    next: ['DECOM'],
    broken: {Episodes: ({next, dec, rec}) => next !== null && (Number.isNaN(dec) || rec === null)},
  },
  {
    rule: '357',
    severity: 'E',
    words: "The child's first episode is not the start of being looked after (S)",
    reads: ['DECOM', 'RNE'],
    broken: {
      Episodes: (episode, {ordered, collectionStart}) =>
        episode === ordered[0] && episode.rne !== 'S' && episode.decom >= collectionStart,
    },
  },
  {
    rule: '501',
    severity: 'E',
    words: 'The episode starts before the previous one has ended',
    reads: ['DECOM'],
    previous: ['DEC'],
    broken: {Episodes: ({previous, decom}) => previous !== null && decom < previous.dec},
  },
  {
    rule: '388',
    severity: 'E',
    words: 'The reason for the end is X1 exactly when another episode starts on the same day',
    reads: ['DEC', 'REC'],
    next: ['DECOM'],
    broken: {Episodes: breaksX1},
  },
  {
    rule: '432',
    severity: 'E',
    words: 'The child left care at the end of the previous episode, so this one has to be a new start (S)',
    reads: ['RNE'],
    previous: ['REC'],
    broken: {
      Episodes: ({previous, rne}, child) => previous !== null && rne !== 'S' && leavesCare(previous, child),
    },
  },
  {
    rule: '433',
    severity: 'E',
    words: 'The episode continues the previous one, and does not start on the day when that ended',
    reads: ['RNE', 'DECOM'],
    previous: ['DEC'],
    broken: {
      Episodes: episode =>
        episode.previous !== null && episode.decom !== episode.previous.dec && isContinuation(episode),
    },
  },
  {
    rule: '431',
    severity: 'E',
    words: 'The episode is a new start (S), and the previous one had not ended before that day',
    reads: ['RNE', 'DECOM'],
    previous: ['DEC'],
    broken: {
      Episodes: ({previous, rne, decom}) => previous !== null && rne === 'S' && decom <= previous.dec,
    },
  },
  {
    rule: '437',
    severity: 'E',
    words: 'The child died (E2) or was found to be an adult (E15), and a later episode has started',
    reads: ['REC'],
    next: ['DECOM'],
    broken: {Episodes: ({next, rec}) => next !== null && (rec === 'E2' || rec === 'E15')},
  },
  {
    rule: '504',
    severity: 'W',
    words: 'The category of need has changed within one period of being looked after',
    reads: ['CIN'],
    previous: ['CIN'],
    broken: {
      Episodes: ({previous, decom, cin}) =>
        previous !== null && cin !== previous.cin && previous.rec === 'X1' && previous.dec === decom,
    },
  },
]
