import type {APIGatewayProxyEventV2} from 'aws-lambda'
import type {Instant} from '../../domain/calendar.ts'
import type {Result} from '../../domain/result.ts'
import {commitWithEntry, type Ledger} from '../store/audit.ts'
import {RECORD_KINDS, type RecordKind, type RecordName, type Shown} from '../store/audit-entry.ts'
import type {Write} from '../store/table.ts'
import type {Caller} from './caller.ts'
import type {Refusal} from './refusal.ts'

/** The access could not be recorded, so nothing is given. */
export class NotAudited extends Error {
  override readonly name = 'NotAudited'
  constructor(cause: unknown) {
    super('The access could not be recorded.', {cause})
  }
}

/** How one request went. */
export interface Told {
  readonly outcome: string
  readonly about?: readonly RecordName[] | undefined
  readonly shown?: readonly Shown[] | undefined
  readonly brokeGlass?: boolean | undefined
}

export interface Audit {
  /** Commits the writes with the entry; a read has none. Nothing may be answered before. */
  commit(told: Told, writes?: readonly Write<Refusal>[]): Promise<Result<void, Refusal>>
}

/**
 * Records one request: who, when, why and from where are the same however it goes. What is about no record (the
 * matching policy) leaves no entry; a refusal that came to no record is entered under the caller.
 */
export function auditOf(
  ledger: Ledger,
  what: string,
  event: APIGatewayProxyEventV2,
  caller: Caller,
  at: Instant,
  why: string | null,
  named: readonly RecordName[],
): Audit {
  const {requestId, http} = event.requestContext
  const asked = {
    at,
    by: caller.by,
    roles: caller.roles,
    what,
    why,
    from: {ip: http?.sourceIp ?? '', requestId},
  }
  return {
    async commit({outcome, about = [], shown, brokeGlass = false}, writes = []) {
      const told = [...new Set([...named, ...about])]
      if (told.length === 0 && outcome === 'done') return ledger.table.transact(writes)
      const records = told.length > 0 ? told : [callersOwn(caller)]
      const access = {...asked, records, breakGlass: brokeGlass, outcome, ...(shown && {shown})}
      try {
        return await commitWithEntry(ledger, caller.authorityId, access, writes)
      } catch (cause) {
        // A write that failed says itself why; then nothing was written, its entry no more than its state.
        throw writes.length > 0 ? cause : new NotAudited(cause)
      }
    },
  }
}

const isRecordKind = (kind: string): kind is RecordKind => (RECORD_KINDS as readonly string[]).includes(kind)

/** What a request itself names, in its path or its body: `{childId: '…'}` is `child/…`. */
export const recordsNamed = (...parts: readonly unknown[]): readonly RecordName[] =>
  parts.flatMap(part =>
    Object.entries(part ?? {}).flatMap(([name, id]): readonly RecordName[] => {
      const kind = name.replace(/Id$/, '')
      return isRecordKind(kind) && typeof id === 'string' ? [`${kind}/${id}`] : []
    }),
  )

/** Where a refusal is recorded that came to no record. */
export const callersOwn = ({by}: Caller): RecordName => `caller/${by}`

export const namesOf = (kind: RecordKind, ids: readonly string[]): readonly RecordName[] =>
  ids.map((id): RecordName => `${kind}/${id}`)
