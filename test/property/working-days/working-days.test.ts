import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {BANK_HOLIDAYS} from '../../../domain/bank-holidays.ts'
import {addDays, type Day} from '../../../domain/calendar.ts'
import {
  addWorkingDays,
  hasWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '../../../domain/working-days.ts'

/*
 * Working days against the plainest account of them: write every day down, cross out what is not a working day,
 * and count along the list.
 */

const WEEKEND = ['Sat', 'Sun']
const isCrossedOut = (day: Day): boolean =>
  WEEKEND.includes(new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3)) ||
  BANK_HOLIDAYS.get(Number(day.slice(0, 4)))!.some(holiday => day.endsWith(holiday))

function everyDay(first: Day, last: Day): readonly Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
const known = everyDay('2019-01-01', '2030-12-31')
const onTheList = known.filter(day => !isCrossedOut(day))
const tenYears = everyDay('2020-01-01', '2029-12-31')
const before = (day: Day) => onTheList.filter(other => other < day).length
const upTo = (day: Day) => onTheList.filter(other => other <= day).length

describe('on every day of ten years', () => {
  it('a working day is one that nobody crosses out', () => {
    const crossedOut = tenYears.filter(isCrossedOut)
    expect(tenYears.filter(day => !isWorkingDay(day))).toEqual(crossedOut)
    // 522 weekends, and 83 bank holidays on other days.
    expect(crossedOut).toHaveLength(2 * 522 + 83)
  })

  it('so many working days on, or back, is so many places along the list', () => {
    for (const day of tenYears) {
      const [after, back] = [upTo(day), before(day) - 1]
      for (let n = 1; n <= 12; n++)
        if (
          addWorkingDays(day, n) !== onTheList[after + n - 1] ||
          addWorkingDays(day, -n) !== onTheList[back - n + 1]
        )
          expect.fail(`${n} working days from ${day}`)
      expect(addWorkingDays(day, 0)).toBe(day)
    }
  })
})

describe('counting working days', () => {
  const day = fc.constantFrom(...tenYears)

  it('counts the days after the first, up to and including the last', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(upTo(to) - upTo(from) - workingDaysBetween(from, to)).toBe(0)
      }),
    )
  })

  it('counts back as many as were added', () => {
    fc.assert(
      fc.property(day, fc.integer({min: 1, max: 200}), (from, n) => {
        expect(workingDaysBetween(from, addWorkingDays(from, n))).toBe(n)
      }),
    )
  })
})

describe('in a year whose bank holidays are not known', () => {
  it('says so, and does not guess', () => {
    expect(hasWorkingDays('2018-12-31')).toBe(false)
    expect(hasWorkingDays('2019-01-01')).toBe(true)
    expect(hasWorkingDays('2030-12-31')).toBe(true)
    expect(() => isWorkingDay('2031-01-02')).toThrow(RangeError)
    expect(() => addWorkingDays('2030-12-27', 3)).toThrow(RangeError)
    expect(() => addWorkingDays('2019-01-02', -2)).toThrow(RangeError)
    expect(() => workingDaysBetween('2030-12-30', '2031-01-02')).toThrow(RangeError)
  })

  it('still counts up to the last day that is known', () => {
    expect(addWorkingDays('2030-12-27', 2)).toBe('2030-12-31')
  })
})
