import {expect, test} from 'vitest'
import {cron, every} from '../../../local/schedules.ts'

const first = (expression: string): string | undefined =>
  cron(expression, 'Nightly').nextRun(new Date('2026-11-23T12:00:00Z'))?.toISOString()

test.each([
  ['each night at half past two', 'cron(30 2 * * ? *)', '2026-11-24T02:30:00.000Z'],
  ['on Sundays, day 1 of the week in AWS', 'cron(0 6 ? * 1 *)', '2026-11-29T06:00:00.000Z'],
  ['on weekdays by number', 'cron(0 6 ? * 2-6 *)', '2026-11-24T06:00:00.000Z'],
  ['on Saturdays by name', 'cron(0 6 ? * SAT *)', '2026-11-28T06:00:00.000Z'],
  ['in one year only', 'cron(0 0 1 1 ? 2028)', '2028-01-01T00:00:00.000Z'],
  ['every quarter of an hour', 'cron(0/15 * * * ? *)', '2026-11-23T12:15:00.000Z'],
])('%s', (_, expression, next) => {
  expect(first(expression)).toBe(next)
})

test.each([
  'cron(0 6 L * ? *)',
  'cron(0 6 ? * 2#1 *)',
  'cron(0 6 15W * ? *)',
  'cron(0 6 * * *)',
  'at(2026-11-23T12:00:00)',
])('%s is refused by name', expression => {
  expect(() => every(expression, () => {}, 'Nightly')).toThrow(`Nightly has the schedule ${expression}`)
})

test('a rate runs until it is stopped', () => {
  const clock = every('rate(5 minutes)', () => {}, 'Often')
  expect(() => clock.stop()).not.toThrow()
})
