import fc from 'fast-check'
import {expect, it} from 'vitest'
import {weeklyCostOn} from '../../../domain/panel/costs.ts'
import {isOverWhole} from '../../../domain/panel/money.ts'
import {makeBorough} from '../../../sample/borough.ts'
import {makeFourYears} from '../../../sample/four-years/four-years.ts'

const anyOptions = fc.record({
  seed: fc.integer({min: 0}),
  children: fc.integer({min: 1, max: 150}),
  today: fc
    .integer({min: 0, max: 1500})
    .map(day => new Date(Date.UTC(2024, 1, 29) + day * 86_400_000).toISOString().slice(0, 10)),
})

it('has nobody in two homes at once, and whole pence above nought for every part, in any borough', () => {
  fc.assert(
    fc.property(anyOptions, options => {
      const borough = makeBorough(options)
      const {placements, costs} = makeFourYears(borough)
      const main = placements.filter(({arrangement}) => arrangement === 'main')
      for (const ofChild of Map.groupBy(main, ({childId}) => childId).values()) {
        const inOrder = ofChild.toSorted((one, other) => (one.from < other.from ? -1 : 1))
        for (const [index, {from, ended}] of inOrder.entries()) {
          expect(ended === null || from < ended.on).toBe(true)
          if (index > 0) expect(inOrder[index - 1]!.ended!.on <= from).toBe(true)
        }
      }
      const byId = new Map(placements.map(placement => [placement.id, placement]))
      for (const {placementId, components, shares} of costs) {
        for (const {penceAWeek, from, until} of components) {
          expect(Number.isInteger(penceAWeek) && penceAWeek > 0).toBe(true)
          expect(until === null || from < until).toBe(true)
        }
        expect(isOverWhole(shares)).toBe(false)
        const placement = byId.get(placementId)!
        const whole = weeklyCostOn(placement, {components}, borough.today)
        if (placement.ended === null) expect(whole).toBe(placement.weeklyCostPence)
      }
    }),
    {numRuns: 30},
  )
})
