import {setTimeout} from 'node:timers/promises'
import type {APIGatewayProxyEventV2} from 'aws-lambda'
import {ok, type Result, refuse} from '../../domain/result.ts'
import {BadCursor} from '../store/cursor.ts'
import {
  type Answer,
  isForgotten,
  loadAnswer,
  type RememberedAnswer,
  rememberAnswer,
} from '../store/idempotency.ts'
import {etagOf} from './answer.ts'
import {type Audit, auditOf, callersOwn, recordsNamed} from './audit.ts'
import {authorise, callerOf} from './caller.ts'
import type {Asking, Endpoint, Handle, Operation, Outcome, Surroundings} from './endpoint.ts'
import type {Refusal} from './refusal.ts'
import {type Idempotency, readRequest} from './request.ts'

/** Each is made on fresh state; whoever loses as often as this meets many others and may come again. */
const MOST_DECISIONS = 8
/** With full jitter they come to 0.45 s in the mean. */
const pauseAfter = (decisions: number) => Math.random() * Math.min(10 * 2 ** decisions, 200)

/**
 * One operation from end to end: authorise, read the request, decide, commit once, answer. The handler returns
 * values; everything that it wants written, the remembered answer and the entry of the audit go into one transaction.
 * When what was decided on has moved meanwhile, it is decided again. Nothing is answered, a refusal no more than a
 * record, before its entry is written.
 */
export const http = <const Route extends Endpoint>(
  route: Route,
  handle: Handle<Route>,
): Operation<Surroundings> => ({
  route,
  run: async (event, surroundings) => {
    const caller = authorise(event, route.access.scopes)
    if (!caller.ok) return turnedAway(route.id, event, surroundings, caller)
    const request = await readRequest(route, event, surroundings.gazetteer)
    if (!request.ok) return request
    const {input, idempotency, why} = request.value
    const asking = {...surroundings, caller: caller.value, now: surroundings.now()}
    const audit = auditOf(
      surroundings,
      route.id,
      event,
      caller.value,
      asking.now,
      why,
      recordsNamed(input.params, input.body),
    )
    const refused = async (refusal: Refusal) => {
      const entered = await audit.commit({outcome: refusal.kind})
      return entered.ok ? refuse(refusal) : entered
    }
    const again = async ({answer, requestHash}: RememberedAnswer) => {
      if (requestHash !== idempotency?.requestHash) return refused({kind: 'idempotency-key-reused'})
      const entered = await audit.commit({outcome: 'repeated', about: answer.about})
      return entered.ok ? ok(answer) : entered
    }

    // Looked for while the first decision reads, which a request that comes again makes for nothing.
    const looking = remembered(asking, idempotency)
    for (let decisions = 1; ; decisions++) {
      const [before, decided] = await Promise.all([looking, decide(() => handle(input, asking))])
      if (before && !isForgotten(before, asking.now)) return again(before)
      const done = decided.ok
        ? await commitDecided(route, decided.value, idempotency, asking, audit, before)
        : decided
      if (done.ok) return done
      if (done.error.kind === 'idempotency-key-in-use') return again(done.error.found)
      if (done.error.kind === 'moved' && decisions < MOST_DECISIONS) {
        await setTimeout(pauseAfter(decisions))
        continue
      }
      // A twin under the same key may have been what made the difference.
      const twin = await remembered(asking, idempotency)
      if (twin && !isForgotten(twin, asking.now)) return again(twin)
      return refused(route.ifMatch ? asPrecondition(done.error) : done.error)
    }
  },
})

/** Whoever lacks the scope goes on record; of a token that names no authority there is nobody to record. */
async function turnedAway(
  what: string,
  event: APIGatewayProxyEventV2,
  surroundings: Surroundings,
  refused: Result<never, Refusal>,
): Promise<Result<Answer, Refusal>> {
  const caller = callerOf(event)
  if (caller !== null)
    await auditOf(surroundings, what, event, caller, surroundings.now(), null, [callersOwn(caller)]).commit({
      outcome: 'forbidden',
    })
  return refused
}

/** Under a key, the first answer is the only one. */
const remembered = async ({table, caller}: Asking, idempotency: Idempotency | null) =>
  idempotency && loadAnswer(table, caller.authorityId, idempotency.key)

/** The remembered answer stands first in the transaction, so that a twin that was faster is what a lost race tells of. */
async function commitDecided<Route extends Endpoint>(
  route: Route,
  decided: Outcome<Route>,
  idempotency: Idempotency | null,
  {caller, now, checkResponses}: Asking & Pick<Surroundings, 'checkResponses'>,
  audit: Audit,
  instead: RememberedAnswer | null,
): Promise<Result<Answer, Refusal>> {
  if (checkResponses && 'body' in route.response) route.response.body.parse(decided.body)
  const answer = render(route, decided)
  const {writes = [], ...told} = decided
  const remembering = idempotency
    ? [rememberAnswer(caller.authorityId, idempotency.key, idempotency.requestHash, answer, now, instead)]
    : []
  const done = await audit.commit({outcome: 'done', ...told}, [...remembering, ...writes])
  return done.ok ? ok(answer) : done
}

/** Where the caller named a version, losing a race is no other than having been late. */
const asPrecondition = (refusal: Refusal): Refusal =>
  refusal.kind === 'version-conflict' ? {kind: 'precondition-failed', current: refusal.current} : refusal

function render<Route extends Endpoint>(
  route: Route,
  {body, headers, location, version, about}: Outcome<Route>,
): Answer {
  const {response} = route
  return {
    status: response.status,
    headers: {
      'content-type': 'media' in response ? response.media[0] : 'application/json',
      ...headers,
      ...(location !== undefined && {location}),
      ...(version !== undefined && {etag: etagOf(version)}),
    },
    body: 'media' in response ? String(body) : JSON.stringify(body),
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
