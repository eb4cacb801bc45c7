import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {columnsOf, readDirectory, upperTier} from '../../../tools/gazetteer/directory.ts'

const work = mkdtempSync(join(tmpdir(), 'hearth-directory-'))
afterAll(() => rmSync(work, {recursive: true}))

let files = 0
async function rowsOf(text: string, size = 100) {
  const file = join(work, `${files++}.csv`)
  writeFileSync(file, text)
  const groups = await Array.fromAsync(readDirectory(file, size))
  return groups.map(({rows}) => rows).filter(rows => rows.length > 0)
}

const OLDER = 'pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,oseast1m,osnrth1m,ctry'
const NEWER = 'pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd,east1m,north1m,ctry25cd'
const CATFORD = 'SE6 4RU,SE6  4RU,SE6 4RU,198001,,E99999999,E09000023,537600,173900,E92000001'
const catford = {pk: 'SE64RU', easting: 537_600, northing: 173_900, authorityId: 'E09000023'}

test.each([
  ['the older names', OLDER],
  ['names with the year in them', NEWER],
  ['names in capitals', OLDER.toUpperCase()],
])('a directory is read under %s', async (_, header) => {
  expect(await rowsOf(`${header}\n${CATFORD}\n`)).toEqual([[catford]])
})

test('quotes, a byte order mark, Windows line ends, blank lines and no line end at the end change nothing', async () => {
  const quoted = (line: string) =>
    line
      .split(',')
      .map(cell => `"${cell}"`)
      .join()
  expect(await rowsOf(`\uFEFF${quoted(NEWER)}\r\n\r\n${quoted(CATFORD)}`)).toEqual([[catford]])
})

test('all columns that are missing are named at once', () => {
  expect(() => columnsOf(['pcds', 'oslaua', 'lat', 'long'])).toThrow(
    'no column for the county (oscty or cty25cd), the easting (oseast1m or east1m), the northing (osnrth1m or north1m).',
  )
})

test('an empty file is no directory', async () => {
  await expect(rowsOf('')).rejects.toThrow('no column for the postcode (pcds or pcd)')
})

test.each([
  ['a county where there is one', 'E10000016', 'E07000106', 'E10000016'],
  ['a London borough', 'E99999999', 'E09000023', 'E09000023'],
  ['a unitary authority', 'E99999999', 'E06000035', 'E06000035'],
  ['a metropolitan district, not the county that has no council', 'E11000005', 'E08000025', 'E08000025'],
  ['Scotland', 'S99999999', 'S12000036', 'SCO'],
  ['Wales', 'W99999999', 'W06000015', 'WAL'],
  ['Northern Ireland', 'N99999999', 'N09000003', 'NIR'],
  ['no authority, where a district stands without its county', 'E99999999', 'E07000106', null],
  ['no authority, where no code is given', '', '', null],
])('the upper tier is %s', (_, county, district, authority) => {
  expect(upperTier(county, district)).toBe(authority)
})

test('a terminated postcode is read like any other', async () => {
  const terminated = CATFORD.replace('198001,,', '198001,199606,')
  expect(await rowsOf(`${OLDER}\n${terminated}\n`)).toEqual([[catford]])
})

test('Belfast is in Northern Ireland, and not where the Irish grid would put it on the National Grid', async () => {
  const belfast = 'BT1 1AA,BT1  1AA,BT1 1AA,198001,,N99999999,N09000003,333700,374400,N92000002'
  expect(await rowsOf(`${OLDER}\n${belfast}\n`)).toEqual([[{pk: 'BT11AA', authorityId: 'NIR'}]])
})

test('each row that gives no place says why', async () => {
  const rows = [
    'JE2 3AB,JE2  3AB,JE2 3AB,198001,,L99999999,L99999999,,,L93000001',
    'IM1 1AA,IM1  1AA,IM1 1AA,198001,,M99999999,M99999999,,,M83000003',
    'BX1 1AA,BX1  1AA,BX1 1AA,198001,,E99999999,E06000060,,,E92000001',
    ',,,198001,,E99999999,E09000023,537600,173900,E92000001',
  ]
  expect(await rowsOf(`${OLDER}\n${rows.join('\n')}\n`)).toEqual([
    ['crownDependency', 'crownDependency', 'noGridReference', 'notAPostcode'],
  ])
})

test('rows come in groups of the size that was asked, and none is lost at the end', async () => {
  const groups = await rowsOf(`${OLDER}\n${`${CATFORD}\n`.repeat(7)}`, 3)
  expect(groups.map(rows => rows.length)).toEqual([3, 3, 1])
})

test.each([
  ['a line that was cut off', `${CATFORD}\nSE6 4RU,SE6`, /on line 3/],
  ['a line with a cell too many', `${CATFORD},more\n`, /on line 2/],
  ['a quote that is never closed', `"${CATFORD}\n${CATFORD}\n`, /Quote Not Closed/],
])('%s is a damaged file, and the words say where', async (_, rows, words) => {
  await expect(rowsOf(`${OLDER}\n${rows}`)).rejects.toThrow(words)
})
