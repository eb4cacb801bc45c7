import type {APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer} from 'aws-lambda'
import type {AuthorityId} from '../../domain/ids.ts'
import {ok, type Result, refuse} from '../../domain/result.ts'
import {authorityId} from '../http/schemas/facts.ts'
import type {Refusal} from './refusal.ts'
import {ROLES, type Role, SCOPES, type Scope} from './roles.ts'

/** Who calls, as the verified token says. The authority is never taken from anywhere else. */
export interface Caller {
  readonly authorityId: AuthorityId
  /** The token's subject: an account, not a name. */
  readonly by: string
  readonly roles: readonly Role[]
  readonly scopes: ReadonlySet<Scope>
}

/** The gateway passes an array claim as `[a b]`, and one value as itself. */
const listed = (claim: unknown): readonly string[] =>
  (Array.isArray(claim)
    ? claim.map(String)
    : String(claim ?? '')
        .replace(/^\[|\]$/g, '')
        .split(/[\s,]+/)
  ).filter(Boolean)

/** OpenID Connect Core 2: at most 255 ASCII characters. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/

const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name)
const isScope = (name: string): name is Scope => (SCOPES as readonly string[]).includes(name)

/** The caller of a request that the gateway's authoriser let through; null without a token or an authority in it. */
export function callerOf(event: APIGatewayProxyEventV2): Caller | null {
  const claims = (event as Partial<APIGatewayProxyEventV2WithJWTAuthorizer>).requestContext?.authorizer?.jwt
    ?.claims
  const authority = authorityId.safeParse(claims?.['authority'])
  const by = claims?.['sub']
  if (!authority.success || typeof by !== 'string' || !SUBJECT.test(by)) return null
  const roles = listed(claims?.['roles']).filter(isRole)
  const scopes = [...roles.flatMap(role => ROLES[role]), ...listed(claims?.['scope']).filter(isScope)]
  return {authorityId: authority.data, by, roles, scopes: new Set(scopes)}
}

/** Lets a caller through who has any one of the scopes. */
export function authorise(event: APIGatewayProxyEventV2, scopes: readonly Scope[]): Result<Caller, Refusal> {
  const caller = callerOf(event)
  if (caller === null) return refuse({kind: 'forbidden', needs: null})
  return scopes.some(scope => caller.scopes.has(scope))
    ? ok(caller)
    : refuse({kind: 'forbidden', needs: scopes})
}
