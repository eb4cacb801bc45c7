import {describe, expect, test} from 'vitest'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import type {Item, Table} from '../../../functions/store/table.ts'
import {coreOf, type Imported, importing, returnOf, rowsOf} from '../../support/importing.ts'

const sumsOf = ({tables}: Imported) =>
  tables.reduce((sum, {read, loaded, unchanged, quarantined, withdrawn}) => {
    expect(read).toBe(loaded + unchanged + quarantined)
    return {
      loaded: sum.loaded + loaded,
      unchanged: sum.unchanged + unchanged,
      quarantined: sum.quarantined + quarantined,
      withdrawn: sum.withdrawn + withdrawn,
    }
  }, NOTHING)
const NOTHING = {loaded: 0, unchanged: 0, quarantined: 0, withdrawn: 0}

/** A table, and what is put into it. */
function watched(): {table: Table; put: Item[]} {
  const table = memoryTable()
  const put: Item[] = []
  return {
    put,
    table: {
      ...table,
      transact: writes => {
        put.push(...writes.flatMap(write => write.put ?? []))
        return table.transact(writes)
      },
      putUnseen: items => {
        put.push(
          ...items.map(item => ({...item, bytes: item['bytes'] && new Uint8Array(item['bytes'] as Buffer)})),
        )
        return table.putUnseen(items)
      },
    },
  }
}

/** The return of 2026 with the last episode that is still open ended, and one child's row wrong. */
function corrected() {
  const {'header.csv': header, 'episodes.csv': episodes} = coreOf(2026)
  const row = episodes!.split('\n').findLast(line => /,U6,[^,]+,,,,/.test(line))!
  const cells = row.split(',')
  const ended = [...cells.slice(0, 7), '30/03/2026', 'E4A', ...cells.slice(9)].join(',')
  return {files: {'header.csv': header!, 'episodes.csv': episodes!.replace(row, ended)}, row, ended}
}

describe('a return that is imported', () => {
  test.each([2023, 2024, 2025, 2026])(
    'of %i is loaded row by row, and written back as it came',
    async year => {
      const at = importing()
      const files = returnOf(year)
      const done = await at.load(year, files)
      expect(done.state).toBe('loaded')
      expect(done.tables.map(({file, read}) => [file, read])).toEqual(
        Object.entries(files).map(([file, text]) => [file, rowsOf(text).length]),
      )
      expect(sumsOf(done)).toMatchObject({unchanged: 0, quarantined: 0, withdrawn: 0})
      expect(done.progress).toMatchObject({
        rowsRead: sumsOf(done).loaded,
        rowsDecided: sumsOf(done).loaded,
        secondsLeft: 0,
      })
      const written = await at.exported(year)
      expect(rowsOf(written).toSorted()).toEqual(rowsOf(files['episodes.csv']!).toSorted())
    },
  )

  test('changes nothing when it comes again: only the import itself is written', async () => {
    const {table, put} = watched()
    const at = importing({table})
    const files = returnOf(2026)
    const first = await at.load(2026, files)
    const before = await at.seen('2026-03-31', 2026)
    const {id} = await at.request(2026, files)
    put.length = 0
    await at.work(id)
    expect(new Set(put.map(({type}) => type))).toEqual(new Set(['import', 'returns-held', 'event']))
    const again = await at.look(id)
    expect(sumsOf(again)).toEqual({...NOTHING, unchanged: sumsOf(first).loaded})
    expect(await at.seen('2026-03-31', 2026)).toBe(before)
  })

  test('is the same import whichever order its rows and columns stand in', async () => {
    const at = importing()
    await at.load(2026, coreOf(2026))
    const turned = (csv: string) => {
      const [heads, ...rows] = csv.trimEnd().split('\n')
      return [heads, ...rows.toReversed()].map(line => line!.split(',').toReversed().join(',')).join('\r\n')
    }
    const files = Object.fromEntries(Object.entries(coreOf(2026)).map(([name, csv]) => [name, turned(csv)]))
    expect(sumsOf(await at.load(2026, files))).toMatchObject({loaded: 0, withdrawn: 0})
  })

  test('changes what it corrects when it comes corrected, and what was before stays on record', async () => {
    const {table, put} = watched()
    const at = importing({table})
    await at.load(2026, coreOf(2026))
    const first = put.filter(({type}) => type === 'returns-bundle')
    const {files, row, ended} = corrected()
    const done = await at.load(2026, files)
    expect(done.tables).toMatchObject([
      {table: 'Header', loaded: 0, withdrawn: 0},
      {table: 'Episodes', loaded: 1, withdrawn: 1},
    ])
    const written = rowsOf(await at.exported(2026))
    expect(written).toContain(ended)
    expect(written).not.toContain(row)
    for (const item of first) expect(await table.get({pk: item.pk, sk: item.sk})).toMatchObject(item)
    expect(sumsOf(await at.load(2026, coreOf(2026)))).toMatchObject({loaded: 1, withdrawn: 1})
    expect(rowsOf(await at.exported(2026))).toContain(row)
  })

  test('says nothing of a child, and takes nothing of theirs away', async () => {
    const at = importing()
    const {'header.csv': header, 'episodes.csv': episodes} = coreOf(2026)
    await at.load(2026, coreOf(2026))
    const before = await at.exported(2026)
    const [heads, one] = episodes!.split('\n')
    expect(sumsOf(await at.load(2026, {'episodes.csv': `${heads}\n${one}\n`}))).toMatchObject({
      loaded: 0,
      withdrawn: 0,
    })
    expect(sumsOf(await at.load(2026, {'header.csv': header!}))).toMatchObject({loaded: 0, withdrawn: 0})
    expect(await at.exported(2026)).toBe(before)
  })

  test('of two years is one history, whichever comes first', async () => {
    const [forwards, backwards] = [importing(), importing()]
    for (const year of [2025, 2026]) await forwards.load(year, returnOf(year))
    for (const year of [2026, 2025]) await backwards.load(year, returnOf(year))
    const seen = await forwards.seen('2026-03-31', 2025, 2026)
    expect(await backwards.seen('2026-03-31', 2025, 2026)).toBe(seen)
    expect(seen).toContain('"numerator":21')
  })

  test('of a year that is not over covers it up to the day of the import', async () => {
    const at = importing()
    const done = await at.load(2027, coreOf(2027))
    expect(sumsOf(done)).toMatchObject({quarantined: 0})
    const {'header.csv': header, 'episodes.csv': episodes} = coreOf(2027)
    const [heads, row] = episodes!.split('\n')
    const cells = row!.split(',')
    const tomorrow = [...cells.slice(0, 7), '24/11/2026', 'E4A', '', ...cells.slice(10)].join(',')
    const {id, tables} = await at.load(2027, {
      'header.csv': header!,
      'episodes.csv': `${heads}\n${tomorrow}\n`,
    })
    expect(tables[1]).toMatchObject({read: 1, quarantined: 1})
    expect((await at.findings(id)).filter(({severity}) => severity === 'E').map(({rule}) => rule)).toContain(
      '385',
    )
  })

  test('of a year that nobody knows yet is checked by the nearest, and says so', async () => {
    const at = importing()
    const done = await at.load(2030, {'header.csv': coreOf(2026)['header.csv']!})
    expect(done.notes).toEqual(['No code lists of 2030 are known: those of the nearest year were used.'])
    expect((await at.load(2026, coreOf(2026))).notes).toEqual([])
  })

  test('of one authority is seen by no other', async () => {
    const at = importing()
    const {id} = await at.load(2026, returnOf(2026))
    const other = 'E09000028'
    for (const [route, call] of [
      ['getImport', {params: {importId: id}}],
      ['listFindings', {params: {importId: id}}],
      ['startImport', {params: {importId: id}, body: {}}],
    ] as const)
      expect((await at.ask(route, call, other)).status).toBe(404)
    expect(await at.given('listImports', {}, other)).toEqual({items: [], next: null})
    expect(rowsOf(await at.exported(2026, other))).toEqual([])
    const {indicators} = await at.given<{indicators: {numerator: number}[]}>(
      'getSufficiency',
      {query: {asAt: '2026-03-31'}},
      other,
    )
    expect(indicators.filter(({numerator}) => numerator !== 0)).toEqual([])
    const theirs = await at.load(2026, coreOf(2026), other)
    expect(sumsOf(theirs)).toMatchObject({unchanged: 0})
  })
})

