import type {APIGatewayProxyEventV2} from 'aws-lambda'
import type * as z from 'zod'
import type {Instant} from '../../domain/calendar.ts'
import type {Result} from '../../domain/result.ts'
import type {Route} from '../http/routes.ts'
import type {Located} from '../http/schemas/location.ts'
import type {Chains} from '../store/audit.ts'
import type {RecordName, Shown} from '../store/audit-entry.ts'
import type {GazetteerTable} from '../store/gazetteer.ts'
import type {Answer} from '../store/idempotency.ts'
import type {Table, Write} from '../store/table.ts'
import type {Caller} from './caller.ts'
import type {Refusal} from './refusal.ts'

/** An operation that a token opens, as the routes table has it. */
export type Endpoint = Omit<Route, 'id' | 'access'> & {
  readonly id: string
  readonly access: Exclude<Route['access'], 'public'>
}

/** What everything else comes from. Built once, as the process starts. */
export interface Surroundings {
  readonly table: Table
  /** The audit, to read; what is written there is committed through `table`. */
  readonly audit: Table
  readonly chains: Chains
  readonly gazetteer: GazetteerTable
  readonly now: () => Instant
  /** A new id, ordered by time. */
  readonly newId: () => string
  /** In tests and on one machine: an answer that breaks its own schema is a fault. */
  readonly checkResponses: boolean
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** A request after it was understood, typed by its route. */
export interface Input<Route extends Endpoint> {
  readonly params: Parsed<Route['params']>
  readonly query: Parsed<Route['query']>
  /** Every location in it has its grid reference. */
  readonly body: Located<Parsed<Route['body']>>
  /** Of If-Match. */
  readonly version: Route['ifMatch'] extends true ? number : undefined
  /** Of X-Break-Glass: why the caller must see what their scopes do not show. */
  readonly breakGlass: Route['breakGlass'] extends true ? string | null : undefined
}

export interface Asking extends Omit<Surroundings, 'now' | 'newId' | 'chains' | 'checkResponses'> {
  readonly caller: Caller
  readonly now: Instant
  readonly newId: () => string
}

type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : {readonly [Key in keyof T]: Frozen<T[Key]>}

/** A body by its schema, or a text. */
type Answered<Response> = Response extends {readonly body: infer Body extends z.ZodType}
  ? Frozen<z.output<Body>>
  : string

/** What is decided: the answer, and the writes that make it true. */
export interface Outcome<Route extends Endpoint> {
  readonly body: Answered<Route['response']>
  /** Beside or instead of those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>
  /** The path of what was created. */
  readonly location?: string
  /** Becomes the ETag. */
  readonly version?: number
  /** For the audit: the records that it shows or changes, beside those that the path names. */
  readonly about?: readonly RecordName[]
  /** For the audit: what a shortlist shows. */
  readonly shown?: readonly Shown[]
  /** For the audit: that more was shown than the caller's scopes allow, because of X-Break-Glass. */
  readonly brokeGlass?: boolean
  readonly writes?: readonly Write<Refusal>[]
}

export type Handle<Route extends Endpoint> = (
  input: Input<Route>,
  asking: Asking,
) => Promise<Result<Outcome<Route>, Refusal>>

/** One route and what runs it; what a context's function is made of. */
export interface Operation<Needs> {
  readonly route: Pick<Route, 'method' | 'path'>
  readonly run: (event: APIGatewayProxyEventV2, needs: Needs) => Promise<Result<Answer, Refusal>>
}
