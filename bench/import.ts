import {execFileSync} from 'node:child_process'
import {createReadStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parse} from 'csv-parse'
import type {AuthorityId} from '../domain/ids.ts'
import {decideChildren} from '../functions/imports/decide-children.ts'
import {type Gathered, gather} from '../functions/imports/reading/gather.ts'
import {memoryGazetteer, postcodeItem} from '../functions/store/gazetteer.ts'
import {areasOfEpisodes} from '../functions/sufficiency/areas-of-episodes.ts'
import {makePlaces} from '../sample/places.ts'
import {makeRandom} from '../sample/random.ts'
import {writeReturn} from './made-return.ts'

// A return, from its files on: rows a second and the most memory, for parsing alone (csv-parse, its rows thrown away),
// for reading it (sorted by child, and every child read back), and for reading it and deciding every row: columns derived
// from postcodes, every rule, and what there is to hold, but for the store. Each in a process of its own, so that its
// memory is its own, and by turns. The children's rows stand as far apart as they can.
// The heap is held to 256 MB, lest memory tell how lazily garbage is collected. What waits in memory (limits.ts) is full
// at some 200,000 rows; from there on memory is to stay as it is.
// Usage: node bench/import.ts [rounds] [episodes...]

const SEED = 903
const YEAR = 2026
const AUTHORITY = 'E09000023' as AuthorityId
const FILES = ['header.csv', 'episodes.csv']

async function withGathered<T>(folder: string, use: (gathered: Gathered) => Promise<T>): Promise<T> {
  const files = FILES.map(name => ({name, open: () => createReadStream(join(folder, name))}))
  const gathered = await gather(files, {folder})
  if (!gathered.ok) throw new Error(gathered.error.map(({words}) => words).join('\n'))
  try {
    return await use(gathered.value)
  } finally {
    await gathered.value.dispose()
  }
}

const WAYS = {
  async parsing(folder: string) {
    let rows = -FILES.length
    for (const file of FILES) {
      const parser = createReadStream(join(folder, file)).pipe(parse({bom: true, relax_column_count: true}))
      parser.on('data', () => rows++)
      await new Promise((done, fail) => parser.on('end', done).on('error', fail))
    }
    return rows
  },
  reading: (folder: string) =>
    withGathered(folder, async gathered => {
      let rows = 0
      for await (const children of gathered.partitions())
        for (const {tables} of children) rows += (tables.Header?.length ?? 0) + (tables.Episodes?.length ?? 0)
      return rows
    }),
  deciding: (folder: string) =>
    withGathered(folder, async gathered => {
      const gazetteer = memoryGazetteer(
        makePlaces(AUTHORITY, makeRandom(SEED)).all.map(({postcode, authorityId, ...grid}) =>
          postcodeItem(postcode, grid, authorityId),
        ),
      )
      let rows = 0
      for await (const children of gathered.partitions()) {
        const {counts} = decideChildren(children, {
          authorityId: AUTHORITY,
          year: YEAR,
          held: new Map(),
          heldLastYear: null,
          silentLastYear: {},
          collectionEnd: `${YEAR}-03-31`,
          upnTwice: gathered.upnTwice,
          areaOf: await areasOfEpisodes(gazetteer, children),
          isKnown: () => false,
          fileOf: new Map(),
        })
        for (const {read} of counts.values()) rows += read
      }
      return rows
    }),
} as const

type Way = keyof typeof WAYS
const ORDER: readonly Way[] = ['parsing', 'reading', 'deciding']

interface Measured {
  readonly rows: number
  readonly seconds: number
  readonly megabytes: number
}

async function measure(way: Way, folder: string): Promise<Measured> {
  const since = performance.now()
  const rows = await WAYS[way](folder)
  const seconds = (performance.now() - since) / 1_000
  return {rows, seconds, megabytes: process.resourceUsage().maxRSS / 1_024}
}

const apart = (way: Way, folder: string): Measured =>
  JSON.parse(
    execFileSync(process.execPath, ['--max-old-space-size=256', import.meta.filename, way, folder], {
      encoding: 'utf8',
    }),
  )

function compare(episodes: number, rounds: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-import-'))
  try {
    const children = Math.round(episodes / 12)
    const {header} = writeReturn(folder, {children, episodes, seed: SEED, year: YEAR})
    const times: Record<Way, Measured[]> = {parsing: [], reading: [], deciding: []}
    for (let round = 0; round < rounds; round++) for (const way of ORDER) times[way].push(apart(way, folder))
    console.log(`\n${(header + episodes).toLocaleString('en-GB')} rows`)
    for (const way of ORDER) tell(way, times[way])
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function tell(way: Way, measured: readonly Measured[]): void {
  const rates = measured.map(({rows, seconds}) => Math.round(rows / seconds)).toSorted((a, b) => a - b)
  const told = rates.map(rate => rate.toLocaleString('en-GB')).join(' ')
  const most = Math.max(...measured.map(({megabytes}) => megabytes))
  console.log(`  ${way.padEnd(8)} ${told} rows a second, at most ${Math.round(most)} MiB`)
}

const [first = '2', ...rest] = process.argv.slice(2)
if (first in WAYS) console.log(JSON.stringify(await measure(first as Way, rest[0]!)))
else
  for (const episodes of rest.length > 0 ? rest.map(Number) : [100_000, 1_000_000])
    compare(episodes, Number(first))
