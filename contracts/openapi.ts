import * as z from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi'
import {ROUTES, type Route, type RouteId} from '../functions/http/routes.ts'
import {type Problem, problem} from '../functions/http/schemas/problem.ts'
import {PROBLEM_KINDS, type ProblemKind} from '../functions/runtime/problem-kinds.ts'

/** What one operation was sent and what it answered, recorded from the service itself. */
export interface Example {
  readonly request?: unknown
  readonly response: unknown
  /** What it answered to a request at fault. */
  readonly refused?: Problem
}
export type Examples = Readonly<Partial<Record<RouteId, Example>>>

const ifMatch = z.string().meta({description: 'The ETag of the record as you read it.', examples: ['"3"']})
const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/)
  .optional()
  .meta({
    description: 'The same key with the same request gets the same answer, once and for all, for 48 hours.',
  })

const reason = z
  .string()
  .regex(/^[\x20-\x7e]{4,500}$/)
  .optional()
  .meta({description: 'Why the record is needed: kept in the audit, and nowhere else.'})
const breakGlass = reason.meta({
  description: 'Why the caller must see what their scopes do not show. It is shown, and recorded as such.',
})

/** Those that the route names, and those that follow from what it takes. */
export function problemsOf(route: Route): readonly ProblemKind[] {
  if (route.access === 'public') return []
  const takes = (part: unknown, ...kinds: readonly ProblemKind[]) => (part ? kinds : [])
  return [
    ...takes(route.body, 'unreadable'),
    'forbidden',
    ...route.problems,
    ...takes(route.ifMatch, 'precondition-failed'),
    ...takes(route.body, 'too-large', 'unsupported-media-type'),
    ...takes(route.body ?? route.query ?? route.params, 'invalid'),
    ...takes(route.method === 'POST', 'idempotency-key-reused'),
    ...takes(route.ifMatch, 'precondition-required'),
    'fault',
    ...takes(route.body, 'busy'),
    'not-audited',
  ]
}

const link = (kind: ProblemKind) => `[${PROBLEM_KINDS[kind].title}](/problems#${kind})`

/** One of each, so that the document has it once and operations refer to it. */
const shared = new Map<string, ZodOpenApiResponseObject>()

/** One with an example of its own stays with its operation. */
function problemResponse(kinds: readonly ProblemKind[], example?: Problem): ZodOpenApiResponseObject {
  const description = kinds.map(link).join('; ')
  if (example) return {description, content: {'application/problem+json': {schema: problem, example}}}
  const id = kinds.join('-or-')
  const response = shared.get(id) ?? {
    id,
    description,
    content: {'application/problem+json': {schema: problem}},
  }
  shared.set(id, response)
  return response
}

function problemResponses(route: Route, refused?: Problem): ZodOpenApiResponsesObject {
  const byStatus = Object.groupBy(problemsOf(route), kind => PROBLEM_KINDS[kind].status)
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, kinds]) => [
      status,
      problemResponse(kinds, refused?.status === Number(status) ? refused : undefined),
    ]),
  )
}

const etag = {
  ETag: {
    description: 'The version in quotes; send it as If-Match to change the record.',
    schema: {type: 'string'},
  },
} as const
const location = {Location: {description: 'Path of what was created.', schema: {type: 'string'}}} as const

const textual = (media: readonly string[]) =>
  Object.fromEntries(
    media.map(each => [each, {schema: {type: each === 'application/json' ? 'object' : 'string'} as const}]),
  )

function success(route: Route, example?: Example): ZodOpenApiResponsesObject {
  const {response} = route
  if ('media' in response)
    return {[response.status]: {description: route.summary, content: textual(response.media)}}
  const isRecord = response.body instanceof z.ZodObject && 'version' in response.body.shape
  return {
    [response.status]: {
      description: response.status === 201 ? 'Created, whole.' : 'As it stands.',
      headers: {...(isRecord && etag), ...(response.status === 201 && location)},
      content: {
        'application/json': {schema: response.body, ...(example && {example: shortened(example.response)})},
      },
    },
  }
}

