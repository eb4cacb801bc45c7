import fc from 'fast-check'
import {expect, test} from 'vitest'
import {BANK_HOLIDAYS} from '../../../domain/bank-holidays.ts'
import {addDays, type Day} from '../../../domain/calendar.ts'
import type {Pause} from '../../../domain/recruitment/application.ts'
import {clocksOn} from '../../../domain/recruitment/clocks.ts'
import {DEFAULT_RECRUITMENT} from '../../../domain/recruitment/policy.ts'
import {lastDayOf} from '../../../domain/recruitment/time-left-out.ts'
import {anApplication} from '../../unit/recruitment/an-application.ts'

const isWorking = (day: Day): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday % 6 !== 0 && !BANK_HOLIDAYS.get(Number(day.slice(0, 4)))!.includes(day.slice(5))
}

/** One day after another, asking of each whether it counts: slow, and hard to get wrong. */
function slowly(from: Day, limit: Parameters<typeof lastDayOf>[1], pauses: readonly Pause[], asOf: Day): Day {
  const isPaused = (day: Day) =>
    pauses.some(pause => pause.from <= day && (pause.until === null ? day <= asOf : day < pause.until))
  let left = limit.unit === 'months' ? daysToSameDay(from, limit.value) : limit.value
  let day = from
  while (left > 0) {
    day = tomorrow(day)
    if (!isPaused(day) && (limit.unit !== 'working-days' || isWorking(day))) left -= 1
  }
  return day
}

const tomorrow = (day: Day): Day => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** Walks to the day of that month with the same number, or to the last day of that month. */
function daysToSameDay(from: Day, months: number): number {
  const wanted = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  let [day, walked] = [from, 0]
  for (;;) {
    const next = tomorrow(day)
    const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
    if (month === wanted && (day.slice(8) === from.slice(8) || next.slice(5, 7) !== day.slice(5, 7)))
      return walked
    ;[day, walked] = [next, walked + 1]
  }
}

const LIMITS = [
  ...[1, 2, 5, 7, 10].map(value => ({value, unit: 'working-days'}) as const),
  {value: 28, unit: 'days'} as const,
  {value: 8, unit: 'months'} as const,
  {value: 12, unit: 'months'} as const,
]
const TEN_YEARS = Array.from({length: 3653}, (_, i) => addDays('2019-02-01', i))

test('for every day of ten years each limit ends on the day that counting one by one finds', () => {
  for (const from of TEN_YEARS)
    for (const limit of LIMITS)
      expect(lastDayOf(from, limit, [], from), `${from} ${limit.value} ${limit.unit}`).toBe(
        slowly(from, limit, [], from),
      )
})

/** Up to four, one after another, the last perhaps still lasting. */
const pauses = fc
  .record({
    starts: fc.integer({min: -20, max: 30}),
    spans: fc.array(fc.tuple(fc.integer({min: 1, max: 40}), fc.integer({min: 0, max: 60})), {maxLength: 4}),
    lasts: fc.boolean(),
  })
  .map(({starts, spans, lasts}) => (from: Day): readonly Pause[] => {
    let day = addDays(from, starts)
    const made = spans.map(([length, gap]) => {
      const pause = {from: day, until: addDays(day, length), reason: 'Illness'}
      day = addDays(day, length + gap)
      return pause
    })
    return made.map((pause, i) => (lasts && i === made.length - 1 ? {...pause, until: null} : pause))
  })

test('paused time never counts, however it falls', () => {
  fc.assert(
    fc.property(
      fc.integer({min: 0, max: 3000}),
      fc.constantFrom(...LIMITS),
      pauses,
      fc.integer({min: 0, max: 200}),
      (start, limit, pausesFrom, later) => {
        const from = TEN_YEARS[start]!
        const asOf = addDays(from, 260 + later)
        expect(lastDayOf(from, limit, pausesFrom(from), asOf)).toBe(
          slowly(from, limit, pausesFrom(from), asOf),
        )
      },
    ),
    {numRuns: 2000},
  )
})

/** Backwards, one day before another. */
function slowlyBack(from: Day, workingDays: number): Day {
  let [day, left] = [from, workingDays]
  while (left > 0) {
    day = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
    if (isWorking(day)) left -= 1
  }
  return day
}

test('for a panel on every day of ten years the papers are due 5 working days before', () => {
  for (const panel of TEN_YEARS) {
    const booked = {kind: 'panel-booked', on: '2019-02-01', for: panel} as const
    const application = anApplication({
      enquiry: {on: '2019-02-01', source: 'event', campaignId: null},
      milestones: [booked],
    })
    const papers = clocksOn(application, DEFAULT_RECRUITMENT, '2019-02-01').find(
      ({kind}) => kind === 'panel-papers',
    )
    expect(papers?.dueOn, panel).toBe(slowlyBack(panel, 5))
  }
})

test('on every day of ten years an enquiry is running, due or overdue as counting says', () => {
  for (const on of TEN_YEARS) {
    const application = anApplication({enquiry: {on, source: 'event', campaignId: null}})
    const due = slowly(on, {value: 1, unit: 'working-days'}, [], on)
    const stateOn = (day: Day) => clocksOn(application, DEFAULT_RECRUITMENT, day)[0]?.state
    expect([stateOn(addDays(due, -1)), stateOn(due), stateOn(addDays(due, 1))], on).toEqual([
      'running',
      'due',
      'overdue',
    ])
  }
})
