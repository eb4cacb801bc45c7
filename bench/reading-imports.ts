import {execFileSync} from 'node:child_process'
import {createReadStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parse} from 'csv-parse'
import {gather} from '../functions/imports/reading/gather.ts'
import {writeReturn} from './made-return.ts'

// Reading a return: rows a second and the most memory, for parsing alone (csv-parse, its rows thrown away) and for all of
// it: read, sorted by child, and every child read back. Each in a process of its own, so that its memory is its own, and
// the two by turns. The children's rows stand as far apart as they can.
// The heap is held to 256 MB, lest memory tell how lazily garbage is collected. What waits in memory (limits.ts) is full
// at some 200,000 rows; from there on memory is to stay as it is.
// Usage: node bench/reading-imports.ts [rounds]

const SEED = 903
const FILES = ['header.csv', 'episodes.csv']

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
  async reading(folder: string) {
    const files = FILES.map(name => ({name, open: () => createReadStream(join(folder, name))}))
    const gathered = await gather(files, {folder})
    if (!gathered.ok) throw new Error(gathered.error.map(({words}) => words).join('\n'))
    let rows = 0
    for await (const children of gathered.value.partitions())
      for (const {tables} of children) rows += (tables.Header?.length ?? 0) + (tables.Episodes?.length ?? 0)
    await gathered.value.dispose()
    return rows
  },
}

type Way = keyof typeof WAYS

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
  const folder = mkdtempSync(join(tmpdir(), 'hearth-reading-'))
  try {
    const {header} = writeReturn(folder, {
      children: Math.round(episodes / 12),
      episodes,
      seed: SEED,
      year: 2026,
    })
    const times: Record<Way, Measured[]> = {parsing: [], reading: []}
    for (let round = 0; round < rounds; round++)
      for (const way of ['parsing', 'reading'] as const) times[way].push(apart(way, folder))
    console.log(`\n${(header + episodes).toLocaleString('en-GB')} rows`)
    for (const way of ['parsing', 'reading'] as const) tell(way, times[way])
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

const [first = '3', folder] = process.argv.slice(2)
if (first in WAYS) console.log(JSON.stringify(await measure(first as Way, folder!)))
else for (const episodes of [100_000, 1_000_000, 3_000_000]) compare(episodes, Number(first))
