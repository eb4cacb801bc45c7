import type {DynamoDBRecord} from 'aws-lambda'
import {expect, test} from 'vitest'
import type {CloudEvent} from '../../../events/envelope.ts'
import {householdChanged} from '../../../events/household-changed.v1.ts'
import {recordEvent} from '../../../functions/store/outbox.ts'
import type {PutEvents} from '../../../functions/stream/publish-in-order.ts'
import {publisher} from '../../../functions/stream/publisher.ts'
import {householdId, LEWISHAM} from '../../support/matching.ts'

const change = (household: string, version = 1) =>
  householdChanged(
    {authorityId: LEWISHAM, householdId: householdId(household), householdVersion: version},
    '2026-11-23T09:30:00.000Z',
  )

/** The event's item as the stream delivers it. */
function recordOf(event: CloudEvent, sequenceNumber: string): DynamoDBRecord {
  const item = recordEvent(LEWISHAM, event).put!
  const image = Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      typeof value === 'number' ? {N: String(value)} : {S: String(value)},
    ]),
  )
  return {eventName: 'INSERT', dynamodb: {NewImage: image, SequenceNumber: sequenceNumber}}
}

function aPublisher(refuses: (event: CloudEvent) => boolean = () => false) {
  const [sent, unreadable]: [CloudEvent[], (string | undefined)[]] = [[], []]
  const put: PutEvents = async events => {
    const taken = events.filter(event => !refuses(event))
    sent.push(...taken)
    return new Set(taken)
  }
  const publish = publisher(put, {unreadable: number => unreadable.push(number), refused: () => {}})
  return {sent, unreadable, publish: (...records: DynamoDBRecord[]) => publish({Records: records})}
}

test('events reach the bus just as they were written', async () => {
  const {sent, publish} = aPublisher()
  const events = [change('a'), change('b')]
  expect(await publish(...events.map((event, n) => recordOf(event, String(n))))).toEqual({
    batchItemFailures: [],
  })
  expect(sent).toEqual(events)
})

test('an event that was touched, to redrive it, is published again', async () => {
  const {sent, publish} = aPublisher()
  const event = change('a')
  await publish({...recordOf(event, '1'), eventName: 'MODIFY'})
  expect(sent).toEqual([event])
})

test('only events are published, whatever else the stream carries', async () => {
  const {sent, publish} = aPublisher()
  const record = recordOf(change('a'), '1')
  const other = {
    ...record,
    dynamodb: {...record.dynamodb, NewImage: {...record.dynamodb!.NewImage, type: {S: 'child'}}},
  }
  const removed: DynamoDBRecord = {eventName: 'REMOVE', dynamodb: {SequenceNumber: '3'}}
  expect(await publish(other, removed)).toEqual({batchItemFailures: []})
  expect(sent).toEqual([])
})

test('the records that could not be published are named, with the later ones of the same household', async () => {
  const {sent, publish} = aPublisher(event => event.subject === 'household/a')
  const records = [
    recordOf(change('a', 1), '10'),
    recordOf(change('b', 1), '11'),
    recordOf(change('a', 2), '12'),
  ]
  expect(await publish(...records)).toEqual({
    batchItemFailures: [{itemIdentifier: '10'}, {itemIdentifier: '12'}],
  })
  expect(sent.map(({subject}) => subject)).toEqual(['household/b'])
})

test('an event that cannot be read fails alone and is complained of by its number', async () => {
  const {sent, unreadable, publish} = aPublisher()
  const poison = recordOf(change('a'), '20')
  poison.dynamodb!.NewImage!['value'] = {S: 'not JSON'}
  expect(await publish(poison, recordOf(change('b'), '21'))).toEqual({
    batchItemFailures: [{itemIdentifier: '20'}],
  })
  expect(sent).toHaveLength(1)
  expect(unreadable).toEqual(['20'])
})

test('when nothing at all could be published the function fails, so that its alarm rings', async () => {
  const {publish} = aPublisher(() => true)
  await expect(publish(recordOf(change('a'), '1'), recordOf(change('b'), '2'))).rejects.toThrow()
})
