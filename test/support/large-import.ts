import {createReadStream, mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {setTimeout as after} from 'node:timers/promises'
import {writeReturn} from '../../bench/made-return.ts'
import {ask, type ImportResource} from '../../tools/import/client.ts'

export interface Large {
  readonly url: string
  /** Of an analyst. */
  readonly token: string
  /** About so large is its file of episodes. */
  readonly megabytes: number
  readonly progress?: (line: string) => void
}

export interface LargeImport {
  readonly bytes: number
  readonly state: string
  /** Of a refused one. */
  readonly words: readonly string[]
  readonly rows: {readonly read: number; readonly loaded: number; readonly quarantined: number}
  readonly uploadSeconds: number
  readonly seconds: number
  /** The slowest of the questions that were asked of the service all the while. */
  readonly slowestAnswerMs: number
}

const BYTES_A_ROW = 78
const YEAR = 2026

/** Uploads and imports a return of any size, and asks the service something else all the while. */
export async function importLarge({url, token, megabytes, progress = () => {}}: Large): Promise<LargeImport> {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-large-'))
  try {
    const episodes = Math.round((megabytes * 1_000_000) / BYTES_A_ROW)
    writeReturn(folder, {children: Math.ceil(episodes / 12), episodes, seed: 903, year: YEAR})
    const files = ['header.csv', 'episodes.csv'].map(name => ({
      name,
      bytes: statSync(join(folder, name)).size,
    }))
    const service = {url, token}
    const asked = await ask<ImportResource>(service, 'POST', '/v1/imports', {year: YEAR, files})
    const since = performance.now()
    for (const {name, url: to, headers} of asked.uploads) await put(to, headers, join(folder, name))
    const uploaded = performance.now()
    await ask(service, 'POST', `/v1/imports/${asked.id}/start`, {})
    let slowest = 0
    for (;;) {
      const before = performance.now()
      await ask(service, 'GET', '/v1/imports?limit=1')
      slowest = Math.max(slowest, performance.now() - before)
      const now = await ask<ImportResource>(service, 'GET', `/v1/imports/${asked.id}`)
      progress(`${now.state}: ${now.progress.rowsRead} rows read, ${now.progress.rowsDecided} decided`)
      if (['loaded', 'refused', 'failed'].includes(now.state))
        return {
          bytes: files.reduce((sum, {bytes}) => sum + bytes, 0),
          state: now.state,
          words: now.refused.map(({words}) => words),
          rows: sumOf(now.tables),
          uploadSeconds: (uploaded - since) / 1000,
          seconds: (performance.now() - uploaded) / 1000,
          slowestAnswerMs: slowest,
        }
      await after(250)
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
}

async function put(url: string, headers: Record<string, string>, path: string): Promise<void> {
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream
  const answer = await fetch(url, {method: 'PUT', headers, body, duplex: 'half'} as RequestInit)
  if (!answer.ok) throw new Error(`The upload was answered ${answer.status}.`)
}

const sumOf = (tables: readonly LargeImport['rows'][]) =>
  tables.reduce(
    (sum, {read, loaded, quarantined}) => ({
      read: sum.read + read,
      loaded: sum.loaded + loaded,
      quarantined: sum.quarantined + quarantined,
    }),
    {read: 0, loaded: 0, quarantined: 0},
  )
