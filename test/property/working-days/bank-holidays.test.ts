import {expect, it} from 'vitest'
import {BANK_HOLIDAYS} from '../../../domain/bank-holidays.ts'
import {addDays, type Day} from '../../../domain/calendar.ts'

/** Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876). */
function easter(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)]
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return `${year}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`
}

const pad = (n: number): string => `${n}`.padStart(2, '0')
const weekday = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay()

/** The day itself when it is a Monday, or the first one to come or last one gone. */
function monday(day: Day, step: 1 | -1): Day {
  let found = day
  while (weekday(found) !== 1) found = addDays(found, step)
  return found
}

/** A bank holiday on a weekend is kept on the next weekday that is not one already. */
function withSubstitutes(days: readonly Day[]): readonly Day[] {
  const kept = new Set(days.filter(day => ![0, 6].includes(weekday(day))))
  for (const day of days.filter(day => !kept.has(day))) {
    let substitute = day
    while ([0, 6].includes(weekday(substitute)) || kept.has(substitute)) substitute = addDays(substitute, 1)
    kept.add(substitute)
  }
  return [...kept].toSorted()
}

const byTheRule = (year: number): readonly Day[] =>
  withSubstitutes([
    `${year}-01-01`,
    addDays(easter(year), -2),
    addDays(easter(year), 1),
    monday(`${year}-05-01`, 1),
    monday(`${year}-05-31`, -1),
    monday(`${year}-08-31`, -1),
    `${year}-12-25`,
    `${year}-12-26`,
  ])

/** What was proclaimed against the rule. */
const PROCLAIMED: Readonly<
  Record<number, {readonly instead: readonly Day[]; readonly extra: readonly Day[]}>
> = {
  2020: {instead: ['2020-05-04'], extra: ['2020-05-08']},
  2022: {instead: ['2022-05-30'], extra: ['2022-06-02', '2022-06-03', '2022-09-19']},
  2023: {instead: [], extra: ['2023-05-08']},
}

const recorded = (year: number) => BANK_HOLIDAYS.get(year)!.map(day => `${year}-${day}`)
const years = [...BANK_HOLIDAYS.keys()]

it('finds Easter where almanacs have it', () => {
  expect([2000, 2011, 2019, 2024, 2025, 2026, 2038].map(easter)).toEqual([
    '2000-04-23',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ])
})

it('has every year from 2019 to 2030, its days in order', () => {
  expect(years).toEqual(Array.from({length: 12}, (_, i) => 2019 + i))
  for (const year of years) expect(recorded(year)).toEqual(recorded(year).toSorted())
})

it.each(years)(
  'has the bank holidays of %i: the usual ones, substitutes for weekends, and what was proclaimed',
  year => {
    const {instead, extra} = PROCLAIMED[year] ?? {instead: [], extra: []}
    const usual = byTheRule(year)
    for (const day of instead) expect(usual).toContain(day)
    for (const day of extra) expect(usual).not.toContain(day)
    expect(recorded(year)).toEqual([...usual.filter(day => !instead.includes(day)), ...extra].toSorted())
  },
)
