import {describe, expect, it} from 'vitest'
import {INDICATOR_IDS} from '../../../domain/sufficiency/indicator-ids.ts'
import {breakdownOf, dimensionsOf, indicatorsAt, membersOf} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {publishedIndicatorsAt} from '../../../domain/sufficiency/publish.ts'
import {monthEnds, monthsBefore, yearStart} from '../../../domain/sufficiency/reporting-year.ts'
import {aHistory, anEpisode, CENSUS_DAY, children, factsOf} from './a-history.ts'

const born = (dob: string) => aHistory({dob})
const counts = (
  by: string,
  histories: readonly ReturnType<typeof aHistory>[],
  id = 'children-looked-after',
) =>
  Object.fromEntries(
    breakdownOf(id, by, prepare(factsOf({histories})), CENSUS_DAY)!.parts.map(({key, numerator}) => [
      key,
      numerator,
    ]),
  )

describe('by what children differ in', () => {
  it('the age bands turn on the birthday', () => {
    const histories = [
      '2024-04-01',
      '2024-03-31',
      '2020-03-31',
      '2015-04-01',
      '2015-03-31',
      '2009-04-01',
      '2009-03-31',
    ].map(born)
    expect(counts('age', histories)).toEqual({'<1': 1, '1-4': 1, '5-9': 2, '10-15': 2, '16+': 1})
  })

  it('an age in the starts of the year is that on the first day', () => {
    const histories = [aHistory({dob: '2014-06-02', episodes: [anEpisode({from: '2024-06-01', began: 'S'})]})]
    expect(counts('age', histories, 'starts-in-year')).toMatchObject({'5-9': 1, '10-15': 0})
  })

  it('what is not recorded is shown last, and as not known', () => {
    const histories = [
      aHistory({ethnicity: null}),
      aHistory({ethnicity: 'REFU'}),
      aHistory({ethnicity: 'CHNE'}),
    ]
    expect(Object.entries(counts('ethnicity', histories)).at(-1)).toEqual(['not-known', 2])
    expect(counts('ethnicity', histories)).toMatchObject({asian: 1})
    const unrecorded = [
      aHistory({episodes: [anEpisode({from: '2025-01-01', began: 'S', need: null, legalStatus: null})]}),
    ]
    expect(counts('need', unrecorded)).toMatchObject({'not-known': 1})
    expect(counts('legal-status', unrecorded)).toMatchObject({'not-known': 1, C2: 0})
  })

  it('shares have the denominator of their own part', () => {
    const histories = [
      aHistory(),
      aHistory({sex: 'M'}),
      aHistory({sex: 'M', episodes: [anEpisode({from: '2025-01-01', began: 'S', place: 'K2'})]}),
    ]
    const {parts, total} = breakdownOf('foster', 'sex', prepare(factsOf({histories})), CENSUS_DAY)!
    expect(total).toMatchObject({numerator: 2, denominator: 3})
    expect(parts).toMatchObject([
      {key: 'F', numerator: 1, denominator: 1, value: 100},
      {key: 'M', numerator: 1, denominator: 2, value: 50},
      {key: 'U', numerator: 0, denominator: 0, value: null},
    ])
  })
})

it('what does not exist is null', () => {
  const prepared = prepare(factsOf())
  expect(membersOf('no-such', prepared, CENSUS_DAY)).toBeNull()
  expect(dimensionsOf('no-such')).toBeNull()
  expect(breakdownOf('foster', 'no-such', prepared, CENSUS_DAY)).toBeNull()
  expect(breakdownOf('no-such', 'sex', prepared, CENSUS_DAY)).toBeNull()
  expect(indicatorsAt(prepared, CENSUS_DAY, 'no-such')).toEqual([])
})

it('one indicator that is asked for is as it is among all, in a role and published', () => {
  const prepared = prepare(factsOf({histories: [...children(3, {place: 'U1'}), ...children(40)]}))
  for (const at of [indicatorsAt, publishedIndicatorsAt])
    for (const one of at(prepared, CENSUS_DAY)) expect(at(prepared, CENSUS_DAY, one.id)).toEqual([one])
})

it('every id is one indicator', () => {
  expect(new Set(INDICATOR_IDS).size).toBe(INDICATOR_IDS.length)
})

it('a trend is the figure at each month’s end, and at the day on which it ends', () => {
  const histories = [
    aHistory({episodes: [anEpisode({from: '2025-02-01', began: 'S', until: '2025-03-31', ceased: 'E4A'})]}),
  ]
  const prepared = prepare(factsOf({histories}))
  const trend = monthEnds('2025-01-15', '2025-04-10').map(day => [
    day,
    ...indicatorsAt(prepared, day, 'children-looked-after').map(({numerator}) => numerator),
  ])
  expect(trend).toEqual([
    ['2025-01-31', 0],
    ['2025-02-28', 1],
    ['2025-03-31', 0],
    ['2025-04-10', 0],
  ])
})

describe('the year', () => {
  it('starts on 1 April', () => {
    expect(yearStart('2025-03-31')).toBe('2024-04-01')
    expect(yearStart('2025-04-01')).toBe('2025-04-01')
  })

  it('thirty months before 31 March 2025 is 30 September 2022', () => {
    expect(monthsBefore('2025-03-31', 30)).toBe('2022-09-30')
    expect(monthsBefore('2025-03-31', 24)).toBe('2023-03-31')
    expect(monthsBefore('2024-02-29', 24)).toBe('2022-02-28')
    expect(monthsBefore('2025-01-10', 1)).toBe('2024-12-10')
  })

  it('has no months the wrong way round', () => {
    expect(monthEnds('2025-03-31', '2025-01-31')).toEqual([])
  })
})
