import {ok, type Result, refuse} from '../../domain/result.ts'
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
import {authorise} from './caller.ts'
import type {Asking, Endpoint, Handle, Operation, Outcome, Surroundings} from './endpoint.ts'
import type {Refusal} from './refusal.ts'
import {type Idempotency, readRequest} from './request.ts'

/**
 * One operation from end to end: authorise, read the request, decide, commit once, answer. The handler returns
 * values; everything that it wants written, and the remembered answer, goes into one transaction.
 */
export const http = <const Route extends Endpoint>(
  route: Route,
  handle: Handle<Route>,
): Operation<Surroundings> => ({
  route,
  run: async (event, surroundings) => {
    const caller = authorise(event, route.access.scopes)
    if (!caller.ok) return caller
    const request = await readRequest(route, event, surroundings.gazetteer)
    if (!request.ok) return request
    const {input, idempotency} = request.value
    const asking = {...surroundings, caller: caller.value, now: surroundings.now()}
    return once(asking, idempotency, async instead => {
      const decided = await decide(() => handle(input, asking))
      if (!decided.ok) return decided
      if (surroundings.checkResponses) route.response.body.parse(decided.value.body)
      const answer = render(route, decided.value)
      const writes = [...remembering(asking, idempotency, answer, instead), ...(decided.value.writes ?? [])]
      const done = writes.length === 0 ? ok(undefined) : await surroundings.table.transact(writes)
      return done.ok ? ok(answer) : refuse(route.ifMatch ? asPrecondition(done.error) : done.error)
    })
  },
})

/** Under a key, the first answer is the only one. */
async function once(
  {table, caller, now}: Asking,
  idempotency: Idempotency | null,
  answering: (instead: RememberedAnswer | null) => Promise<Result<Answer, Refusal>>,
): Promise<Result<Answer, Refusal>> {
  if (idempotency === null) return answering(null)
  const before = await loadAnswer(table, caller.authorityId, idempotency.key)
  if (before !== null && !isForgotten(before, now)) return again(before, idempotency)
  const answer = await answering(before)
  if (!answer.ok && answer.error.kind === 'idempotency-key-in-use')
    return again(answer.error.found, idempotency)
  return answer
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

const again = (found: RememberedAnswer, {requestHash}: Idempotency): Result<Answer, Refusal> =>
  found.requestHash === requestHash ? ok(found.answer) : refuse({kind: 'idempotency-key-reused'})

/** Where the caller named a version, losing a race is no other than having been late. */
const asPrecondition = (refusal: Refusal): Refusal =>
  refusal.kind === 'version-conflict' ? {kind: 'precondition-failed', current: refusal.current} : refusal

function render<Route extends Endpoint>(route: Route, {body, location, version}: Outcome<Route>): Answer {
  return {
    status: route.response.status,
    headers: {
      'content-type': 'application/json',
      ...(location !== undefined && {location}),
      ...(version !== undefined && {etag: etagOf(version)}),
    },
    body: JSON.stringify(body),
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
