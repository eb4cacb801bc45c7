import {isAtLeast, isUnder} from '../age.ts'
import type {ChildView} from '../child-view.ts'
import type {Episode} from '../episode.ts'
import {returnDay} from '../return-day.ts'
import type {Rule} from '../rule.ts'

const isTooYoungForCourt = ({ls, decom}: Episode, child: ChildView) =>
  (ls === 'J1' || ls === 'J2' || ls === 'J3') && isUnder(10, decom, child)

export const AGE_RULES: readonly Rule[] = [
  {
    rule: '351',
    severity: 'E',
    words: 'The child was over 25 when the collection year started',
    reads: ['DOB'],
    broken: {Header: ({source}, {collectionStart}) => collectionStart > returnDay(source.values.DOB, 25)},
  },
  {
    rule: '352',
    severity: 'E',
    words: 'Nobody starts to be looked after (S) at 18 or over',
    reads: ['DECOM', 'RNE', 'DOB'],
    broken: {Episodes: ({rne, decom}, child) => rne === 'S' && isAtLeast(18, decom, child)},
  },
  {
    rule: '358',
    severity: 'W',
    words: 'A child under 10 cannot be looked after through the criminal courts (J1 to J3)',
    reads: ['DECOM', 'LS', 'DOB'],
    broken: {
      Episodes: isTooYoungForCourt,
      Header: (_, child) => child.isNamed && child.episodes.some(e => isTooYoungForCourt(e, child)),
    },
  },
  {
    rule: '371',
    severity: 'W',
    words: 'The child is too young for supported accommodation',
    reads: ['DECOM', 'PLACE', 'DOB'],
    broken: {
      Episodes: ({place, decom}, child) =>
        place === child.lists.supported.place && isUnder(child.lists.supported.age, decom, child),
    },
  },
  {
    rule: '372',
    severity: 'W',
    words: 'A child under 10 cannot be in a young offender institution (R5)',
    reads: ['DECOM', 'PLACE', 'DOB'],
    broken: {Episodes: ({place, decom}, child) => place === 'R5' && isUnder(10, decom, child)},
  },
  {
    rule: '373',
    severity: 'W',
    words: 'A child under 4 cannot be in a residential school (S1)',
    reads: ['DECOM', 'PLACE', 'DOB'],
    broken: {Episodes: ({place, decom}, child) => place === 'S1' && isUnder(4, decom, child)},
  },
  {
    rule: '374',
    severity: 'W',
    words: 'A child under 14 cannot be in residential employment (P3)',
    reads: ['DECOM', 'PLACE', 'DOB'],
    broken: {Episodes: ({place, decom}, child) => place === 'P3' && isUnder(14, decom, child)},
  },
]
