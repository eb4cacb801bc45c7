import {dayInWords} from '../../calendar.ts'
import {monthEnds, monthsBefore} from '../reporting-year.ts'
import {sdqBand, sdqOf} from '../sdq.ts'
import {isUnaccompanied, LOOKED_AFTER} from '../subjects.ts'
import {ALL, crossed, named, namedBy, occupied} from './cross.ts'
import {column, type Draft, oneDecimal} from './table.ts'
import {keyIn, type Times} from './times.ts'
import {AGES, ETHNICITY_TITLES, LEGAL_TITLES, NEED_TITLES, SEX_TITLES} from './titles.ts'

const TREND_MONTHS = 24
const RETURN = 'SSDA903 episodes and placements recorded in Hearth'
export const SNAPSHOT = 'Children looked after at the end of the day, short breaks (V3, V4) left out.'

/** Table 1: how many, month by month. */
export function trendTable({asAt, now, tally}: Times): Draft {
  const population = now.facts.population
  const days = monthEnds(monthsBefore(asAt, TREND_MONTHS), asAt)
  const rows = days.map(day => {
    const rate = tally('rate-per-10000', day).value
    return [
      dayInWords(day),
      tally('children-looked-after', day).value,
      rate === null ? null : oneDecimal(rate),
      tally('uasc', day).numerator,
    ]
  })
  return {
    number: 1,
    id: 'trend',
    title: 'Children looked after: trend and rate',
    says: look => {
      const [then, today] = [dayInWords(days[0]!), dayInWords(asAt)]
      const rate = look(today, 'rate')
      return `${look(today, 'children')} children were looked after on ${today}, ${rate} for each 10,000 children in the area; on ${then} they were ${look(then, 'children')}.`
    },
    columns: [
      column('month', 'On', null),
      column('children', 'Children looked after', 'children', 'children-looked-after'),
      column('rate', 'For each 10,000', 'per-10000', 'rate-per-10000'),
      column('uasc', 'Of them unaccompanied asylum-seeking', 'children', 'uasc'),
    ],
    rows,
    notes: [
      population === null
        ? 'No population is recorded for the area, so there is no rate.'
        : `Each rate is for a population of ${population.count.toLocaleString('en-GB')} aged 0 to 17 (${population.source}), whatever the month.`,
      "Rates of neighbouring authorities are not part of this authority's data.",
    ],
    source: RETURN,
    sums: [{total: 'children', parts: ['uasc'], hasRest: true}],
    workedFrom: {rate: 'children'},
  }
}

/** Table 2: who they are. */
export function peopleTable({now, asAt}: Times): Draft {
  const children = now.census()
  const key = (dimension: string) => keyIn(LOOKED_AFTER, dimension, now)
  const [sexes, groups] = [Object.keys(SEX_TITLES), Object.keys(ETHNICITY_TITLES)]
  const columns = [
    ...namedBy([], SEX_TITLES, key('sex')),
    ...namedBy([], ETHNICITY_TITLES, key('ethnicity')),
    named<(typeof children)[number]>('UASC', ({history}) => isUnaccompanied(history, now)),
    named<(typeof children)[number]>(ALL, () => true),
  ]
  return {
    number: 2,
    id: 'people',
    title: 'Age by sex, by ethnicity and by unaccompanied children',
    says: look =>
      `Of ${look(ALL, 'all')} children on ${dayInWords(asAt)}, ${look('10 to 15', 'all')} were aged 10 to 15 and ${look('16 and over', 'all')} were 16 and over; ${look(ALL, 'uasc')} were unaccompanied asylum-seeking children.`,
    columns: [
      column('age', 'Age', null),
      ...[...sexes, ...groups, 'uasc', 'all'].map((id, i) =>
        column(id, columns[i]!.name, 'children', id === 'uasc' ? 'uasc' : 'children-looked-after'),
      ),
    ],
    rows: crossed(children, namedBy([], AGES, key('age')), columns),
    notes: [SNAPSHOT, 'Age is in completed years. UASC: unaccompanied asylum-seeking children.'],
    source: RETURN,
    sums: [
      {total: 'all', parts: sexes},
      {total: 'all', parts: groups},
      {total: 'all', parts: ['uasc'], hasRest: true},
    ],
    totalRow: true,
  }
}

const SDQ_DEFINED: Readonly<Record<string, string>> = {sdq: 'sdq-mean', 'sdq-concern': 'sdq-concern'}

/** Table 3: under which legal status, for which need. */
export function legalTable({now, asAt}: Times): Draft {
  const children = now.census()
  const needs = Object.keys(NEED_TITLES)
  const scores = new Map(now.sdqCohort().map(child => [child, sdqOf(child, now)]))
  const columns = [
    ...namedBy([], NEED_TITLES, keyIn(LOOKED_AFTER, 'need', now)),
    named<(typeof children)[number]>(ALL, () => true),
    named<(typeof children)[number]>('With an SDQ score', child => (scores.get(child) ?? null) !== null),
    named<(typeof children)[number]>('SDQ score a cause for concern', child => {
      const score = scores.get(child) ?? null
      return score !== null && sdqBand(score) === 'concern'
    }),
  ]
  const rows = crossed(children, namedBy([], LEGAL_TITLES, keyIn(LOOKED_AFTER, 'legal-status', now)), columns)
  return {
    number: 3,
    id: 'legal-status',
    title: 'Legal status by category of need',
    says: look =>
      `On ${dayInWords(asAt)}, ${look(LEGAL_TITLES.C2, 'all')} of ${look(ALL, 'all')} children were under a full care order and ${look(LEGAL_TITLES.V2, 'all')} were accommodated under section 20.`,
    columns: [
      column('legal-status', 'Legal status', null),
      ...[...needs, 'all', 'sdq', 'sdq-concern'].map((id, i) =>
        column(id, columns[i]!.name, 'children', SDQ_DEFINED[id] ?? 'children-looked-after'),
      ),
    ],
    rows: occupied(rows),
    notes: [
      SNAPSHOT,
      'The category of need is fixed when care begins. Statuses of no child are left out.',
      'SDQ: the Strengths and Difficulties Questionnaire, of those of whom a score is asked.',
    ],
    source: RETURN,
    sums: [
      {total: 'all', parts: needs},
      {total: 'all', parts: ['sdq'], hasRest: true},
      {total: 'sdq', parts: ['sdq-concern'], hasRest: true},
    ],
    totalRow: true,
  }
}
