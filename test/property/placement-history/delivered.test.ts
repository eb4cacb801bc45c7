import type {DynamoDBBatchResponse, DynamoDBRecord} from 'aws-lambda'
import fc from 'fast-check'
import {expect, it} from 'vitest'
import type {CloudEvent} from '../../../events/envelope.ts'
import {recordEvent} from '../../../functions/store/outbox.ts'
import type {PutEvents} from '../../../functions/stream/publish-in-order.ts'
import {publisher} from '../../../functions/stream/publisher.ts'
import {LEWISHAM} from '../../support/matching.ts'
import {fiveYears} from './five-years.ts'
import {fold} from './fold.ts'

/*
 * Between the table and whoever listens an event may be published again, because the batch that it was in failed
 * half-way, and the bus may deliver it again, and late. Whoever takes the events as docs/events.md says knows what the
 * table holds all the same.
 */

const BOROUGH = fiveYears(200, 20_261_123)
const RECORDED = [...BOROUGH.placements.values()]
  .map(({id, childId, householdId, arrangement, from, until}) => ({
    placementId: id,
    childId,
    householdId,
    main: arrangement === 'main',
    from,
    until,
  }))
  .toSorted(byId)

interface Named {
  readonly placementId: string
}
function byId(a: Named, b: Named): number {
  return a.placementId < b.placementId ? -1 : 1
}
const told = (events: Iterable<CloudEvent>) => fold(events).toSorted(byId)

/** What comes of the stream, in the order of the writing. */
const STREAM: readonly DynamoDBRecord[] = BOROUGH.events.map((event, number) => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: String(number),
    NewImage: Object.fromEntries(
      Object.entries(recordEvent(LEWISHAM, event).put!).map(([name, value]) => [
        name,
        typeof value === 'number' ? {N: String(value)} : {S: String(value)},
      ]),
    ),
  },
}))

/** As Lambda does: what is not reported as failed is done, and the rest comes again from the first that is. */
async function drain(
  publish: (records: readonly DynamoDBRecord[]) => Promise<DynamoDBBatchResponse>,
  batchSize: number,
): Promise<void> {
  for (let from = 0; from < STREAM.length; ) {
    const batch = STREAM.slice(from, from + batchSize)
    const {batchItemFailures} = await publish(batch).catch(() => ({
      batchItemFailures: [{itemIdentifier: batch[0]!.dynamodb!.SequenceNumber!}],
    }))
    const failed = batchItemFailures.map(({itemIdentifier}) => Number(itemIdentifier))
    from = failed.length === 0 ? from + batch.length : Math.min(...failed)
  }
}

/** A bus that takes what it likes of a request, and now and then takes it and does not say so. */
function aBus(moods: () => number): {readonly put: PutEvents; readonly taken: CloudEvent[]} {
  const taken: CloudEvent[] = []
  const put: PutEvents = async events => {
    const those = events.filter(() => moods() > 0)
    taken.push(...those)
    if (moods() === 0) throw new Error('The reply was lost.')
    return new Set(those)
  }
  return {put, taken}
}

/** Moods of a bus: at 0 it fails. Once they are over it takes everything. */
const moods = fc.array(fc.integer({min: 0, max: 4}), {minLength: 3, maxLength: 500})

const inTurn = (all: readonly number[]) => {
  let next = 0
  return () => all[next++] ?? 1
}

it('batches of the stream that fail half-way lose nothing, and keep the order of each placement', async () => {
  await fc.assert(
    fc.asyncProperty(moods, fc.integer({min: 1, max: 100}), async (all, batchSize) => {
      const {put, taken} = aBus(inTurn(all))
      const publish = publisher(put, {unreadable: () => {}, refused: () => {}})
      await drain(records => publish({Records: [...records]}), batchSize)
      expect(new Set(taken.map(({id}) => id))).toEqual(new Set(BOROUGH.events.map(({id}) => id)))
      const firstTime = [...new Map(taken.toReversed().map(event => [event.id, event])).values()].toReversed()
      for (const ofOne of Map.groupBy(firstTime, ({subject}) => subject).values())
        expect(ofOne.map(({sequence}) => sequence)).toEqual(ofOne.map(({sequence}) => sequence).toSorted())
      expect(told(taken)).toEqual(RECORDED)
    }),
    {numRuns: 25},
  )
})

/** Each event once to five times, in any order at all. */
const delivered = fc.tuple(...BOROUGH.events.map(() => fc.integer({min: 1, max: 5}))).chain(times => {
  const all = BOROUGH.events.flatMap((event, n) => Array.from({length: times[n]!}, () => event))
  return fc.shuffledSubarray(all, {minLength: all.length})
})

it('events that come again and overtake each other tell what the table holds', () => {
  fc.assert(
    fc.property(delivered, events => {
      expect(told(events)).toEqual(RECORDED)
    }),
    {numRuns: 50},
  )
})

it('whoever takes each event once, by its source and id, counts what happened', () => {
  fc.assert(
    fc.property(delivered, events => {
      const taken = new Map(events.map(event => [`${event.source} ${event.id}`, event]))
      expect(taken.size).toBe(BOROUGH.events.length)
      const over = [...taken.values()].filter(({type}) => /placement-(ended|moved)/.test(type))
      const ended = [...BOROUGH.placements.values()].filter(placement => placement.ended !== null)
      expect(new Set(over.map(({subject}) => subject)).size).toBe(ended.length)
    }),
    {numRuns: 20},
  )
})
