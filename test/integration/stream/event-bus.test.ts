import {once} from 'node:events'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {text} from 'node:stream/consumers'
import {EventBridgeClient} from '@aws-sdk/client-eventbridge'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {CloudEvent} from '../../../events/envelope.ts'
import {householdChanged} from '../../../events/household-changed.v1.ts'
import {eventBus} from '../../../functions/stream/event-bus.ts'
import {householdId, LEWISHAM} from '../../support/matching.ts'

interface Entry {
  readonly Detail: string
  readonly DetailType: string
  readonly Source: string
  readonly EventBusName: string
}
const received: Entry[][] = []

/** A bus that takes every entry but those whose detail names `refused`. */
const bus = createServer((request, response) => {
  void text(request).then(body => {
    const {Entries} = JSON.parse(body) as {Entries: Entry[]}
    received.push(Entries)
    const outcomes = Entries.map(({Detail}, n) =>
      Detail.includes('refused')
        ? {ErrorCode: 'InternalFailure', ErrorMessage: 'later'}
        : {EventId: `id-${n}`},
    )
    response.writeHead(200, {'content-type': 'application/x-amz-json-1.1'})
    response.end(
      JSON.stringify({FailedEntryCount: outcomes.filter(one => one.ErrorCode).length, Entries: outcomes}),
    )
  })
})
let client: EventBridgeClient
beforeAll(async () => {
  bus.listen(0, '127.0.0.1')
  await once(bus, 'listening')
  client = new EventBridgeClient({
    endpoint: `http://127.0.0.1:${(bus.address() as AddressInfo).port}`,
    region: 'eu-west-2',
    credentials: {accessKeyId: 'tests', secretAccessKey: 'tests'},
  })
})
afterAll(() => {
  client.destroy()
  bus.close()
})

const change = (household: string) =>
  householdChanged(
    {authorityId: LEWISHAM, householdId: householdId(household), householdVersion: 1},
    '2026-11-23T09:30:00.000Z',
  )

test('an event goes to the bus whole, under its type, and a refused entry is told apart from those beside it', async () => {
  const events = [change('a'), change('refused'), change('c')]
  const refusals: [CloudEvent, string | undefined][] = []
  const taken = await eventBus(client, 'hearth-bus', (event, code) => refusals.push([event, code]))(events)
  expect(taken).toEqual(new Set([events[0], events[2]]))
  expect(refusals).toEqual([[events[1], 'InternalFailure']])
  expect(received).toHaveLength(1)
  expect(received[0]![0]).toMatchObject({
    EventBusName: 'hearth-bus',
    Source: 'hearth',
    DetailType: 'hearth.household-changed.v1',
  })
  expect(JSON.parse(received[0]![0]!.Detail)).toEqual(events[0])
})
