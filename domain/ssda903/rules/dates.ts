import type {Rule} from '../rule.ts'

export const DATE_RULES: readonly Rule[] = [
  {
    rule: '102',
    severity: 'E',
    words: 'The date of birth is blank or no date that exists',
    reads: ['DOB'],
    broken: {Header: ({born}) => Number.isNaN(born)},
  },
  {
    rule: '301',
    severity: 'E',
    words: 'The date of birth is after the end of the collection year',
    reads: ['DOB'],
    broken: {Header: ({born}, {collectionEnd}) => born > collectionEnd},
  },
  {
    rule: '141',
    severity: 'E',
    words: 'The start of the episode is no date that exists',
    reads: ['DECOM'],
    broken: {Episodes: ({decom, source}) => Number.isNaN(decom) && (source.values.DECOM ?? null) !== null},
  },
  {
    rule: '147',
    severity: 'E',
    words: 'The end of the episode is no date that exists',
    reads: ['DEC'],
    broken: {Episodes: ({dec, ceased}) => ceased !== null && Number.isNaN(dec)},
  },
  {
    rule: '148',
    severity: 'E',
    words: 'An end and its reason belong together: both, or neither',
    reads: ['DEC', 'REC'],
    broken: {Episodes: ({ceased, rec}) => (ceased === null) !== (rec === null)},
  },
  {
    rule: '302',
    severity: 'E',
    words: 'The first episode starts before the child was born',
    reads: ['DECOM', 'DOB'],
    broken: {
      Episodes: (episode, {ordered, born}) => episode === ordered[0] && episode.decom < born,
      Header: (_, {ordered, born}) => ordered.length > 0 && ordered[0]!.decom < born,
    },
  },
  {
    rule: '354',
    severity: 'E',
    words: 'The episode starts after the end of the collection year',
    reads: ['DECOM'],
    broken: {Episodes: ({decom}, {collectionEnd}) => decom > collectionEnd},
  },
  {
    rule: '385',
    severity: 'E',
    words: 'The episode ends after the end of the collection year',
    reads: ['DEC'],
    broken: {Episodes: ({dec}, {collectionEnd}) => dec > collectionEnd},
  },
  {
    rule: '355',
    severity: 'E',
    words: 'The episode starts and ends on the same day',
    reads: ['DECOM', 'DEC'],
    broken: {Episodes: ({decom, dec}) => dec === decom},
  },
  {
    rule: '356',
    severity: 'E',
    words: 'The episode ends before it starts',
    reads: ['DECOM', 'DEC'],
    broken: {Episodes: ({decom, dec}) => dec < decom},
  },
]
