import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {
  aSeventh,
  byWeek,
  forAYear,
  forNights,
  isOverWhole,
  shareOut,
  total,
} from '../../../domain/panel/money.ts'

const pence = fc.integer({min: 0, max: 100_000_000})
const shares = fc
  .uniqueArray(
    fc.record({funder: fc.constantFrom('education', 'health', 'other'), basisPoints: fc.nat(10_000)}),
    {
      selector: ({funder}) => funder,
    },
  )
  .filter(all => !isOverWhole(all))

/** Plain arithmetic over big integers: a seventh, half a penny up. */
const plainSeventh = (amount: bigint): bigint => {
  const twice = 2n * amount + 7n
  const floor = twice / 14n
  return twice < 0n && twice % 14n !== 0n ? floor - 1n : floor
}

describe('money', () => {
  it('is whole pence: a year is a week times 365/7, rounded once', () => {
    fc.assert(
      fc.property(pence, weekly => {
        expect(BigInt(forAYear(weekly))).toBe(plainSeventh(BigInt(weekly) * 365n))
      }),
    )
  })

  it('of a whole week is the week, and of part weeks goes by the day', () => {
    fc.assert(
      fc.property(pence, fc.integer({min: 0, max: 6_000}), (weekly, nights) => {
        expect(forNights(weekly, 7)).toBe(weekly)
        expect(BigInt(forNights(weekly, nights))).toBe(plainSeventh(BigInt(weekly) * BigInt(nights)))
        expect(forNights(weekly, nights + 7) - forNights(weekly, nights)).toBe(weekly)
      }),
    )
  })

  it('rounds half a penny up, below nought as well', () => {
    fc.assert(
      fc.property(fc.integer({min: -100_000_000, max: 100_000_000}), amount => {
        expect(BigInt(aSeventh(amount))).toBe(plainSeventh(BigInt(amount)))
      }),
    )
  })

  it('shared out always adds to the whole, nobody a penny or more from their share', () => {
    fc.assert(
      fc.property(pence, shares, (whole, among) => {
        const out = shareOut(whole, among)
        expect(total(out)).toBe(whole)
        expect(out.every(each => each.pence >= 0 && Number.isInteger(each.pence))).toBe(true)
        for (const {funder, basisPoints} of among) {
          const exact = (whole * basisPoints) / 10_000
          expect(Math.abs(out.find(each => each.funder === funder)!.pence - exact)).toBeLessThan(1)
        }
      }),
    )
  })

  it('shared in thirds gives the odd penny to the largest remainder', () => {
    expect(
      shareOut(100, [
        {funder: 'health', basisPoints: 3_333},
        {funder: 'education', basisPoints: 3_333},
      ]),
    ).toEqual([
      {funder: 'social-care', pence: 34},
      {funder: 'health', pence: 33},
      {funder: 'education', pence: 33},
    ])
  })

  it('cannot be shared over the whole', () => {
    expect(() => shareOut(100, [{funder: 'health', basisPoints: 10_001}])).toThrow(RangeError)
  })

  it('week by week adds to the total, and the weeks follow each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -2_000_000, max: 2_000_000}), {maxLength: 60}), nights => {
        const weeks = byWeek('2026-02-25', nights)
        expect(total(weeks)).toBe(aSeventh(nights.reduce((sum, each) => sum + each, 0)))
        expect(weeks.length).toBe(Math.ceil(nights.length / 7))
        for (const [n, {from, until}] of weeks.entries()) {
          expect(from).toBe(addDays('2026-02-25', 7 * n))
          expect(until).toBe(addDays('2026-02-25', Math.min(7 * n + 7, nights.length)))
        }
      }),
    )
  })
})
