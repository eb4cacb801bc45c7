import {createReadStream} from 'node:fs'
import {parse} from 'csv-parse'
import {isPostcode, type PostcodeItem, postcodeItem} from '../../functions/store/gazetteer.ts'

// The ONS Postcode Directory: one row a postcode of the United Kingdom, terminated ones among them. Its columns were
// called oslaua or oseast1m until 2024; since 2025 they are called lad25cd, with the year, or east1m.

const COLUMNS = {
  postcode: {named: /^pcds?$/, example: 'pcds or pcd'},
  county: {named: /^(oscty|cty\d\dcd)$/, example: 'oscty or cty25cd'},
  district: {named: /^(oslaua|lad\d\dcd)$/, example: 'oslaua or lad25cd'},
  easting: {named: /^(oseast1m|east1m)$/, example: 'oseast1m or east1m'},
  northing: {named: /^(osnrth1m|north1m)$/, example: 'osnrth1m or north1m'},
} as const

type Columns = Readonly<Record<keyof typeof COLUMNS, number>>

/** The file is not what it should be; the message is for the person who gave it. */
export class BadDirectory extends Error {
  override readonly name = 'BadDirectory'
}

/** Where each column stands. Throws BadDirectory that names all that are missing. */
export function columnsOf(header: readonly string[]): Columns {
  const names = header.map(name => name.trim().toLowerCase())
  const found = Object.entries(COLUMNS).map(([column, {named, example}]) => ({
    column,
    example,
    at: names.findIndex(name => named.test(name)),
  }))
  const missing = found.filter(({at}) => at === -1)
  if (missing.length > 0)
    throw new BadDirectory(
      `This is not an ONS Postcode Directory: no column for ${missing
        .map(({column, example}) => `the ${column} (${example})`)
        .join(', ')}.`,
    )
  return Object.fromEntries(found.map(({column, at}) => [column, at])) as Columns
}

/** Why a row gives no postcode to find. */
export type Skipped = 'crownDependency' | 'noGridReference' | 'notAPostcode'

const NATIONS: Readonly<Record<string, string>> = {S: 'SCO', W: 'WAL', N: 'NIR'}

/**
 * The upper-tier authority: the county where there is a real one (E10; others bear the pseudo code E99999999), or
 * the unitary authority, metropolitan district or London borough. null: the codes name none.
 */
export function upperTier(county: string, district: string): string | null {
  if (/^E10\d{6}$/.test(county)) return county
  return /^E0[689]\d{6}$/.test(district) ? district : (NATIONS[district[0] ?? ''] ?? null)
}

/**
 * A row as the gazetteer keeps it, or why it does not. The Channel Islands (L) and the Isle of Man (M) are in no
 * authority and have no grid reference. Northern Ireland's are on the Irish grid: taken for the National Grid's, they
 * would put Belfast into the Irish Sea, so its postcodes keep their authority alone.
 */
export function readRow(row: readonly string[], columns: Columns): PostcodeItem | Skipped {
  const [postcode, county, district] = [row[columns.postcode]!, row[columns.county]!, row[columns.district]!]
  if (!isPostcode(postcode)) return 'notAPostcode'
  if (/^[LM]/.test(district)) return 'crownDependency'
  const authorityId = upperTier(county, district)
  if (authorityId === 'NIR') return postcodeItem(postcode, null, authorityId)
  const [easting, northing] = [row[columns.easting]!, row[columns.northing]!]
  if (!/^\d{1,6}$/.test(easting) || !/^\d{1,7}$/.test(northing)) return 'noGridReference'
  return postcodeItem(postcode, {easting: Number(easting), northing: Number(northing)}, authorityId)
}

export interface Group {
  readonly rows: readonly (PostcodeItem | Skipped)[]
  /** Bytes of the file that have been read so far. */
  readonly bytes: number
}

/**
 * The file in groups of rows, of which it never holds more than one. Throws BadDirectory with the line where quotes
 * or the number of columns go wrong.
 */
export async function* readDirectory(file: string, size: number): AsyncGenerator<Group> {
  const bytes = createReadStream(file)
  const rows = bytes.pipe(parse({bom: true, max_record_size: 100_000, skip_empty_lines: true}))
  let columns: Columns | null = null
  let group: (PostcodeItem | Skipped)[] = []
  try {
    for await (const row of rows as AsyncIterable<readonly string[]>) {
      if (columns === null) {
        columns = columnsOf(row)
        continue
      }
      group.push(readRow(row, columns))
      if (group.length === size) {
        yield {rows: group, bytes: bytes.bytesRead}
        group = []
      }
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
      ? new BadDirectory(`The file is damaged. ${error.message}.`)
      : error
  } finally {
    bytes.destroy()
  }
  if (columns === null) columnsOf([])
  yield {rows: group, bytes: bytes.bytesRead}
}