describe('an import that cannot be read', () => {
  test('is refused with a sentence for each file, and loads nothing of the others', async () => {
    const at = importing()
    const done = await at.load(2026, {...coreOf(2026), 'notes.csv': 'Dear all\n', 'empty.csv': ''})
    expect(done).toMatchObject({state: 'refused', tables: []})
    expect(done.refused.map(({words}) => words.split(' ')[0])).toEqual(['notes.csv', 'empty.csv'])
    expect(rowsOf(await at.exported(2026))).toEqual([])
    expect(await at.findings(done.id)).toEqual([])
    expect((await at.ask('startImport', {params: {importId: done.id}, body: {}})).status).toBe(409)
  })

  test.each([2024, 2030])('is one of another year, given as that of %i', async year => {
    const at = importing()
    const heads = coreOf(2026)['episodes.csv']!.split('\n')[0]
    const episode = 'LCS-1,04/05/2025,S,C2,N1,U6,PR1,30/09/2025,E4A,,SE6 4RU,SE23 3HN,SC040000'
    const done = await at.load(year, {'episodes.csv': `${heads}\n${episode}\n`})
    const words = `episodes.csv has no episode of ${year - 1}/${year % 100}: it is the return of another year`
    expect(done).toMatchObject({state: 'refused', refused: [{file: 'episodes.csv', words}]})
    expect(await at.findings(done.id)).toEqual([])
  })

  test('names the file that was announced and never came', async () => {
    const at = importing()
    const body = {year: 2026, files: [{name: 'header.csv', bytes: 1000}]}
    const {id, state, uploads} = await at.given<Imported & {uploads: object[]}>('requestImport', {body})
    expect(state).toBe('waiting')
    expect(uploads).toMatchObject([{name: 'header.csv', method: 'PUT'}])
    await at.work(id)
    expect((await at.look(id)).state).toBe('waiting')
    expect((await at.ask('listFindings', {params: {importId: id}})).status).toBe(409)
    await at.given('startImport', {params: {importId: id}, body: {}})
    await at.work(id)
    expect(await at.look(id)).toMatchObject({
      state: 'refused',
      refused: [{file: 'header.csv', words: 'header.csv was not uploaded'}],
    })
  })
})
