import {vi} from 'vitest'
import type {Role} from '../../functions/runtime/roles.ts'
import {tokenFor} from '../../local/issuer.ts'
import {ask, given, hearth} from './service.ts'

export const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'
export const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'

export const table = (...lines: readonly string[]): string => lines.map(line => `${line}\n`).join('')

/** A file as a request brings it: as text, or as bytes. */
export const file = (name: string, content: string | Uint8Array) =>
  typeof content === 'string'
    ? {name, text: content}
    : {name, base64: Buffer.from(content).toString('base64')}

export interface Imported {
  readonly id: string
  readonly state: string
  readonly uploads: readonly {
    readonly name: string
    readonly url: string
    readonly headers: Record<string, string>
  }[]
  readonly tables: readonly {
    readonly table: string
    readonly read: number
    readonly loaded: number
    readonly unchanged: number
    readonly quarantined: number
  }[]
  readonly refused: readonly {readonly file: string; readonly words: string}[]
  readonly progress: {readonly rowsRead: number; readonly secondsLeft: number | null}
}

export interface Found {
  readonly severity: string
  readonly rule: string
  readonly about: string
  readonly row: number
  readonly words: string
}

/** Somebody of an authority of the test's own, of whom nothing is held. */
export const tokenOf = async (role: Role, authorityId: string) => ({
  token: await tokenFor({...hearth.issuer, stop: async () => {}}, `${role}@${authorityId}`),
})

export const analystOf = (authorityId: string) => tokenOf('analyst', authorityId)

type As = Awaited<ReturnType<typeof analystOf>>

export const requested = (as: As, files: readonly object[], year = 2026): Promise<Imported> =>
  given(201, 'POST', '/v1/imports', {as, body: {year, files}})

/** Once it has come to its end. */
export const ended = (as: As, {id}: {readonly id: string}): Promise<Imported> =>
  vi.waitUntil(
    async () => {
      const now: Imported = await given(200, 'GET', `/v1/imports/${id}`, {as})
      return ['loaded', 'refused', 'failed'].includes(now.state) && now
    },
    {timeout: 60_000, interval: 100},
  ) as Promise<Imported>

export const imported = async (as: As, files: readonly object[], year = 2026): Promise<Imported> =>
  ended(as, await requested(as, files, year))

export const start = (as: As, {id}: {readonly id: string}) =>
  ask('POST', `/v1/imports/${id}/start`, {as, body: {}})

export async function findings(as: As, {id}: {readonly id: string}): Promise<readonly Found[]> {
  const {items} = await given(200, 'GET', `/v1/imports/${id}/findings?limit=200`, {as})
  return items
}
