import {gunzipSync, gzipSync} from 'node:zlib'
import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import type {RecordName} from './audit-entry.ts'
import {keys} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {firstVersion, itemOf, storedIn} from './stored.ts'
import type {Item, Table, Write} from './table.ts'

const TYPE = 'answer'
/** Long enough for anybody's retries over a weekend's outage; then the key may be used anew. */
const KEPT_SECONDS = 48 * 3600

/** What was answered, to the byte. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The records that it is about, for the audit of those who are given it again. */
  readonly about?: readonly RecordName[]
}

export interface RememberedAnswer {
  /** Of the request that was answered, so that another request under the same key is seen. */
  readonly requestHash: string
  readonly answer: Answer
  /** From then on it counts as forgotten, whether or not DynamoDB has deleted it (it may take days). */
  readonly forgottenAt: Instant
}

/** The answer under the key, forgotten or not: look at `isForgotten` and give it to `rememberAnswer`. */
export async function loadAnswer(
  table: Table,
  auth: AuthorityId,
  key: string,
): Promise<RememberedAnswer | null> {
  const item = await table.get(keys.idempotency.make({authorityId: auth, idempotencyKey: key}))
  return item && answerIn(item)
}

export const isForgotten = (remembered: RememberedAnswer, at: Instant): boolean =>
  remembered.forgottenAt <= at

/**
 * The write that makes a POST happen once: put it first in the transaction. Refused, with what was answered, when
 * the key has an answer already, except the forgotten one given as `instead`.
 */
export function rememberAnswer(
  auth: AuthorityId,
  key: string,
  requestHash: string,
  answer: Answer,
  at: Instant,
  instead: RememberedAnswer | null = null,
): Write<Refusal> {
  const forgottenSecond = Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS
  const place = {
    key: keys.idempotency.make({authorityId: auth, idempotencyKey: key}),
    type: TYPE,
    expiresAt: forgottenSecond,
  }
  const {body, ...head} = answer
  // Its version is the second in which it is forgotten: only the very answer that was read can be replaced.
  const item = {
    ...itemOf(place, {...firstVersion({requestHash, ...head}, at), version: forgottenSecond}),
    body: gzipSync(body),
  }
  return {
    key: place.key,
    expect: instead ? {version: Date.parse(instead.forgottenAt) / 1000} : 'absent',
    put: item,
    // DynamoDB may delete a forgotten answer just as it is replaced: then it is given once more.
    refuse: found => ({kind: 'idempotency-key-in-use', found: found ? answerIn(found) : instead!}),
  }
}

interface Head extends Omit<Answer, 'body'> {
  readonly requestHash: string
}

function answerIn(item: Item): RememberedAnswer {
  const {requestHash, ...head} = storedIn<Head>(TYPE, item).value
  const body = gunzipSync(item['body'] as Uint8Array).toString()
  const forgottenAt = new Date((item.expiresAt ?? 0) * 1000).toISOString()
  return {requestHash, answer: {...head, body}, forgottenAt}
}
