import type {Episode} from '../episode.ts'
import type {Rule} from '../rule.ts'

const lastsLonger = ({stretch}: Episode, days: number) => stretch.to - stretch.from > days

export const LEGAL_STATUS_RULES: readonly Rule[] = [
  {
    rule: '361',
    severity: 'W',
    words: 'Police protection (L1) has lasted longer than 72 hours',
    reads: ['DECOM', 'DEC', 'LS'],
    broken: {Episodes: episode => episode.ls === 'L1' && lastsLonger(episode, 3)},
  },
  {
    rule: '362',
    severity: 'W',
    words: 'An emergency protection order (L2) has lasted longer than 21 days',
    reads: ['DECOM', 'DEC', 'LS'],
    broken: {Episodes: episode => episode.ls === 'L2' && lastsLonger(episode, 21)},
  },
  {
    rule: '363',
    severity: 'W',
    words: 'A child assessment order (L3) has lasted longer than 7 days',
    reads: ['DECOM', 'DEC', 'LS'],
    broken: {Episodes: episode => episode.ls === 'L3' && lastsLonger(episode, 7)},
  },
  {
    rule: '364',
    severity: 'W',
    words: 'Detention by the police (J2) has lasted longer than 21 days',
    reads: ['DECOM', 'DEC', 'LS'],
    broken: {Episodes: episode => episode.ls === 'J2' && lastsLonger(episode, 21)},
  },
  {
    rule: '378',
    severity: 'W',
    words: 'A child placed with parents (P1) is not accommodated by agreement (V2)',
    reads: ['PLACE', 'LS'],
    broken: {Episodes: ({place, ls}) => place === 'P1' && ls === 'V2'},
  },
  {
    rule: '408',
    severity: 'W',
    words: 'A placement for adoption under a placement order (A5, A6) needs that order (E1)',
    reads: ['PLACE', 'LS'],
    broken: {Episodes: ({place, ls}) => (place === 'A5' || place === 'A6') && ls !== 'E1'},
  },
]
