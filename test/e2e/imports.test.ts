import {randomUUID} from 'node:crypto'
import {zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import type {Home} from '../../domain/matching/shortlist.ts'
import {keepHouseholdLists, loadHouseholdLists} from '../../functions/store/household-lists.ts'
import {loadSupply} from '../../functions/store/households.ts'
import {stageHousehold} from '../../functions/store/staged-households.ts'
import {recordsOf} from '../support/records-of.ts'
import {
  analystOf,
  EPISODES,
  ended,
  file,
  findings,
  HEADER,
  imported,
  requested,
  start,
  table,
  tokenOf,
} from './importing.ts'
import {ask, given, hearth} from './service.ts'

const as = await analystOf('E09000010')

const CHILD = 'LCS-1,F,02/06/2014,BAFR,UN3,0,'
const EPISODE = 'LCS-1,04/05/2025,S,C2,N1,U6,PR1,,,,SE6 4RU,SE23 3HN,SC040000'
const header = (...rows: readonly string[]) => table(HEADER, ...rows)
const episodes = (...rows: readonly string[]) => table(EPISODES, ...rows)
const both = (child = CHILD, episode = EPISODE) => [
  file('header.csv', header(child)),
  file('episodes.csv', episodes(episode)),
]

const HEADS =
  'REFERENCE,KIND,SCHEME,PROVIDER,AGENCY,APPROVED_FROM,APPROVED_UNTIL,PLACES,AGE_FROM,AGE_TO,SEXES,STAYS,POSTCODE,BEDROOMS,STATE,CHILDREN'
const row = 'FC-1,fostering,mainstream,in-house,,01/05/2024,,2,5,16,F M U,short-term,SE6 4RU,2,available,'
const list = (...rows: readonly string[]) => [file('households.csv', table(HEADS, ...rows))]

describe('an import', () => {
  it('may come with the request, and is loaded, exported and found unchanged when it comes again', async () => {
    const done = await imported(as, both())
    expect(done).toMatchObject({
      state: 'loaded',
      tables: [
        {table: 'Header', read: 1, loaded: 1},
        {table: 'Episodes', read: 1, loaded: 1},
      ],
      progress: {rowsRead: 2, secondsLeft: 0},
    })
    const exported = await ask('GET', '/v1/exports/ssda903?year=2026', {as})
    expect(exported.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(exported.text).toContain(EPISODE)
    expect((await imported(as, both())).tables).toMatchObject([
      {loaded: 0, unchanged: 1},
      {loaded: 0, unchanged: 1},
    ])
    const {items} = await given(200, 'GET', '/v1/imports?limit=2', {as})
    expect(items).toHaveLength(2)
    expect((await start(as, done)).status).toBe(409)
  })

  it('may be uploaded, as CSV or as a zip', async () => {
    const zip = zipSync({'return/header.csv': Buffer.from(header(CHILD))})
    const csv = Buffer.from(episodes(EPISODE))
    const contents: Record<string, Uint8Array<ArrayBuffer>> = {'return.zip': zip, 'episodes.csv': csv}
    const asked = await requested(
      as,
      Object.entries(contents).map(([name, {length}]) => ({name, bytes: length})),
    )
    expect(asked.state).toBe('waiting')
    for (const {name, url, headers} of asked.uploads)
      expect((await fetch(url, {method: 'PUT', headers, body: contents[name]!})).status).toBe(200)
    await start(as, asked)
    const done = await ended(as, asked)
    expect(done).toMatchObject({
      state: 'loaded',
      tables: [
        {table: 'Header', read: 1},
        {table: 'Episodes', read: 1},
      ],
    })
  })

  it('that was announced and never uploaded is refused in words', async () => {
    const asked = await requested(as, [{name: 'header.csv', bytes: 1_000}])
    await start(as, asked)
    expect(await ended(as, asked)).toMatchObject({
      state: 'refused',
      refused: [{file: 'header.csv', words: 'header.csv was not uploaded'}],
    })
  })

  it('records households, changes them, and audits both in the name of who asked', async () => {
    expect((await imported(as, list(row))).tables).toMatchObject([{table: 'Households', loaded: 1}])
    expect((await imported(as, list(row.replace(',2,5,', ',1,5,')))).tables).toMatchObject([{loaded: 1}])
    expect((await imported(as, list(row.replace(',2,5,', ',1,5,')))).tables).toMatchObject([{unchanged: 1}])
    const wrong = await imported(as, list(row.replace('FC-1', 'FC-2').replace('fostering', 'castle')))
    expect(wrong.tables).toMatchObject([{quarantined: 1}])
    expect(await findings(as, wrong)).toMatchObject([
      {rule: 'household', words: expect.stringMatching(/^KIND /)},
    ])
  })

  it('takes back what a worker who died had written of another household list', async () => {
    const authorityId = 'E09000011' as AuthorityId
    const [analyst, recruiter] = await Promise.all([
      tokenOf('analyst', authorityId),
      tokenOf('recruitment-officer', authorityId),
    ])
    await imported(analyst, list(row))
    const {items} = await given(200, 'GET', '/v1/households', {as: recruiter})
    const [{id: _, version: __, createdAt: ___, updatedAt: ____, ...facts}] = items
    const records = recordsOf(hearth)
    const [{household}] = (await loadSupply(records, authorityId)) as [Home]
    const lists = await loadHouseholdLists(records, authorityId)
    const number = lists!.value.begun + 1
    const now = new Date().toISOString()
    const half = {...household, id: randomUUID() as HouseholdId, reference: 'FC-2'}
    const died = await records.transact([
      keepHouseholdLists(authorityId, lists, {...lists!.value, begun: number}, now),
      ...stageHousehold(authorityId, null, half, number, now),
    ])
    expect(died.ok).toBe(true)

    expect((await given(200, 'GET', '/v1/households', {as: recruiter})).items).toHaveLength(1)
    await given(404, 'GET', `/v1/households/${half.id}`, {as: recruiter})
    const again = {as: recruiter, body: {...facts, reference: 'FC-2'}}
    await given(409, 'POST', '/v1/households', again)
    expect((await imported(analyst, list(row))).tables).toMatchObject([{unchanged: 1}])
    await given(201, 'POST', '/v1/households', again)
  })
})

describe('a file that cannot be read is refused with words, and nothing of the import is loaded', () => {
  const utf16 = Buffer.from(`\uFEFF${header(CHILD)}`, 'utf16le')
  const bomb = zipSync({'header.csv': Buffer.alloc(30_000_000, `${header()}${`${CHILD}\n`.repeat(1_000)}`)})
  it.each([
    ['in Latin-1', Buffer.from(header('LCS-é,F,02/06/2014,BAFR,UN3,0,'), 'latin1'), /UTF-8/],
    ['in UTF-16', utf16, /UTF-16/],
    [
      'with a column too many and one too few',
      table(HEADER.replace('SEX', 'GENDER')),
      /missing SEX; surplus GENDER/,
    ],
    ['that is no table', 'Dear colleague,\n\nplease find attached\n', /is not a table/],
    ['that is empty', '', /is empty/],
    ['with a quotation mark astray', header('"LCS-1,F,02/06/2014,BAFR,UN3,0,'), /quotation mark/],
    ['that is a zip bomb', bomb, /unpacked|times/],
    [
      'of another year',
      episodes(EPISODE.replace('2025', '2023').replace('PR1,,,', 'PR1,01/03/2025,E4A,')),
      /no episode of 2025\/26/,
    ],
    ['that is a PDF', Buffer.from('%PDF-1.7\n'), /is a PDF/],
  ])('%s', async (_, content, words) => {
    const done = await imported(as, [file('given.csv', content), file('uasc.csv', 'CHILD,SEX,DOB,DUC\n')])
    expect(done).toMatchObject({state: 'refused', tables: []})
    expect(done.refused.map(refused => refused.words)).toEqual([expect.stringMatching(words)])
    await given(200, 'GET', '/v1/sufficiency?asAt=2026-03-31', {as})
  })
})

describe('a row that cannot be believed is quarantined with words, and the others are loaded', () => {
  it.each([
    ['a birthday in 1904', both(CHILD.replace('2014', '1904')), '351 352'],
    ['an episode in 1904', both(CHILD, EPISODE.replace('2025', '1904')), '302 302'],
    [
      'days as a spreadsheet counts them',
      both(CHILD.replace('02/06/2014', '40331'), EPISODE.replace('04/05/2025', '45781')),
      '102 141',
    ],
    ['columns that were swapped under their headings', both('LCS-1,02/06/2014,F,BAFR,UN3,0,'), '101 102'],
    ['a child who stands twice', [file('header.csv', header(CHILD, CHILD))], 'INT32 INT32'],
    ['an episode of a child whom nobody knows', both(CHILD, EPISODE.replace('LCS-1', 'LCS-9')), 'INT03'],
    [
      'an episode of a year that is to come',
      [file('episodes.csv', episodes(EPISODE, EPISODE.replace('2025', '2027')))],
      '354',
    ],
    [
      'a row of 10,000 columns',
      [file('header.csv', header(CHILD, `LCS-2${',x'.repeat(9_999)}`))],
      'malformed',
    ],
    ['a row that names no child', both(CHILD, EPISODE.replace('LCS-1', '')), 'no-child'],
  ])('%s', async (_, files, rules) => {
    const mine = await analystOf('E09000020')
    const done = await imported(mine, files)
    expect(done.state).toBe('loaded')
    for (const {read, loaded, unchanged, quarantined} of done.tables)
      expect(read).toBe(loaded + unchanged + quarantined)
    const found = (await findings(mine, done)).filter(({severity}) => severity === 'E')
    expect(found.map(({rule}) => rule).toSorted()).toEqual(expect.arrayContaining(rules.split(' ')))
    for (const {words} of found) expect(words).toMatch(/^[A-Z].+\.$/)
  })

  it('a byte order mark, CR LF and quotes are no fault', async () => {
    const quoted = (csv: string) => `\uFEFF${csv.replaceAll(/[^,\n]+/g, '"$&"').replaceAll('\n', '\r\n')}`
    const mine = await analystOf('E09000021')
    const done = await imported(mine, [
      file('h.csv', quoted(header(CHILD))),
      file('e.csv', quoted(episodes(EPISODE))),
    ])
    expect(done.tables).toMatchObject([{loaded: 1}, {loaded: 1}])
    // Its postcodes are not in the sample's gazetteer.
    expect((await findings(mine, done)).map(({rule}) => rule)).toEqual(['392c'])
  })
})

describe('a request that asks too much is refused', () => {
  it.each([
    ['a body of 6 MB', {year: 2026, files: [file('header.csv', 'x'.repeat(6 * 1024 ** 2))]}, 413],
    ['a year before there was a return', {year: 1904, files: both()}, 422],
    ['no file', {year: 2026, files: []}, 422],
    ['two files of one name', {year: 2026, files: [...both(), ...both()]}, 422],
    ['a name that leads elsewhere', {year: 2026, files: [file('../header.csv', header())]}, 422],
    ['more than S3 takes', {year: 2026, files: [{name: 'header.csv', bytes: 6 * 1024 ** 3}]}, 422],
  ])('%s', async (_, body, status) => {
    expect((await ask('POST', '/v1/imports', {as, body})).status).toBe(status)
    await given(200, 'GET', '/v1/imports', {as})
  })
})
