import fc from 'fast-check'
import {expect, it} from 'vitest'
import {dayInEngland, startOfDay} from '../../../domain/calendar.ts'

const london = new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London', dateStyle: 'short'})
const moment = fc
  .date({min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-12-31T23:59:59Z'), noInvalidDate: true})
  .map(date => date.toISOString())
const justBefore = (at: string) => new Date(Date.parse(at) - 1).toISOString()

it('is the day that a clock in London shows', () => {
  fc.assert(
    fc.property(moment, at => {
      expect(dayInEngland(at)).toBe(london.format(new Date(at)))
    }),
    {numRuns: 2000},
  )
})

it('starts at midnight in London, and not a moment sooner', () => {
  fc.assert(
    fc.property(moment, at => {
      const day = dayInEngland(at)
      const start = startOfDay(day)
      expect(london.format(new Date(start))).toBe(day)
      expect(london.format(new Date(justBefore(start)))).not.toBe(day)
    }),
    {numRuns: 2000},
  )
})

it('is an hour before that of UTC from the day after the clocks go forward to the day they go back', () => {
  expect(['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'].map(startOfDay)).toEqual([
    '2026-03-29T00:00:00.000Z',
    '2026-03-29T23:00:00.000Z',
    '2026-10-24T23:00:00.000Z',
    '2026-10-26T00:00:00.000Z',
  ])
})
