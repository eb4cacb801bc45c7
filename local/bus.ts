import {randomUUID} from 'node:crypto'
import {appendFileSync} from 'node:fs'
import {join} from 'node:path'
import {CannotStart} from './cannot-start.ts'
import type {Deliveries} from './deliveries.ts'
import type {Functions} from './functions.ts'
import {requirePermission} from './gateway.ts'
import {isObject, type Json, type JsonObject, list} from './json.ts'
import {pattern} from './patterns.ts'
import {readLines} from './queues.ts'
import {every} from './schedules.ts'
import {ACCOUNT, type Assembly, REGION, type Resource} from './template.ts'

export interface Bus {
  /** The answer to PutEvents: an id for each entry that was taken, an error for each that was not. */
  put(input: JsonObject): JsonObject
  /** Every event that any bus has carried, oldest first. */
  carried(): readonly Carried[]
  /** Runs every schedule now, beside its own times. */
  runSchedules(): void
  stop(): void
}

export interface Carried {
  readonly bus: string
  readonly event: JsonObject
}

interface Target {
  readonly functionArn: string
  /** A constant that stands in for the event. */
  readonly input: JsonObject | null
}

interface Rule {
  readonly bus: string
  readonly matches: (event: JsonObject) => boolean
  readonly targets: readonly Target[]
}

/**
 * EventBridge: buses, rules on patterns and schedules, targets. An event is kept before it is acknowledged, and
 * delivered at least once, in no particular order.
 */
export function startBus(
  assembly: Assembly,
  functions: Functions,
  deliveries: Deliveries,
  dataDir: string,
): Bus {
  const buses = new Set(['default', ...assembly.of('AWS::Events::EventBus').map(({name}) => name)])
  const log = join(dataDir, 'events.jsonl')
  const rules = assembly.of('AWS::Events::Rule').map(rule => readRule(assembly, functions, rule))
  const send = ({targets}: Rule, event: JsonObject) => {
    for (const {functionArn, input} of targets) deliveries.deliver(functionArn, input ?? event)
  }
  const publish = (bus: string, event: JsonObject) => {
    appendFileSync(log, `${JSON.stringify({bus, event} satisfies Carried)}\n`)
    for (const rule of rules) if (rule.bus === bus && rule.matches(event)) send(rule, event)
  }
  const schedules = assembly.of('AWS::Events::Rule').flatMap((source, index) => {
    const {ScheduleExpression: expression} = source.properties
    if (expression === undefined) return []
    const tick = () =>
      send(rules[index]!, envelope('aws.events', 'Scheduled Event', {}, [source.arn], new Date()))
    return [{tick, clock: every(String(expression), tick, source.id)}]
  })
  return {
    put(input) {
      const results = list(input['Entries']).map(entry => putOne(entry, buses, publish))
      return {FailedEntryCount: results.filter(result => 'ErrorCode' in result).length, Entries: results}
    },
    carried: () => readLines<Carried>(log),
    runSchedules() {
      for (const {tick} of schedules) tick()
    },
    stop() {
      for (const {clock} of schedules) clock.stop()
    },
  }
}

function putOne(
  entry: Json,
  buses: ReadonlySet<string>,
  publish: (bus: string, event: JsonObject) => void,
): JsonObject {
  if (!isObject(entry)) return refused('InvalidArgument', 'an entry must be an object')
  const {Source, DetailType, Detail, Resources, Time} = entry
  const bus = busName(entry)
  if (!buses.has(bus)) return refused('ResourceNotFoundException', `there is no bus ${bus}`)
  if (typeof Source !== 'string' || typeof DetailType !== 'string' || typeof Detail !== 'string')
    return refused('InvalidArgument', 'Source, DetailType and Detail are needed')
  const detail = parsed(Detail)
  if (detail === null) return refused('MalformedDetail', 'Detail is not a JSON object')
  const at = typeof Time === 'number' ? new Date(Time * 1000) : new Date()
  const event = envelope(Source, DetailType, detail, list(Resources).map(String), at)
  publish(bus, event)
  return {EventId: event['id']!}
}

const refused = (ErrorCode: string, ErrorMessage: string): JsonObject => ({ErrorCode, ErrorMessage})

/** The bus that an entry of PutEvents names, by name or address. */
export const busName = (entry: JsonObject): string =>
  String(entry['EventBusName'] ?? 'default').replace(/^arn:.*:event-bus\//, '')

function parsed(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

const envelope = (
  source: string,
  detailType: string,
  detail: JsonObject,
  resources: readonly string[],
  at: Date,
): JsonObject => ({
  version: '0',
  id: randomUUID(),
  'detail-type': detailType,
  source,
  account: ACCOUNT,
  time: at.toISOString().replace(/\.\d+/, ''),
  region: REGION,
  resources,
  detail,
})

function readRule(assembly: Assembly, functions: Functions, rule: Resource): Rule {
  const {EventPattern, EventBusName, Targets} = rule.properties
  return {
    bus: String(EventBusName ?? 'default'),
    matches: EventPattern === undefined ? () => false : pattern(EventPattern, rule.id),
    targets: list(Targets).map(target => readTarget(assembly, functions, rule, target)),
  }
}

/** What EventBridge retries, and its dead letters, concern calls that do not reach Lambda: here all reach it. */
const TARGET = ['Arn', 'Id', 'Input', 'RetryPolicy', 'DeadLetterConfig']

function readTarget(assembly: Assembly, functions: Functions, rule: Resource, target: Json): Target {
  if (!isObject(target)) throw new CannotStart(`${rule.id} has a target that cannot be read.`)
  for (const key of Object.keys(target))
    if (!TARGET.includes(key))
      throw new CannotStart(
        `${rule.id} has a target with ${key}, which the local runtime does not implement.`,
      )
  const functionArn = String(target['Arn'])
  if (!functions.arns.has(functionArn))
    throw new CannotStart(
      `${rule.id} has the target ${functionArn}, which is not a function of the template.`,
    )
  requirePermission(assembly, functionArn, 'events.amazonaws.com', rule.arn)
  return {functionArn, input: target['Input'] === undefined ? null : parsed(String(target['Input']))}
}
