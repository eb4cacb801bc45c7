import fc from 'fast-check'
import {expect, test} from 'vitest'
import {OWN_TABLES} from '../../../domain/ssda903/own-tables.ts'
import {TABLES} from '../../../domain/ssda903/tables.ts'
import {everythingIn, file} from '../../unit/import-reading/import-files.ts'

const COLUMNS = {...TABLES, ...OWN_TABLES}
type Table = keyof typeof COLUMNS

/** Texts that a CSV file has to quote, beside codes, blanks and any letters. */
const value = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'U1',
    ' pr1 ',
    '01/04/2025',
    '"',
    ',',
    '\n',
    '\r\n',
    'a "b", c',
    '\u00e9\u{1f600}',
    '!3',
  ),
  fc.string({unit: 'grapheme', maxLength: 8}),
)
const child = fc.oneof(
  {weight: 5, arbitrary: fc.constantFrom('1', '2', '3', '4a', '')},
  {weight: 1, arbitrary: value},
)

const row = (width: number) =>
  fc
    .tuple(child, fc.array(value, {minLength: width - 1, maxLength: width - 1}))
    .map(([first, rest]) => [first, ...rest])

/** A table with its columns in any order, some of its rows too short or too long. */
const table = (name: Table) => {
  const columns: readonly string[] = COLUMNS[name]
  return fc.record({
    name: fc.constant(name),
    order: fc.shuffledSubarray(
      columns.map((_, n) => n),
      {minLength: columns.length},
    ),
    rows: fc.array(
      fc.oneof(
        {weight: 9, arbitrary: row(columns.length)},
        {weight: 1, arbitrary: row(columns.length + 1)},
        {weight: 1, arbitrary: row(columns.length - 1)},
      ),
      {maxLength: 30},
    ),
    chunk: fc.integer({min: 1, max: 200}),
    end: fc.constantFrom('\n', '\r\n'),
  })
}
const tables = fc.subarray(Object.keys(COLUMNS) as Table[]).chain(names => fc.tuple(...names.map(table)))

interface Made {
  readonly name: Table
  readonly order: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly chunk: number
  readonly end: string
}

const isWhole = ({name, rows}: Made, n: number) => rows[n]!.length === COLUMNS[name].length
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

function asFile(made: Made) {
  const inOrder = (cells: readonly string[]) => made.order.map(at => cells[at]!)
  const rows = made.rows.map((cells, n) => (isWhole(made, n) ? inOrder(cells) : cells))
  const all = [inOrder(COLUMNS[made.name]), ...rows]
  return file(made.name, all.map(cells => cells.map(quoted).join(',') + made.end).join(''), made.chunk)
}

/** What a row is read as, by a path of its own: table, number and values; the child is among the values. */
const asRead = (made: Made) =>
  made.rows.map((cells, n) => {
    if (!isWhole(made, n)) return `${made.name} ${n + 1} malformed ${cells.join(',')}`
    const texts = cells.map(text => (made.name === 'Households' ? text.trim() : text.trim().toUpperCase()))
    const values = texts.map((text, at) => [COLUMNS[made.name][at], text === '' ? null : text])
    return `${made.name} ${n + 1} ${JSON.stringify(values)}`
  })

const read = (name: string, {row: n, values}: {row: number; values: object}) =>
  `${name} ${n} ${JSON.stringify(Object.entries(values))}`

const limits = fc.constantFrom({}, {memory: 1, piece: 1}, {memory: 300, piece: 100})

test('Every row of every table is read once, with its child, whatever its order, its chunks and the memory', async () => {
  await fc.assert(
    fc.asyncProperty(tables, limits, async (made, bounds) => {
      const {files, children, households} = await everythingIn(made.map(asFile), bounds)
      expect(new Set(children.map(each => each.child)).size).toBe(children.length)
      for (const each of children)
        for (const {values} of [...Object.values(each.tables).flat(), ...(each.costs ?? [])])
          expect((values as Record<string, string | null>)['CHILD']).toBe(each.child)
      const found = [
        ...children.flatMap(({tables: of, costs, malformed}) => [
          ...Object.entries(of).flatMap(([name, rows]) => rows.map(each => read(name, each))),
          ...(costs ?? []).map(each => read('Costs', each)),
          ...malformed.map(each => `${each.table} ${each.row} malformed ${each.text}`),
        ]),
        ...households.map(each => read('Households', each)),
      ]
      expect(found.toSorted()).toEqual(made.flatMap(asRead).toSorted())
      expect(files.map(({table: name, rows}) => [name, rows])).toEqual(
        made.map(({name, rows}) => [name, rows.length]),
      )
    }),
  )
})
