import type {ReasonEpisodeCeased} from '../../placement/codes.ts'
import {column, type Draft} from './table.ts'
import {daysOf, type Times, yearInWords} from './times.ts'

const YEARS = 3

type Leaving = Exclude<ReasonEpisodeCeased, 'X1'>

const WAYS = {
  adopted: ['Adopted', ['E11', 'E12']],
  home: ['Returned home', ['E4A', 'E4B']],
  order: ['Special guardianship or child arrangements order', ['E41', 'E45', 'E46', 'E47', 'E48']],
  independent: ['Independent living, or stayed with carers at 18', ['E5', 'E6', 'E17']],
  custody: ['Custody, or remand ended', ['E9', 'E14']],
  other: ['Other reasons', ['E13', 'E15', 'E16', 'E2', 'E3', 'E7', 'E8']],
} as const satisfies Readonly<Record<string, readonly [string, readonly Leaving[]]>>

/** Table 6: who came into care and who left it, and how. */
export function flowTable({asAt, at}: Times): Draft {
  const days = daysOf(asAt, YEARS)
  const thisYear = yearInWords(asAt)
  return {
    number: 6,
    id: 'flows',
    title: 'Started and ceased to be looked after, by year and reason',
    says: look =>
      `From ${thisYear}, ${look(thisYear, 'started')} children started to be looked after and ${look(thisYear, 'ceased')} ceased to be; ${look(thisYear, 'home')} of them returned home.`,
    columns: [
      column('year', 'From', null),
      column('started', 'Started to be looked after', 'children', 'starts-in-year'),
      column('ceased', 'Ceased to be looked after', 'children', 'ceased-in-year'),
      ...Object.entries(WAYS).map(([id, [title]]) => column(id, title, 'children', 'ceased-in-year')),
      column('unknown', 'May have ceased: no reason recorded', 'children', 'ceased-in-year'),
    ],
    rows: days.map(day => {
      const {started, ceased} = at(day)
      const reasons = ceased().map(({episode}) => episode.ceased)
      const known = reasons.filter(reason => reason !== null)
      const byWay = Object.values(WAYS).map(
        ([, codes]) => known.filter(reason => (codes as readonly string[]).includes(reason)).length,
      )
      return [yearInWords(day), started().length, known.length, ...byWay, reasons.length - known.length]
    }),
    notes: [
      'Each child is counted once a year, whatever number of times care began or ended in it. The first row is of a part of a year. Whose last episode ended without a reason may have ceased or not, and is in no total.',
    ],
    source: 'SSDA903 RNE S and REC, short breaks (V3, V4) left out',
    sums: [{total: 'ceased', parts: Object.keys(WAYS)}],
  }
}