/** An answer with the first three entries of its longer lists: the whole contract is one document. */
function shortened(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.slice(0, 3).map(shortened)
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, shortened(part)]))
}

function operation(route: Route, example?: Example): ZodOpenApiOperationObject {
  const headers = {
    ...(route.ifMatch && {'If-Match': ifMatch}),
    ...(route.method === 'POST' && {'Idempotency-Key': idempotencyKey}),
    ...(route.access !== 'public' && {'X-Reason': reason}),
    ...(route.breakGlass && {'X-Break-Glass': breakGlass}),
  }
  return {
    operationId: route.id,
    tags: [tagOf(route)],
    summary: route.summary,
    ...(route.description && {description: route.description}),
    security: route.access === 'public' ? [] : route.access.scopes.map(scope => ({token: [scope]})),
    requestParams: {
      ...(route.params && {path: route.params}),
      ...(route.query && {query: route.query}),
      ...(Object.keys(headers).length > 0 && {header: z.object(headers)}),
    },
    ...(route.body && {
      requestBody: {
        required: !route.body.safeParse({}).success,
        content: {
          'application/json': {
            schema: route.body,
            ...(example?.request !== undefined && {example: example.request}),
          },
        },
      },
    }),
    responses: {...success(route, example), ...problemResponses(route, example?.refused)},
  }
}

const TAGS = {
  children:
    "The facts that matter for finding a home. Hearth holds no names: the reference is the case system's.",
  households: 'Homes that could take a child: fostering, connected persons, supported lodgings, parents.',
  referrals: 'Requests for a home for one child or one sibling group.',
  shortlists: 'Explained answers to a referral. They suggest; a person chooses.',
  holds: 'Places promised for a while, so that one can telephone.',
  approaches: 'Who was asked to take the children, and what they said.',
  placements: 'Where children live, have lived and will live.',
  due: 'What is to be done by law or by agreement, and by when.',
  panel: 'High-cost placements before the Best Care panel: cases, packs, decisions and what follows.',
  recruitment: 'Households on their way from an enquiry to a first placement, and which to look for.',
  imports: 'Returns, household lists and cost extracts as they come in, and what was found in them.',
  exports: 'The return written back.',
  sufficiency: 'Whether there are enough of the right homes: figures, the rows behind them, the report.',
  policy: 'Everything local about matching and counting.',
  audit: 'Who read and wrote which record, when, why and from where.',
  documentation: 'This contract. Open to all.',
} as const

const tagOf = ({context, path}: Route): keyof typeof TAGS =>
  context === 'documentation'
    ? 'documentation'
    : (Object.keys(TAGS).findLast(tag => path.includes(`/${tag}`)) as keyof typeof TAGS)

const INTRODUCTION = `Finds homes for looked-after children, and says why. JSON over HTTPS; the caller's authority comes from the token.

Lists take \`limit\` and \`cursor\` and answer \`{items, next}\`; examples show three entries of a list. Records carry \`version\` and an \`ETag\`; changes need \`If-Match\`.
A POST may carry an \`Idempotency-Key\`. Errors are RFC 9457 problem documents that name every fault at once; each is explained at [/problems](/problems).
The gateway itself answers 401 without a valid token, 404 on a path or method that is not here, and 413 over 6 MB.
Days are \`YYYY-MM-DD\`, instants ISO 8601 in UTC, money whole pence a week, distances miles. An absent fact is *not known*; it is never *none*.`

/** The whole contract as OpenAPI 3.1, from the routes table and its schemas. */
export function openApi(examples: Examples) {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of ROUTES)
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operation(route, examples[route.id]),
    }
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Hearth',
        version: '1',
        description: INTRODUCTION,
        license: {name: 'MIT', identifier: 'MIT'},
      },
      servers: [{url: '/'}],
      tags: Object.entries(TAGS).map(([name, description]) => ({name, description})),
      paths,
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: "From your authority's OIDC issuer.",
          },
        },
      },
    },
    {allowEmptySchema: {}},
  )
}
