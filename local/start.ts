import {once} from 'node:events'
import {parseArgs} from 'node:util'
import {CannotStart} from './cannot-start.ts'
import {asker, firstLook, openReferrals} from './first-look.ts'
import {type Hearth, startHearth} from './runtime.ts'
import {postcodesAlone, sample} from './seed.ts'
import {writeState} from './state.ts'

const HELP = `npm start -- [options]

Runs the whole service on this machine and fills it with a sample borough.

  --port N        listen on this port (default 3000; 0 takes a free one)
  --data DIR      keep the data here (default .hearth)
  --fresh         throw away what is kept there and begin anew
  --empty         begin without the sample's records
  --authority ID  of this authority, by its ONS code (default E09000023, Lewisham)
  --json          once ready, print one line of JSON for scripts, and nothing else
  --help          show this`

interface Settings {
  readonly port: number
  readonly data: string
  readonly fresh: boolean
  readonly empty: boolean
  readonly authority: string
  readonly json: boolean
}

function readSettings(args: readonly string[]): Settings | 'help' {
  const {values} = parse(args)
  if (values.help) return 'help'
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new CannotStart(`--port needs a number from 0 to 65535, not ${values.port}.`)
  if (!/^[EWSN]\d{8}$/.test(values.authority))
    throw new CannotStart(`--authority needs an ONS code such as E09000023, not ${values.authority}.`)
  return {...values, port}
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: {type: 'string', default: '3000'},
        data: {type: 'string', default: '.hearth'},
        fresh: {type: 'boolean', default: false},
        empty: {type: 'boolean', default: false},
        authority: {type: 'string', default: 'E09000023'},
        json: {type: 'boolean', default: false},
        help: {type: 'boolean', default: false},
      },
    })
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n\n${HELP}`)
  }
}

async function run(settings: Settings): Promise<void> {
  const from = performance.now()
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stopping.abort())
  if (process.env['npm_lifecycle_event']) whenOrphaned(() => stopping.abort())
  const stopped = once(stopping.signal, 'abort')
  const {port, data, fresh, empty, authority, json} = settings
  const hearth = await startHearth({
    dataDir: data,
    port,
    fresh,
    authorityId: authority,
    seed: empty ? postcodesAlone : sample(authority),
    progress: line => console.error(`  ${line}`),
    signal: stopping.signal,
  }).catch(error => {
    if (stopping.signal.aborted) return null
    throw error
  })
  if (hearth === null) return
  // For `npm run import`.
  const {url, issuer, dataDir} = hearth
  writeState(dataDir, 'running', {url, issuer: {url: issuer.url, secret: issuer.secret}})
  try {
    await (json ? announceJson(hearth) : announce(hearth, empty, from))
    await stopped
  } finally {
    await hearth.stop()
  }
}

/** A SIGTERM to npm ends the shell in which npm runs us, but does not reach us: we see that our parent is gone. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid
  const look = () => {
    if (process.ppid !== parent) stop()
  }
  setInterval(look, 250).unref()
}

async function announceJson(hearth: Hearth): Promise<void> {
  const tokens = await hearth.tokens()
  const referrals = await openReferrals(asker(hearth.url, tokens['placements-officer']))
  const {url, authorityId} = hearth
  console.log(JSON.stringify({url, tokens, authorityId, referrals: referrals.map(({id}) => id)}))
}

async function announce(hearth: Hearth, empty: boolean, from: number): Promise<void> {
  const {url, issuer, authorityId, dataDir, adminUrl, databaseUrl} = hearth
  const tokens = await hearth.tokens()
  const ask = asker(url, tokens['placements-manager'])
  const look = await firstLook(ask, await openReferrals(ask))
  console.log(`
Hearth is ready at ${url} for authority ${authorityId}, after ${((performance.now() - from) / 1000).toFixed(1)} s.
API reference: ${url}/docs   Log of the functions: ${dataDir}/functions.log
Queues, events, faults: ${adminUrl}   DynamoDB Local: ${databaseUrl}

A token for a role (${Object.keys(tokens).join(', ')}):

  curl -s -u 'placements-officer:${issuer.secret}' -d grant_type=client_credentials ${issuer.url}/token

Use it as "Authorization: Bearer <access_token>", for instance with ${url}/v1/referrals?status=open
For another authority, write placements-officer@E09000028.

${look ?? (empty ? 'There are no records yet: begin with POST /v1/households and POST /v1/children.' : 'No open referral has an option.')}

Not here, but deployed: cold starts, throttling, encryption, tracing, alarms, backups.
Ctrl-C stops everything. The data stays in ${dataDir}; npm start -- --fresh begins anew.`)
}

try {
  const settings = readSettings(process.argv.slice(2))
  if (settings === 'help') console.log(HELP)
  else await run(settings)
} catch (error) {
  console.error(error instanceof CannotStart ? `\nHearth cannot start. ${error.message}` : error)
  process.exitCode = 1
}
