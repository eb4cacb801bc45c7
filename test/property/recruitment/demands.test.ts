import fc from 'fast-check'
import {expect, test} from 'vitest'
import {addDays, dayNumber} from '../../../domain/calendar.ts'
import {demandsOf, type PastReferral} from '../../../domain/recruitment/carers-needed/demand.ts'
import {SIBLING_PLANS} from '../../../domain/referral/referral.ts'
import {aChild, aMatchInput, childId} from '../../support/matching.ts'

const CHILDREN = ['ada', 'ben', 'cat'] as const

/** Referrals of three children, over and over, some of whom came to a home for a while. */
const referrals = fc
  .array(
    fc.record({
      who: fc.subarray([...CHILDREN], {minLength: 1}),
      from: fc.nat(60),
      nights: fc.option(fc.integer({min: 1, max: 40})),
      stay: fc.option(
        fc.record({who: fc.subarray([...CHILDREN]), nights: fc.option(fc.integer({min: 1, max: 40}))}),
      ),
      siblings: fc.constantFrom(...SIBLING_PLANS),
    }),
    {minLength: 1, maxLength: 8},
  )
  .map(all =>
    all.map(({who, from, nights, stay, siblings}, n): PastReferral => {
      const neededFrom = addDays('2026-01-01', from)
      const until = (after: number | null) => (after === null ? null : addDays(neededFrom, after))
      const {referral, ...input} = aMatchInput({
        children: who.map(name => aChild({id: childId(name)})),
        referral: {id: `referral-${n}` as never, neededFrom, expectedUntil: until(nights), siblings},
        at: `${addDays(neededFrom, -(n % 3))}T09:00:00.000Z`,
      })
      const went = who.filter(name => stay?.who.includes(name))
      const stays = [
        {from: neededFrom, until: until(stay?.nights ?? null), weeklyCostPence: 100_000, costs: undefined},
      ]
      return {
        ...input,
        referral,
        placed: new Map(went.map(name => [childId(name), {with: 'ifa', at: null, stays}])),
      }
    }),
  )

const DAYS = Array.from({length: 120}, (_, n) => addDays('2026-01-01', n))

test('on no night does a child need two homes', () => {
  fc.assert(
    fc.property(referrals, past => {
      const demands = demandsOf(past)
      for (const {from, until} of demands) expect(until === null || from < until).toBe(true)
      for (const name of CHILDREN)
        for (const day of DAYS) {
          const needing = demands.filter(
            ({childIds, from, until}) =>
              childIds.includes(childId(name)) && from <= day && (until === null || day < until),
          )
          expect(needing.length).toBeLessThanOrEqual(1)
        }
    }),
    {numRuns: 300},
  )
})

test('a demand ends no later than the stays and the referral say', () => {
  fc.assert(
    fc.property(referrals, past => {
      const byId = new Map(past.map(each => [each.referral.id, each]))
      for (const {referralId, childIds, until, from} of demandsOf(past)) {
        const {placed, referral} = byId.get(referralId)!
        const ends = childIds.map(id => {
          const end = placed.has(id) ? placed.get(id)!.stays[0]!.until : referral.expectedUntil
          return end === null ? Number.POSITIVE_INFINITY : dayNumber(end)
        })
        expect(until === null ? Number.POSITIVE_INFINITY : dayNumber(until)).toBeLessThanOrEqual(
          Math.max(...ends),
        )
        expect(from).toBe(referral.neededFrom)
      }
    }),
    {numRuns: 300},
  )
})
