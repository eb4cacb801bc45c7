import {execFileSync} from 'node:child_process'
import {inMemoryService, MANAGER} from '../contracts/in-memory-service.ts'
import type {AuthorityId, ImportId} from '../domain/ids.ts'
import type {HeldRow} from '../domain/imports/child-version.ts'
import {keepReturnsHeld} from '../functions/store/imports.ts'
import {memoryTable} from '../functions/store/memory-table.ts'
import {returnsItems} from '../functions/store/returns.ts'
import {makePlaces} from '../sample/places.ts'
import {makeRandom} from '../sample/random.ts'
import {episodeRow, headerRow, livesOf} from './made-lives.ts'

// Every indicator and the report of an authority with twelve episodes a child in one return, through the handler over a
// store in memory: how much processor time one answer takes, and the most memory of a process whose heap is that of the deployed
// function (nine tenths of 1,769 MB). Each in a process of its own; the store is in the same memory.
// Usage: node bench/large-authority.ts [children...]

const SEED = 903
const YEAR = 2026
const AT = '2026-05-01T09:00:00.000Z'
const AUTHORITY = MANAGER.authority as AuthorityId
const HEAP_MB = 1592
const BATCH = 1_000

const cells = (row: string): HeldRow =>
  row
    .trimEnd()
    .split(',')
    .map(cell => cell || null)

async function held(children: number) {
  const table = memoryTable()
  const life = livesOf({children, episodes: children * 12, seed: SEED, year: YEAR})
  const attempt = {importId: '019ab000-0000-7000-8000-000000000001' as ImportId, tries: 1}
  for (let first = 0; first < children; first += BATCH) {
    const returns = Array.from({length: Math.min(BATCH, children - first)}, (_, n) => {
      const header = cells(headerRow(first + n, life))
      const Episodes = Array.from({length: life.episodesOf(first + n)}, (_, number) =>
        cells(episodeRow(first + n, number, life)),
      )
      return {year: YEAR, reference: header[0]!, tables: {Header: [header], Episodes}}
    })
    await table.putUnseen(returnsItems(AUTHORITY, attempt, YEAR, returns, first, AT))
  }
  const loaded = {loaded: [{...attempt, year: YEAR, at: AT}], working: null}
  await table.transact([keepReturnsHeld(AUTHORITY, null, loaded, AT)])
  return table
}

async function measure(children: number): Promise<Record<string, unknown>> {
  const places = makePlaces(AUTHORITY, makeRandom(SEED)).all
  const postcodes = Object.fromEntries(places.map(({postcode, ...place}) => [postcode, place]))
  const {call} = inMemoryService({table: await held(children), postcodes, now: () => AT})
  const seconds: Record<string, string> = {}
  for (const route of ['getSufficiency', 'getReport'] as const) {
    const since = process.cpuUsage()
    const {status} = await call(route, {query: {asAt: `${YEAR}-03-31`}})
    if (status !== 200) throw new Error(`${route} answered ${status}`)
    const {user, system} = process.cpuUsage(since)
    seconds[route] = `${((user + system) / 1e6).toFixed(1)} s`
  }
  return {children, ...seconds, 'most memory': `${Math.round(process.resourceUsage().maxRSS / 1_024)} MiB`}
}

const [first, ...rest] = process.argv.slice(2)
if (first === 'one') console.log(JSON.stringify(await measure(Number(rest[0]))))
else
  console.table(
    [first ?? '10000', ...(first === undefined ? ['84000', '200000'] : rest)].map(children =>
      JSON.parse(
        execFileSync(
          process.execPath,
          [`--max-old-space-size=${HEAP_MB}`, import.meta.filename, 'one', children],
          {encoding: 'utf8'},
        ),
      ),
    ),
  )
