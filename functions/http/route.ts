import type * as z from 'zod'
import type {ProblemKind} from '../runtime/problem-kinds.ts'
import type {Scope} from '../runtime/roles.ts'

/** What one function serves: a table of routes belongs to one, and its bundle has the schemas of no other. */
export type Context =
  | 'placements'
  | 'recruitment'
  | 'recruitment-views'
  | 'panel'
  | 'imports'
  | 'sufficiency'
  | 'audit'
  | 'documentation'

/** One operation, but for its id. */
export interface OperationOf {
  readonly context: Context
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** Any one of the scopes opens it. `public` needs no token. */
  readonly access: 'public' | {readonly scopes: readonly Scope[]}
  readonly summary: string
  readonly description?: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Of the body; absent: 128 KiB. */
  readonly mostBytes?: number
  /** The change needs If-Match. */
  readonly ifMatch?: true
  /** X-Break-Glass opens more than the caller's scopes do, and is recorded as such. */
  readonly breakGlass?: true
  readonly response:
    | {readonly status: 200 | 201; readonly body: z.ZodType}
    /** As text: in the first of these types, unless the answer names another of them. */
    | {readonly status: 200; readonly media: readonly [string, ...string[]]}
  /** Beside those that follow from the parts above. */
  readonly problems: readonly ProblemKind[]
}

type Named<Table> = {readonly [Id in keyof Table]: Table[Id] & {readonly id: Id}}

/** The operations of one table, each with its own id. */
export const withIds = <const Table extends Record<string, OperationOf>>(table: Table) =>
  Object.fromEntries(Object.entries(table).map(([id, operation]) => [id, {...operation, id}])) as Named<Table>
