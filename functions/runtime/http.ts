import type {APIGatewayProxyEventV2} from 'aws-lambda'
import {ok, type Result, refuse} from '../../domain/result.ts'
import type {RecordName} from '../store/audit-entry.ts'
import {BadCursor} from '../store/cursor.ts'
import {
  type Answer,
  isForgotten,
  loadAnswer,
  type RememberedAnswer,
  rememberAnswer,
} from '../store/idempotency.ts'
import type {Write} from '../store/table.ts'
import {etagOf} from './answer.ts'
import {type Audit, auditOf, callersOwn, recordsInPath} from './audit.ts'
import {authorise, callerOf} from './caller.ts'
import type {Asking, Endpoint, Handle, Operation, Outcome, Surroundings} from './endpoint.ts'
import type {Refusal} from './refusal.ts'
import {type Idempotency, type Request, readRequest} from './request.ts'

/**
 * One operation from end to end: authorise, read the request, decide, commit once, answer. The handler returns
 * values; everything that it wants written, the remembered answer and the entry of the audit go into one transaction.
 * Nothing is answered, a refusal no more than a record, before its entry is written.
 */
export const http = <const Route extends Endpoint>(
  route: Route,
  handle: Handle<Route>,
): Operation<Surroundings> => ({
  route,
  run: async (event, surroundings) => {
    const what = `${route.method} ${route.path}`
    const caller = authorise(event, route.access.scopes)
    if (!caller.ok) return turnedAway(event, what, surroundings, caller)
    const request = await readRequest(route, event, surroundings.gazetteer)
    if (!request.ok) return request
    const audit = auditOf(surroundings, event, what, caller.value, request.value.why)
    const asking = {...surroundings, caller: caller.value, now: surroundings.now()}
    return answer(route, handle, request.value, asking, audit, surroundings.checkResponses)
  },
})

/** Whoever lacks the scope goes on record; of a token that names no authority there is nobody to record. */
async function turnedAway(
  event: APIGatewayProxyEventV2,
  what: string,
  surroundings: Surroundings,
  refused: Result<never, Refusal>,
): Promise<Result<Answer, Refusal>> {
  const known = callerOf(event)
  if (known !== null)
    await auditOf(surroundings, event, what, known, null).commit({
      outcome: 'forbidden',
      records: [callersOwn(known)],
    })
  return refused
}

async function answer<Route extends Endpoint>(
  route: Route,
  handle: Handle<Route>,
  {input, idempotency}: Request<Route>,
  asking: Asking,
  audit: Audit,
  checkResponses: boolean,
): Promise<Result<Answer, Refusal>> {
  const named = recordsInPath(input.params as Readonly<Record<string, string>> | undefined)
  const refused = async (refusal: Refusal) => {
    const records = named.length > 0 ? named : [callersOwn(asking.caller)]
    const entered = await audit.commit({outcome: refusal.kind, records})
    return entered.ok ? refuse(refusal) : entered
  }
  const again = async (found: RememberedAnswer, {requestHash}: Idempotency) => {
    if (found.requestHash !== requestHash) return refused({kind: 'idempotency-key-reused'})
    const records = [...named, ...((found.answer.about ?? []) as readonly RecordName[])]
    const entered = await audit.commit({outcome: 'repeated', records})
    return entered.ok ? ok(found.answer) : entered
  }
  const before = idempotency && (await loadAnswer(asking.table, asking.caller.authorityId, idempotency.key))
  if (idempotency && before && !isForgotten(before, asking.now)) return again(before, idempotency)

  const decided = await decide(() => handle(input, asking))
  if (!decided.ok) return refused(decided.error)
  const {body, writes = [], about = [], shown, brokeGlass} = decided.value
  if (checkResponses) route.response.body.parse(body)
  const made = render(route, decided.value)
  const committing = [...remembering(asking, idempotency, made, before), ...writes]
  const records = [...named, ...about]
  const isOfRecords = records.length > 0
  const done = isOfRecords
    ? await audit.commit({outcome: 'done', records, shown, brokeGlass}, committing)
    : await asking.table.transact(committing)
  if (done.ok) return ok(made)
  if (idempotency && done.error.kind === 'idempotency-key-in-use') return again(done.error.found, idempotency)
  return refused(route.ifMatch ? asPrecondition(done.error) : done.error)
}

/** First in the transaction, so that a twin that was faster is what a lost race tells of. */
const remembering = (
  {caller, now}: Asking,
  idempotency: Idempotency | null,
  answer: Answer,
  instead: RememberedAnswer | null,
): readonly Write<Refusal>[] =>
  idempotency
    ? [rememberAnswer(caller.authorityId, idempotency.key, idempotency.requestHash, answer, now, instead)]
    : []

/** Where the caller named a version, losing a race is no other than having been late. */
const asPrecondition = (refusal: Refusal): Refusal =>
  refusal.kind === 'version-conflict' ? {kind: 'precondition-failed', current: refusal.current} : refusal

function render<Route extends Endpoint>(
  route: Route,
  {body, location, version, about}: Outcome<Route>,
): Answer {
  return {
    status: route.response.status,
    headers: {
      'content-type': 'application/json',
      ...(location !== undefined && {location}),
      ...(version !== undefined && {etag: etagOf(version)}),
    },
    body: JSON.stringify(body),
    ...(about && {about}),
  }
}

/** A cursor is opaque to the schema; only the query that made it can tell a stranger. */
async function decide<T>(handle: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await handle()
  } catch (error) {
    if (!(error instanceof BadCursor)) throw error
    const detail = 'is not the `next` of a page of this list'
    return refuse({kind: 'invalid', faults: [{in: 'query', pointer: '/cursor', detail}]})
  }
}
