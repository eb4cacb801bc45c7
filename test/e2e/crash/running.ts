import {fork} from 'node:child_process'
import {once} from 'node:events'
import {setTimeout as after} from 'node:timers/promises'
import type {Role} from '../../../functions/runtime/roles.ts'
import {tokenFor} from '../../../local/issuer.ts'
import {type OverHttp, overHttp} from '../../support/over-http.ts'

export interface Setting {
  readonly dataDir: string
  /** A cloud assembly that stands. */
  readonly assembly: string
  readonly authorityId: string
}

/** The whole service in a process of its own, with its data on disk. */
export interface Running {
  readonly service: OverHttp
  readonly token: string
  /** Of another role. */
  readonly tokenOf: (role: Role) => Promise<string>
  readonly databaseUrl: string
  readonly issuerUrl: string
  /** `kill -9` of its process group; the database goes with it. */
  readonly kill: () => Promise<void>
}

interface Told {
  readonly url: string
  readonly issuer: {readonly url: string; readonly secret: string}
  readonly databaseUrl: string
}

export async function startRunning({dataDir, assembly, authorityId}: Setting): Promise<Running> {
  const file = new URL('./runtime-process.ts', import.meta.url)
  const child = fork(file, [dataDir, assembly, authorityId], {detached: true, execArgv: [], stdio: 'inherit'})
  const exited = once(child, 'exit')
  const ready = once(child, 'message').then(([told]) => told as Told)
  const early = exited.then(() => Promise.reject(new Error('The runtime ended before it was ready.')))
  const {url, issuer, databaseUrl} = await Promise.race([ready, early])
  early.catch(() => {})
  const service = overHttp(url)
  const tokenOf = (role: Role) => tokenFor({...issuer, stop: async () => {}}, role)
  return {
    service,
    token: await tokenOf('placements-manager'),
    tokenOf,
    databaseUrl,
    issuerUrl: issuer.url,
    async kill() {
      process.kill(-child.pid!, 'SIGKILL')
      await exited
      service.close()
      while (await answers(databaseUrl)) await after(20)
    },
  }
}

/** The database is in a group of its own, and is killed by whoever watches over the runtime. */
const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )
