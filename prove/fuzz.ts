import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {tokenFor} from '../local/issuer.ts'
import {startHearth} from '../local/runtime.ts'
import {sample} from '../local/seed.ts'
import {fuzz} from '../test/support/fuzz.ts'

// Throws any calls at the whole service over HTTP: node prove/fuzz.ts --requests 100000 --seed 1
// The same seed makes the same calls. Fails when an answer breaks the contract or a record stands in the log.

const {values} = parseArgs({
  options: {
    requests: {type: 'string', default: '100000'},
    seed: {type: 'string', default: '1'},
    callers: {type: 'string', default: '8'},
  },
})
const AUTHORITY = 'E09000023'
const FUZZED = 'E09000022'

const dataDir = mkdtempSync(join(tmpdir(), 'hearth-fuzz-'))
const hearth = await startHearth({
  dataDir,
  port: 0,
  authorityId: AUTHORITY,
  seed: sample(AUTHORITY, {seed: 7, children: 20, enquiries: 0}),
  inMemory: true,
})
try {
  const since = performance.now()
  const {requests, byStatus, failures, canary} = await fuzz({
    url: hearth.url,
    tokenOf: role => tokenFor(hearth.issuer, `${role}@${FUZZED}`),
    requests: Number(values.requests),
    seed: Number(values.seed),
    callers: Number(values.callers),
    progress: done => process.stderr.write(done % 5_000 === 0 ? `${done} requests\n` : ''),
  })
  const seconds = (performance.now() - since) / 1000
  const log = readFileSync(join(dataDir, 'functions.log'), 'utf8')
  const leaks = log.split(canary).length - 1
  console.log(`${requests} requests in ${seconds.toFixed(0)} s, ${Math.round(requests / seconds)} a second`)
  for (const [status, count] of Object.entries(byStatus)) console.log(`  ${status}  ${count}`)
  console.log(
    `${failures.length} answers at fault, ${leaks} records in ${log.split('\n').length} lines of log`,
  )
  for (const failure of failures) console.log(`  ${failure}`)
  process.exitCode = failures.length + leaks === 0 ? 0 : 1
} finally {
  await hearth.stop()
  rmSync(dataDir, {recursive: true})
}
