import {type ChildProcess, execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {DeleteCommand, paginateScan} from '@aws-sdk/lib-dynamodb'
import {afterAll, expect, inject, test} from 'vitest'
import {dynamodbGazetteer, loadPostcodeAreas, loadPostcodes} from '../../../functions/store/gazetteer.ts'
import {fingerprint, loadedSoFar} from '../../../tools/gazetteer/load.ts'
import {localClient, makeGazetteer} from '../store/tables.ts'

const client = localClient()
const work = mkdtempSync(join(tmpdir(), 'hearth-gazetteer-'))
afterAll(() => {
  client.destroy()
  rmSync(work, {recursive: true})
})

const OLDER = 'pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,oseast1m,osnrth1m'
const NEWER = 'pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd,east1m,north1m'
const row = (postcode: string, codes: string, grid: string, terminated = '') =>
  `${postcode},${postcode},${postcode},198001,${terminated},${codes},${grid}`

const ROWS = [
  row('SE6 4RU', 'E99999999,E09000023', '537600,173900'),
  row('CT1 2AA', 'E10000016,E07000106', '615300,157400'),
  row('SE8 3PQ', 'E99999999,E09000023', '536800,177600', '199606'),
  row('EH1 1YZ', 'S99999999,S12000036', '325700,673700'),
  row('BT1 1AA', 'N99999999,N09000003', '333700,374400'),
  row('JE2 3AB', 'L99999999,L99999999', ','),
]

let files = 0
function fileOf(header: string, rows: readonly string[]): string {
  const file = join(work, `${files++}.csv`)
  writeFileSync(file, `${[header, ...rows].join('\r\n')}\r\n`)
  return file
}

const command = (file: string, table: string) => [
  'tools/load-gazetteer.ts',
  file,
  '--table',
  table,
  '--endpoint',
  inject('dynamodb'),
]
const load = (file: string, table: string) => promisify(execFile)(process.execPath, command(file, table))

/** Postcodes 0 to n as a directory lists them: `AA0 0AA` and on. */
const manyRows = (n: number) =>
  Array.from({length: n}, (_, i) =>
    row(`${postcodeOf(i)}`, 'E99999999,E09000023', `${500_000 + i},${100_000 + i}`),
  )
const letter = (n: number) => String.fromCharCode(65 + (n % 26))
const postcodeOf = (i: number) =>
  `A${letter(i / 67_600)}${Math.floor(i / 6760) % 10} ${Math.floor(i / 676) % 10}${letter(i / 26)}${letter(i)}`

const stored = async (TableName: string, postcode: string) => {
  const areas = await loadPostcodeAreas(dynamodbGazetteer(client, TableName), [postcode])
  return areas.get(postcode)
}

test.each([
  ['the older', OLDER],
  ['the newer', NEWER],
])('under %s header each postcode leads to its grid reference and its upper tier', async (_, header) => {
  const table = await makeGazetteer(client)
  const {stdout} = await load(fileOf(header, ROWS), table)
  expect(stdout).toBe('6 rows: 5 postcodes loaded, 1 of the Channel Islands and the Isle of Man left out.\n')
  const asked = ['SE6 4RU', 'CT1 2AA', 'SE8 3PQ', 'EH1 1YZ', 'BT1 1AA', 'JE2 3AB']
  expect(Object.fromEntries(await loadPostcodeAreas(dynamodbGazetteer(client, table), asked))).toEqual({
    'SE6 4RU': {grid: {easting: 537_600, northing: 173_900}, authorityId: 'E09000023'},
    'CT1 2AA': {grid: {easting: 615_300, northing: 157_400}, authorityId: 'E10000016'},
    'SE8 3PQ': {grid: {easting: 536_800, northing: 177_600}, authorityId: 'E09000023'},
    'EH1 1YZ': {grid: {easting: 325_700, northing: 673_700}, authorityId: 'SCO'},
    'BT1 1AA': {grid: null, authorityId: 'NIR'},
  })
  const locations = await loadPostcodes(dynamodbGazetteer(client, table), asked)
  expect([...locations.keys()].toSorted()).toEqual(['CT1 2AA', 'EH1 1YZ', 'SE6 4RU', 'SE8 3PQ'])
})

test('the same file again writes nothing and says so', async () => {
  const table = await makeGazetteer(client)
  const file = fileOf(OLDER, ROWS)
  await load(file, table)
  await client.send(new DeleteCommand({TableName: table, Key: {pk: 'SE64RU'}}))
  const {stdout} = await load(file, table)
  expect(stdout).toMatch(
    /^This file was loaded on \d{4}-\d\d-\d\d\. Nothing was changed\.\n6 rows: 5 postcodes/,
  )
  expect(await stored(table, 'SE6 4RU')).toBeUndefined()
})

test('the directory of the next quarter moves what it moves and keeps the rest', async () => {
  const table = await makeGazetteer(client)
  await load(fileOf(OLDER, ROWS), table)
  await load(fileOf(NEWER, [row('SE6 4RU', 'E99999999,E09000023', '537611,173922')]), table)
  expect(await stored(table, 'SE6 4RU')).toMatchObject({grid: {easting: 537_611, northing: 173_922}})
  expect(await stored(table, 'CT1 2AA')).toMatchObject({authorityId: 'E10000016'})
})

test('a postcode that stands twice is taken as its later row has it', async () => {
  const table = await makeGazetteer(client)
  await load(fileOf(OLDER, [...ROWS, row('SE6 4RU', 'E99999999,E09000023', '1,2')]), table)
  expect(await stored(table, 'SE6 4RU')).toMatchObject({grid: {easting: 1, northing: 2}})
})

async function itemsIn(TableName: string): Promise<number> {
  let items = 0
  for await (const {Count = 0} of paginateScan({client}, {TableName, Select: 'COUNT'})) items += Count
  return items
}

const killed = async (child: ChildProcess) => {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

test('killed half-way, it goes on from where it ended and loads every postcode once', async () => {
  const table = await makeGazetteer(client)
  const target = {client, tableName: table}
  const file = fileOf(OLDER, manyRows(30_000))
  const id = await fingerprint(file)
  const child = spawn(process.execPath, command(file, table), {stdio: 'ignore'})
  await expect.poll(() => loadedSoFar(target, id), {timeout: 60_000, interval: 20}).not.toBeNull()
  await killed(child)
  const before = await loadedSoFar(target, id)
  expect(before?.rows).toBeGreaterThan(0)
  expect(before?.rows).toBeLessThan(30_000)
  // Were it to begin anew, it would bring this one back.
  await client.send(new DeleteCommand({TableName: table, Key: {pk: postcodeOf(0).replace(' ', '')}}))

  const {stdout, stderr} = await load(file, table)
  expect(stderr).toContain(`${before?.rows.toLocaleString('en-GB')} rows were loaded before`)
  expect(stdout).toContain('30,000 rows: 30,000 postcodes loaded, none left out.')
  expect(await stored(table, postcodeOf(0))).toBeUndefined()
  expect(await stored(table, postcodeOf(29_999))).toEqual({
    grid: {easting: 529_999, northing: 129_999},
    authorityId: 'E09000023',
  })
  // Every postcode but the one taken away, and the note of how far the file is loaded.
  expect(await itemsIn(table)).toBe(30_000)
}, 120_000)

test.each([
  [
    'a file that is no directory',
    () => fileOf('pcds,lat,long', ['SE6 4RU,51.4,0.0']),
    'no column for the county',
  ],
  ['a file that is not there', () => join(work, 'nowhere.csv'), 'no such file'],
])('%s is refused in words, and exit 1', async (_, file, words) => {
  const table = await makeGazetteer(client)
  await expect(load(file(), table)).rejects.toThrow(words)
})
