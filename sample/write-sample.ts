import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {parseArgs} from 'node:util'
import {isDay} from '../domain/calendar.ts'
import type {AuthorityId} from '../domain/ids.ts'
import {type Borough, type BoroughOptions, makeBorough} from './borough.ts'
import {makeFourYears} from './four-years/four-years.ts'
import {panelFiles} from './four-years/panel-files.ts'
import {returnFiles} from './return/return-files.ts'
import {summarise} from './summary.ts'

const USAGE = `npm run sample -- [--seed 7] [--children 470] [--today 2026-11-23] [--authority E09000023] [--out sample-borough] [--returns] [--panel]`

/** A fixed day, so that the same command writes the same bytes whenever it is run. */
const DEFAULTS = {
  seed: '7',
  children: '470',
  today: '2026-11-23',
  authority: 'E09000023',
  out: 'sample-borough',
}

/** The ONS's pseudo code where there is no county above the district. */
const NO_COUNTY = 'E99999999'

interface Options extends BoroughOptions {
  readonly out: string
  /** Whether to write SSDA903 returns, costs and households as CSV beside the records. */
  readonly returns: boolean
  /** Whether to write what a year of the panel's cases turns on. */
  readonly panel: boolean
}

function readOptions(args: readonly string[]): Options {
  const text = (name: keyof typeof DEFAULTS) => ({type: 'string', default: DEFAULTS[name]}) as const
  const {values} = parseArgs({
    args: [...args],
    options: {
      seed: text('seed'),
      children: text('children'),
      today: text('today'),
      authority: text('authority'),
      out: text('out'),
      returns: {type: 'boolean', default: false},
      panel: {type: 'boolean', default: false},
    },
  })
  const children = Number(values.children)
  if (!Number.isInteger(children) || children < 1 || children > 1_000_000)
    throw new Error('--children must be a whole number from 1 to 1000000')
  if (!isDay(values.today)) throw new Error('--today must be a day, such as 2026-11-23')
  if (!/^E(06|08|09|10)\d{6}$/.test(values.authority))
    throw new Error('--authority must be the ONS code of an English upper-tier authority, such as E09000023')
  const {seed, today, out, returns, panel} = values
  return {seed, children, today, authorityId: values.authority as AuthorityId, out, returns, panel}
}

/** Files of the sample by name. JSON has one record a line; the gazetteer has the ONS Postcode Directory's columns. */
function filesOf({children, homes, placements, referrals, postcodes}: Borough): ReadonlyMap<string, string> {
  const json = (records: readonly unknown[]) =>
    `[\n${records.map(record => JSON.stringify(record)).join(',\n')}\n]\n`
  const rows = postcodes.map(({postcode, easting, northing, authorityId}) =>
    [
      postcode,
      ...(authorityId.startsWith('E10') ? [authorityId, ''] : [NO_COUNTY, authorityId]),
      easting,
      northing,
    ].join(),
  )
  return new Map([
    ['children.json', json(children)],
    ['households.json', json(homes)],
    ['placements.json', json(placements)],
    ['referrals.json', json(referrals)],
    ['postcodes.csv', `${['pcds,oscty,oslaua,oseast1m,osnrth1m', ...rows].join('\n')}\n`],
  ])
}

async function writeSample(args: readonly string[]): Promise<void> {
  const {out, returns, panel, ...options} = readOptions(args)
  const borough = makeBorough(options)
  const files = [
    ...filesOf(borough),
    ...(returns ? returnFiles(borough) : []),
    ...(panel ? panelFiles(borough, makeFourYears(borough)) : []),
  ]
  for (const [name, text] of files) {
    const path = join(out, name)
    await mkdir(dirname(path), {recursive: true})
    await writeFile(path, text)
  }
  console.log(`${summarise(borough)}\nWritten to ${out}`)
}

try {
  await writeSample(process.argv.slice(2))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  process.exitCode = 1
}
