import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type CloudEvent, inSequence} from '../../../events/envelope.ts'
import {householdChanged} from '../../../events/household-changed.v1.ts'
import {publishInOrder} from '../../../functions/stream/publish-in-order.ts'
import {householdId, LEWISHAM} from '../../support/matching.ts'

const change = (household: string, version: number) =>
  householdChanged(
    {authorityId: LEWISHAM, householdId: householdId(household), householdVersion: version},
    '2026-11-23T09:30:00.000Z',
  )
const nothing = () => {}

test('every event is published, at most ten in a request', async () => {
  const events = Array.from({length: 25}, (_, n) => change(`home-${n}`, 1))
  const requests: number[] = []
  const published = await publishInOrder(
    events,
    async batch => {
      requests.push(batch.length)
      return new Set(batch)
    },
    nothing,
  )
  expect(published).toEqual(new Set(events))
  expect(requests).toEqual([10, 10, 5])
})

test('after one event of a household has failed its later ones wait, and other households go on', async () => {
  const [a1, a2, a3, b1, b2] = [
    change('a', 1),
    change('a', 2),
    change('a', 3),
    change('b', 1),
    change('b', 2),
  ]
  const published = await publishInOrder(
    [a1, b1, a2, b2, a3],
    async batch => new Set(batch.filter(event => event !== a2)),
    nothing,
  )
  expect(published).toEqual(new Set([a1, b1, b2]))
})

test('what one transaction has written of a household is told in order, whichever way it comes', async () => {
  const told = inSequence([change('a', 1), change('a', 1), change('a', 1), change('a', 2)])
  const seen: CloudEvent[] = []
  await publishInOrder(
    [told[3]!, told[1]!, told[0]!, told[2]!],
    async batch => {
      seen.push(...batch)
      return new Set(batch)
    },
    nothing,
  )
  expect(seen).toEqual(told)
  expect(seen.map(({sequence}) => sequence)).toEqual(['0000001', '0000001.001', '0000001.002', '0000002'])
})

test('a bus that does not answer stops what was asked of it and nothing else', async () => {
  const events = Array.from({length: 15}, (_, n) => change(`home-${n}`, 1))
  const faults: unknown[] = []
  let requests = 0
  const published = await publishInOrder(
    events,
    async batch => {
      if (++requests === 1) throw new Error('no answer')
      return new Set(batch)
    },
    fault => faults.push(fault),
  )
  expect(published).toEqual(new Set(events.slice(10)))
  expect(faults).toHaveLength(1)
})

test('whatever fails, what is seen of each household is the beginning of its history, in order', async () => {
  const histories = fc.array(fc.tuple(fc.integer({min: 0, max: 4}), fc.boolean()), {maxLength: 40})
  await fc.assert(
    fc.asyncProperty(histories, fc.integer({min: 1, max: 9}), async (steps, every) => {
      const versions = new Map<number, number>()
      const events = steps.map(([household]) => {
        versions.set(household, (versions.get(household) ?? 0) + 1)
        return change(`home-${household}`, versions.get(household)!)
      })
      const failing = new Set(events.filter((_, n) => steps[n]![1]))
      const seen: CloudEvent[] = []
      let requests = 0
      const published = await publishInOrder(
        events,
        async batch => {
          if (++requests % every === 0 && every > 1) throw new Error('no answer')
          const taken = batch.filter(event => !failing.has(event as (typeof events)[0]))
          seen.push(...taken)
          return new Set(taken)
        },
        nothing,
      )
      expect(new Set(seen)).toEqual(published)
      for (const household of versions.keys()) {
        const subject = `household/home-${household}`
        const sequence = seen.filter(event => event.subject === subject).map(event => Number(event.sequence))
        expect(sequence).toEqual(sequence.map((_, n) => n + 1))
      }
    }),
  )
})
