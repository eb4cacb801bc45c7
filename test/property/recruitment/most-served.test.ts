import fc from 'fast-check'
import {expect, test} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {
  type Claim,
  claimOf,
  mostServed,
  mostServedAtMost,
} from '../../../domain/recruitment/carers-needed/most-served.ts'

const claims = (sizes: number, apart: boolean) =>
  fc
    .record({
      spans: fc.array(
        fc.tuple(
          fc.integer({min: 0, max: 20}),
          fc.integer({min: 1, max: 12}),
          fc.integer({min: 1, max: sizes}),
        ),
        {maxLength: 9},
      ),
      pairs: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), {maxLength: apart ? 4 : 0}),
      open: fc.array(fc.nat(8), {maxLength: 2}),
    })
    .map(({spans, pairs, open}) => {
      const made = spans.map(([from, nights, size], i) => {
        const start = addDays('2026-01-01', from)
        return claimOf(start, open.includes(i) ? null : addDays(start, nights), size)
      })
      for (const [a, b] of pairs)
        if (a !== b && made[a] && made[b]) {
          made[a].apartFrom.add(made[b])
          made[b].apartFrom.add(made[a])
        }
      return made as readonly Claim[]
    })

/** Night by night: a place for each child, and nobody with whom they must not live. */
function canServe(chosen: readonly Claim[], places: number): boolean {
  return chosen.every(({from}) => {
    const there = chosen.filter(claim => claim.from <= from && from < claim.end)
    const isApart = there.every(a => there.every(b => !a.apartFrom.has(b)))
    return isApart && there.reduce((sum, {size}) => sum + size, 0) <= places
  })
}

/** Every subset. */
function slowly(all: readonly Claim[], places: number): number {
  let most = 0
  for (let mask = 0; mask < 2 ** all.length; mask++) {
    const chosen = all.filter((_, i) => mask & (1 << i))
    if (chosen.length > most && canServe(chosen, places)) most = chosen.length
  }
  return most
}

test('a home serves exactly as many as trying every subset finds', () => {
  fc.assert(
    fc.property(claims(3, true), fc.integer({min: 1, max: 4}), (all, places) => {
      const chosen = mostServed(all, places)
      expect(canServe(chosen, places)).toBe(true)
      expect(new Set(chosen).size).toBe(chosen.length)
      expect(chosen.length).toBe(slowly(all, places))
      expect(mostServedAtMost(all, places)).toBeGreaterThanOrEqual(chosen.length)
    }),
    {numRuns: 1500},
  )
})

test('for children one by one the bound is the answer', () => {
  fc.assert(
    fc.property(claims(1, false), fc.integer({min: 1, max: 3}), (all, places) => {
      expect(mostServedAtMost(all, places)).toBe(mostServed(all, places).length)
    }),
    {numRuns: 500},
  )
})
