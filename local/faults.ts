import {setTimeout as after} from 'node:timers/promises'
import {isObject, type JsonObject, list} from './json.ts'

/** What can go wrong between a function and the database. DynamoDB Local on its own does none of it. */
export type Fault =
  /** The call is turned away; the SDK tries again by itself. */
  | 'throttle'
  /** Another transaction was on the same item; the SDK does not try again. Writes and transactions only. */
  | 'conflict'
  /** The call goes through, but its caller never hears of it. */
  | 'lostReply'
  /** The call goes through, late. */
  | 'slow'
  /** A batch comes back with all of it still to do. */
  | 'unprocessed'

/** What can go wrong on the way of an event: it is promised at least once, and by the bus in no order. */
export type DeliveryFault =
  /** A batch of the stream, or an event of the bus, comes once more although it was taken. */
  | 'repeated'
  /** An event of the bus comes late, after others that were sent later. */
  | 'overtaken'

/** The share of calls, batches and events, 0 to 1, that meet each fault. */
export interface FaultPlan extends Partial<Record<Fault | DeliveryFault, number>> {
  readonly seed?: number
  /** How long a slow call takes; an overtaken event up to as long. */
  readonly slowMs?: number
}

export interface Faults {
  /** Replaces the plan; an empty one ends all faults. */
  plan(plan: FaultPlan): void
  /** How often each fault was injected since the plan was made. */
  injected(): Readonly<Partial<Record<Fault | DeliveryFault, number>>>
  draw(operation: string): Fault | null
  late(): Promise<unknown>
  /** Drawn for each fault on its own: an event may be both repeated and overtaken. */
  meets(fault: DeliveryFault): boolean
  /** Any time up to `slowMs`, so that none knows which of two comes first. */
  sometime(signal: AbortSignal): Promise<unknown>
}

const WRITE = /^(Put|Update|Delete)Item$/
const TRANSACTION = /^Transact/
const BATCH = /^Batch/

const APPLIES: Readonly<Record<Fault, (operation: string) => boolean>> = {
  throttle: () => true,
  conflict: operation => WRITE.test(operation) || TRANSACTION.test(operation),
  lostReply: () => true,
  slow: () => true,
  unprocessed: operation => BATCH.test(operation),
}

/** The same plan and seed meet the same sequence of calls with the same faults. */
export function faults(): Faults {
  let current: FaultPlan = {}
  let random = mulberry32(0)
  let counts: Partial<Record<Fault | DeliveryFault, number>> = {}
  const count = (fault: Fault | DeliveryFault) => {
    counts[fault] = (counts[fault] ?? 0) + 1
  }
  const slowMs = () => current.slowMs ?? 200
  return {
    plan(plan) {
      current = plan
      random = mulberry32(plan.seed ?? 0)
      counts = {}
    },
    injected: () => counts,
    draw(operation) {
      let chance = random()
      for (const fault of Object.keys(APPLIES) as Fault[]) {
        const share = current[fault] ?? 0
        if (chance < share) {
          if (!APPLIES[fault](operation)) return null
          count(fault)
          return fault
        }
        chance -= share
      }
      return null
    },
    late: () => after(slowMs()),
    meets(fault) {
      const share = current[fault] ?? 0
      const met = share > 0 && random() < share
      if (met) count(fault)
      return met
    },
    sometime: signal => after(slowMs() * random(), null, {signal}),
  }
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Refusal {
  readonly status: number
  readonly body: JsonObject
}

/** What DynamoDB itself would answer, for the faults that keep a call from reaching it. */
export function faultyAnswer(fault: Fault, operation: string, input: JsonObject): Refusal | null {
  if (fault === 'throttle')
    return refusal('ThrottlingException', 'Rate of requests exceeds the allowed throughput.')
  if (fault === 'conflict') return conflict(operation, input)
  if (fault !== 'unprocessed') return null
  const left = input['RequestItems'] ?? {}
  return operation === 'BatchGetItem'
    ? {status: 200, body: {Responses: {}, UnprocessedKeys: left}}
    : {status: 200, body: {UnprocessedItems: left}}
}

function conflict(operation: string, input: JsonObject): Refusal {
  if (!TRANSACTION.test(operation))
    return refusal('TransactionConflictException', 'Transaction is ongoing for the item')
  const steps = list(input['TransactItems']).filter(isObject)
  const CancellationReasons = steps.map((_, index) =>
    index === 0
      ? {Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item'}
      : {Code: 'None'},
  )
  const codes = CancellationReasons.map(({Code}) => Code).join(', ')
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`
  return refusal('TransactionCanceledException', message, {CancellationReasons})
}

export const refusal = (kind: string, Message: string, more: JsonObject = {}): Refusal => ({
  status: 400,
  body: {__type: `com.amazonaws.dynamodb.v20120810#${kind}`, Message, message: Message, ...more},
})
