import {createPrivateKey, generateKeyPairSync, type JsonWebKey, randomBytes} from 'node:crypto'
import type {RequestListener} from 'node:http'
import {join} from 'node:path'
import {SignJWT} from 'jose'
import {Provider} from 'oidc-provider'
import {ROLES, SCOPES} from '../functions/runtime/roles.ts'
import {listenNear} from './listen.ts'
import {readState, writeState} from './state.ts'

/** Settings of the template's authoriser: where tokens come from and whom they are for. */
export const AUDIENCE = 'hearth'

const TOKEN_SECONDS = 12 * 60 * 60
const AUTHORITY = /^[EWSN]\d{8}$/

export interface Issuer {
  readonly url: string
  /** Of every client: on one machine it only keeps apart what belongs to different data directories. */
  readonly secret: string
  stop(): Promise<void>
}

interface Kept {
  readonly port: number
  readonly secret: string
  readonly key: JsonWebKey
}

/**
 * A real OpenID Connect issuer with one client a role, for the client credentials grant. `placements-officer` is of
 * the runtime's own authority, `placements-officer@E09000028` of another; `system` has no role but the scopes that
 * it asks for. Its keys, its secret and, if free, its port are kept in the data directory, so tokens outlive a restart.
 */
export async function startIssuer(dataDir: string, authorityId: string): Promise<Issuer> {
  const kept = readKept(dataDir) ?? {
    port: 0,
    secret: randomBytes(12).toString('base64url'),
    key: generateKeyPairSync('rsa', {modulusLength: 2048}).privateKey.export({format: 'jwk'}),
  }
  let handle: RequestListener = (_, response) => response.writeHead(503).end()
  const listening = await listenNear(kept.port, (request, response) => handle(request, response))
  writeState(dataDir, 'issuer', {...kept, port: listening.port})
  handle = new Provider(listening.url, configuration(kept, authorityId)).callback()
  return {url: listening.url, secret: kept.secret, stop: listening.stop}
}

const readKept = (dataDir: string): Kept | null => readState<Kept>(dataDir, 'issuer')

/** A token for a client, as any caller gets one. */
export async function tokenFor(issuer: Issuer, clientId: string, scope?: string): Promise<string> {
  const body = new URLSearchParams({grant_type: 'client_credentials', ...(scope !== undefined && {scope})})
  const authorization = `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${issuer.secret}`).toString('base64')}`
  const answer = await fetch(`${issuer.url}/token`, {method: 'POST', headers: {authorization}, body})
  const {access_token, error_description} = (await answer.json()) as Record<string, string>
  if (access_token === undefined) throw new Error(`no token for ${clientId}: ${error_description}`)
  return access_token
}

/** For tests: any claims, signed with the issuer's own key. */
export async function signed(dataDir: string, claims: Readonly<Record<string, unknown>>): Promise<string> {
  const kept = readKept(dataDir)
  if (kept === null) throw new Error(`no issuer has kept a key in ${join(dataDir, 'issuer.json')}`)
  const key = createPrivateKey({key: kept.key, format: 'jwk'})
  return new SignJWT(claims).setProtectedHeader({alg: 'RS256'}).sign(key)
}

function configuration({key, secret}: Kept, authorityId: string): Readonly<Record<string, unknown>> {
  const resource = {
    scope: SCOPES.join(' '),
    audience: AUDIENCE,
    accessTokenFormat: 'jwt',
    accessTokenTTL: TOKEN_SECONDS,
    jwt: {sign: {alg: 'RS256'}},
  }
  return {
    adapter: clients(secret),
    scopes: ['openid', ...SCOPES],
    ttl: {ClientCredentials: TOKEN_SECONDS},
    jwks: {keys: [{...key, alg: 'RS256', use: 'sig'}]},
    features: {
      devInteractions: {enabled: false},
      clientCredentials: {enabled: true},
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:hearth:api',
        getResourceServerInfo: () => resource,
        useGrantedResource: () => true,
      },
    },
    extraTokenClaims: (_: unknown, {clientId}: {clientId: string}) => {
      const [role = '', authority = authorityId] = clientId.split('@')
      return {authority, roles: role in ROLES ? [role] : []}
    },
  }
}

/** Every client exists that names a role, or `system`, and an authority. Nothing else is kept: tokens are JWTs. */
function clients(secret: string): unknown {
  return class Clients {
    async find(id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
      const [role = '', authority, ...rest] = id.split('@')
      if (rest.length > 0 || (authority !== undefined && !AUTHORITY.test(authority))) return undefined
      if (role !== 'system' && !(role in ROLES)) return undefined
      return {
        client_id: id,
        client_secret: secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        scope: role === 'system' ? SCOPES.join(' ') : 'openid',
      }
    }
  }
}
