import type {Rule} from '../rule.ts'

/** A blank is no code: whether one may be left out is another rule's. */
const isUnknown = (code: string | null, codes: ReadonlySet<string>) => code !== null && !codes.has(code)

const isIn = (code: string | null | undefined, codes: ReadonlySet<string>) => codes.has(code ?? '')

export const CODE_RULES: readonly Rule[] = [
  {
    rule: '101',
    severity: 'E',
    words: "The sex is blank or not a code of this year's",
    reads: ['SEX'],
    broken: {Header: ({source}, {lists}) => !isIn(source.values.SEX, lists.sex)},
  },
  {
    rule: '103',
    severity: 'W',
    words: 'The ethnicity is blank or not a code',
    reads: ['ETHNIC'],
    broken: {Header: ({source}, {lists}) => !isIn(source.values.ETHNIC, lists.ethnic)},
  },
  {
    rule: '143',
    severity: 'E',
    words: 'The reason for the new episode is not a code',
    reads: ['RNE'],
    broken: {Episodes: ({rne}, {lists}) => isUnknown(rne, lists.rne)},
  },
  {
    rule: '144',
    severity: 'E',
    words: 'The legal status is not a code',
    reads: ['LS'],
    broken: {Episodes: ({ls}, {lists}) => isUnknown(ls, lists.ls)},
  },
  {
    rule: '145',
    severity: 'E',
    words: 'The category of need is not a code',
    reads: ['CIN'],
    broken: {Episodes: ({cin}, {lists}) => isUnknown(cin, lists.cin)},
  },
  {
    rule: '146',
    severity: 'E',
    words: "The placement is not a code of this year's",
    reads: ['PLACE'],
    broken: {Episodes: ({place}, {lists}) => isUnknown(place, lists.place)},
  },
  {
    rule: '149',
    severity: 'E',
    words: "The reason for the episode's end is not a code",
    reads: ['REC'],
    broken: {Episodes: ({rec}, {lists}) => isUnknown(rec, lists.rec)},
  },
  {
    rule: '1009',
    severity: 'E',
    words: 'The reason for the change of placement is not a code',
    reads: ['REASON_PLACE_CHANGE'],
    broken: {Episodes: ({reason}, {lists}) => isUnknown(reason, lists.reason)},
  },
]
