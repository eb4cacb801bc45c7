import {describe, expect, it} from 'vitest'
import {dayNumber} from '../../../domain/calendar.ts'
import {isoDay, returnDay} from '../../../domain/ssda903/return-day.ts'

describe('a date of the return', () => {
  it.each([
    ['01/01/1970', '1970-01-01'],
    ['31/03/2026', '2026-03-31'],
    ['29/02/2000', '2000-02-29'],
    ['31/12/1899', '1899-12-31'],
  ])('%s is the day %s', (text, day) => {
    expect(returnDay(text)).toBe(dayNumber(day))
    expect(isoDay(day)).toBe(dayNumber(day))
  })

  it.each([
    [null],
    [undefined],
    [''],
    ['29/02/1900'],
    ['31/04/2026'],
    ['00/01/2026'],
    ['01/13/2026'],
    ['1/1/2026'],
    ['01-01-2026'],
    ['01/01/0000'],
    ['2026/01/01'],
    ['01/01/26'],
    ['aa/bb/cccc'],
    ['ZZ/ZZ/2026'],
    ['01/01/２０２６'],
  ])('%s is none', text => {
    expect(returnDay(text)).toBeNaN()
  })

  it.each([
    ['10/05/2010', 18, '2028-05-10'],
    ['29/02/2008', 18, '2026-03-01'],
    ['29/02/2008', 16, '2024-02-29'],
  ])('%s and %i years are %s', (text, years, day) => {
    expect(returnDay(text, years)).toBe(dayNumber(day))
  })
})
