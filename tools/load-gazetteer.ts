import {stat} from 'node:fs/promises'
import {parseArgs} from 'node:util'
import {ListTablesCommand} from '@aws-sdk/client-dynamodb'
import type {DynamoDBDocumentClient} from '@aws-sdk/lib-dynamodb'
import {documentClient} from '../functions/store/client.ts'
import {BadDirectory} from './gazetteer/directory.ts'
import {
  fingerprint,
  type Loaded,
  loadDirectory,
  loadedSoFar,
  nothingYet,
  type Target,
} from './gazetteer/load.ts'

const HELP = `npm run gazetteer -- FILE [options]

Loads the ONS Postcode Directory (CSV, in either style of header) into the gazetteer. Broken off and run again, it goes on
where it ended; a file that is loaded already changes nothing. Writes the table directly, with the credentials of the
environment.

  --table NAME     the gazetteer's table (default: the one whose name holds GazetteerTable)
  --endpoint URL   of a local database, as npm start prints it (default: AWS)
  --region NAME    (default eu-west-2)`

function readSettings() {
  const text = {type: 'string'} as const
  const options = {
    table: text,
    endpoint: text,
    region: {...text, default: 'eu-west-2'},
    help: {type: 'boolean'},
  } as const
  try {
    const {values, positionals} = parseArgs({options, allowPositionals: true})
    const [file, ...more] = positionals
    return values.help || file === undefined || more.length > 0 ? null : {...values, file}
  } catch (error) {
    throw new BadDirectory(`${(error as Error).message}\n\n${HELP}`)
  }
}

async function tableAt(client: DynamoDBDocumentClient): Promise<string> {
  const {TableNames = []} = await client.send(new ListTablesCommand())
  const name = TableNames.find(each => each.includes('GazetteerTable'))
  if (name === undefined) throw new BadDirectory('There is no gazetteer there; name its table with --table.')
  return name
}

const count = (n: number) => n.toLocaleString('en-GB')

/** Prints, at most once a second, how many rows are done, how fast, and how long the rest takes at that rate. */
function teller(size: number, before: Loaded) {
  const from = performance.now()
  let told = from
  let start: number | null = null
  return ({rows}: Loaded, bytes: number) => {
    start ??= bytes
    const now = performance.now()
    if (now - told < 1_000) return
    told = now
    const seconds = (now - from) / 1_000
    const rate = Math.round((rows - before.rows) / seconds)
    const left = bytes > start ? Math.round(((size - bytes) / (bytes - start)) * seconds) : null
    console.error(
      `  ${count(rows)} rows, ${count(rate)} a second${left === null ? '' : `, ${count(left)} seconds left`}`,
    )
  }
}

function summary({rows, postcodes, skipped}: Loaded): string {
  const words = [
    [skipped.crownDependency, 'of the Channel Islands and the Isle of Man'],
    [skipped.noGridReference, 'without a grid reference'],
    [skipped.notAPostcode, 'without a postcode'],
  ] as const
  const left = words.flatMap(([n, why]) => (n === 0 ? [] : [`${count(n)} ${why}`]))
  return `${count(rows)} rows: ${count(postcodes)} postcodes loaded, ${left.join(', ') || 'none'} left out.`
}

async function run({file, table, endpoint, region}: NonNullable<ReturnType<typeof readSettings>>) {
  const client = documentClient({
    region,
    ...(endpoint !== undefined && {
      endpoint,
      credentials: {accessKeyId: 'gazetteer', secretAccessKey: 'local'},
    }),
  })
  try {
    await load({client, tableName: table ?? (await tableAt(client))}, file)
  } finally {
    client.destroy()
  }
}

async function load(target: Target, file: string): Promise<void> {
  const {size} = await stat(file)
  const id = await fingerprint(file)
  const before = (await loadedSoFar(target, id)) ?? nothingYet(id)
  if (before.loadedAt !== null) {
    console.log(
      `This file was loaded on ${before.loadedAt.slice(0, 10)}. Nothing was changed.\n${summary(before)}`,
    )
    return
  }
  if (before.rows > 0) console.error(`  ${count(before.rows)} rows were loaded before; going on from there`)
  console.log(summary(await loadDirectory(target, file, before, teller(size, before))))
}

try {
  const settings = readSettings()
  if (settings === null) console.log(HELP)
  else await run(settings)
} catch (error) {
  const known = error instanceof BadDirectory || (error as NodeJS.ErrnoException).code === 'ENOENT'
  console.error(known ? (error as Error).message : error)
  process.exitCode = 1
}
