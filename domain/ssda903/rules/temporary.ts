import type {Episode} from '../episode.ts'
import type {Rule} from '../rule.ts'

const lastsLonger = ({decom, end}: Episode, days: number) => end - decom > days

/** Whether what follows a temporary placement, of a child who had a usual one, is not the return to it. */
const doesNotReturn = (e: Episode, usual: Episode) => e.rne !== 'P' || e.place !== usual.place

const usualBefore = ({previous, usual}: Episode) => (previous?.isTemporary ? usual : null)

export const TEMPORARY_RULES: readonly Rule[] = [
  {
    rule: '375',
    severity: 'W',
    words: 'A temporary stay in hospital (T1) lasts longer than 42 days',
    reads: ['DECOM', 'DEC', 'PLACE'],
    broken: {Episodes: episode => episode.place === 'T1' && lastsLonger(episode, 42)},
  },
  {
    rule: '376',
    severity: 'W',
    words: "A temporary placement for the carer's holiday (T3) lasts longer than 21 days",
    reads: ['DECOM', 'DEC', 'PLACE'],
    broken: {Episodes: episode => episode.place === 'T3' && lastsLonger(episode, 21)},
  },
  {
    rule: '377',
    severity: 'W',
    words: "More than two temporary placements for the carer's holiday (T3) start within 12 months",
    reads: ['DECOM', 'PLACE'],
    broken: {Episodes: ({place, source}, {tooManyHolidays}) => place === 'T3' && tooManyHolidays.has(source)},
  },
  {
    rule: '379',
    severity: 'W',
    words: 'A temporary placement for another reason (T4) lasts longer than 7 days',
    reads: ['DECOM', 'DEC', 'PLACE'],
    broken: {Episodes: episode => episode.place === 'T4' && lastsLonger(episode, 7)},
  },
  {
    rule: '380',
    severity: 'W',
    words: 'A temporary placement follows a change of placement (P, B): care cannot start with it',
    reads: ['PLACE', 'RNE'],
    broken: {Episodes: ({isTemporary, rne}) => isTemporary && rne !== 'P' && rne !== 'B'},
  },
  {
    rule: '381',
    severity: 'W',
    words: 'Care cannot end in a temporary placement',
    reads: ['PLACE', 'REC'],
    broken: {Episodes: ({isTemporary, rec}) => isTemporary && rec !== null && rec !== 'X1'},
  },
  {
    rule: '382',
    severity: 'W',
    words: 'A short break (V3, V4) is not a temporary placement',
    reads: ['LS', 'PLACE'],
    broken: {Episodes: ({isTemporary, isShortBreak}) => isTemporary && isShortBreak},
  },
  {
    rule: '383',
    severity: 'W',
    until: 2025,
    words: 'After a temporary placement the child returns (P) to the usual placement',
    reads: ['RNE', 'PLACE'],
    previous: ['PLACE'],
    broken: {
      Episodes: e => {
        const usual = usualBefore(e)
        return usual !== null && doesNotReturn(e, usual)
      },
    },
  },
  {
    rule: '383',
    severity: 'W',
    since: 2026,
    words: 'After a temporary placement the child returns (P) to the usual placement and its postcode',
    reads: ['RNE', 'PLACE', 'PL_POST'],
    previous: ['PLACE', 'PL_POST'],
    broken: {
      Episodes: e => {
        const usual = usualBefore(e)
        return usual !== null && (doesNotReturn(e, usual) || e.postcode !== usual.postcode)
      },
    },
  },
]
