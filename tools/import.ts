import {createReadStream} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {basename, join, resolve} from 'node:path'
import {Readable} from 'node:stream'
import {setTimeout} from 'node:timers/promises'
import {parseArgs} from 'node:util'
import {readState} from '../local/state.ts'
import {ask, type Finding, type ImportResource, Refused, type Service} from './import/client.ts'
import {failed, progressLine, summary} from './import/words.ts'

const HELP = `npm run import -- FOLDER [options]

Imports every CSV and zip of a folder: tables of the SSDA903 return, a household list, a cost extract. Prints what was
found, and ends with 1 if anything was refused or quarantined. The same files again change nothing.

  --url URL       of a running service (default: the one that npm start runs here)
  --token TOKEN   with the scope imports (default: the local one's)
  --year YEAR     the collection year, by its 31 March (default: the folder's name, or the year that ended last)
  --data DIR      where npm start keeps its data (default .hearth)`

interface Settings {
  readonly folder: string
  readonly year: number
  readonly service: Service
}

async function readSettings(): Promise<Settings | null> {
  const text = {type: 'string'} as const
  const {values, positionals} = parseArgs({
    options: {
      url: text,
      token: text,
      year: text,
      data: {...text, default: '.hearth'},
      help: {type: 'boolean'},
    },
    allowPositionals: true,
  })
  const [folder, ...more] = positionals
  if (values.help || folder === undefined || more.length > 0) return null
  const year = values.year ?? /^20\d\d$/.exec(basename(resolve(folder)))?.[0] ?? String(endedLast())
  if (!/^20\d\d$/.test(year)) throw new Refused(`--year needs a year such as 2025, not ${year}.`)
  const service = values.url && values.token ? {url: values.url, token: values.token} : await local(values)
  return {folder, year: Number(year), service: {...service, url: service.url.replace(/\/$/, '')}}
}

/** The collection year that ended last. */
function endedLast(): number {
  const now = new Date()
  return now.getFullYear() - (now.getMonth() < 3 ? 1 : 0)
}

interface Running {
  readonly url: string
  readonly issuer: {readonly url: string; readonly secret: string}
}

/** The service that runs on this machine, and a token of its analyst. */
async function local({url, token, data}: {url?: string; token?: string; data: string}): Promise<Service> {
  const running = readState<Running>(data, 'running')
  if (running === null)
    throw new Refused('No service runs here: start one with npm start, or name one with --url and --token.')
  if (token) return {url: url ?? running.url, token}
  const answer = await fetch(`${running.issuer.url}/token`, {
    method: 'POST',
    headers: {authorization: `Basic ${btoa(`analyst:${running.issuer.secret}`)}`},
    body: new URLSearchParams({grant_type: 'client_credentials'}),
  }).catch(() => {
    throw new Refused('The service that ran here has stopped: start it again with npm start.')
  })
  const {access_token} = (await answer.json()) as {access_token: string}
  return {url: url ?? running.url, token: access_token}
}

interface File {
  readonly name: string
  readonly path: string
  readonly bytes: number
}

async function filesIn(folder: string): Promise<readonly File[]> {
  const names = await readdir(folder).catch(() => {
    throw new Refused(`There is no folder ${folder}.`)
  })
  const files = await Promise.all(
    names
      .filter(name => /\.(csv|zip)$/i.test(name))
      .toSorted()
      .map(async name => {
        const path = join(folder, name)
        return {name, path, bytes: (await stat(path)).size}
      }),
  )
  if (files.length === 0) throw new Refused(`There is no CSV or zip in ${folder}.`)
  const empty = files.filter(({bytes}) => bytes === 0)
  if (empty.length > 0) throw new Refused(`There is nothing in ${empty.map(({name}) => name).join(', ')}.`)
  return files
}

async function upload(files: readonly File[], asked: ImportResource): Promise<void> {
  for (const {name, url, headers} of asked.uploads) {
    const {path} = files.find(file => file.name === name)!
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream
    // `duplex` is asked for by fetch where a body streams, and not in its type yet.
    const put = {method: 'PUT', headers, body, duplex: 'half'} as RequestInit
    const answer = await fetch(url, put)
    if (!answer.ok) throw new Refused(`${name} could not be uploaded (${answer.status}).`)
  }
}

async function finished(service: Service, id: string): Promise<ImportResource> {
  let told = ''
  for (;;) {
    const now = await ask<ImportResource>(service, 'GET', `/v1/imports/${id}`)
    const line = progressLine(now)
    if (line !== told) console.error(`  ${line}`)
    told = line
    if (['loaded', 'refused', 'failed'].includes(now.state)) return now
    await setTimeout(500)
  }
}

async function printFindings(service: Service, id: string): Promise<void> {
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`
    const page: {items: Finding[]; next: string | null} = await ask(
      service,
      'GET',
      `/v1/imports/${id}/findings?limit=200${query}`,
    )
    for (const {severity, rule, about, row, words} of page.items)
      console.log(`${severity}  ${rule.padEnd(9)}  ${row === 0 ? about : `${about} row ${row}`}  ${words}`)
    cursor = page.next
  } while (cursor !== null)
}

async function run({folder, year, service}: Settings): Promise<boolean> {
  const files = await filesIn(folder)
  console.error(`  ${files.length} files for the collection year ${year}`)
  const asked = await ask<ImportResource>(service, 'POST', '/v1/imports', {
    year,
    files: files.map(({name, bytes}) => ({name, bytes})),
  })
  await upload(files, asked)
  await ask(service, 'POST', `/v1/imports/${asked.id}/start`, {})
  const done = await finished(service, asked.id)
  if (done.state === 'loaded') await printFindings(service, asked.id)
  console.log(summary(done))
  return !failed(done)
}

try {
  const settings = await readSettings()
  if (settings === null) console.log(HELP)
  else process.exitCode = (await run(settings)) ? 0 : 1
} catch (error) {
  if (!(error instanceof Refused || (error as {code?: string}).code?.startsWith('ERR_PARSE_ARGS')))
    throw error
  console.error((error as Error).message)
  process.exitCode = 1
}
