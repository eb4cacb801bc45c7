import {describe, expect, test} from 'vitest'
import {gather} from '../../../functions/imports/reading/gather.ts'
import {
  EPISODES,
  emptyFolder,
  everythingIn,
  file,
  HEADER,
  HOUSEHOLDS,
  lines,
  refusal,
  UASC,
} from './import-files.ts'

const uasc = (child: string, sex: string) => `${child},${sex},,`
const COSTS = 'CHILD,PROVIDER,WEEKLY_PENCE,FROM,TO'

describe('A child has all its rows', () => {
  test('however far apart they stand, in the order of the file', async () => {
    const {children} = await everythingIn([
      file(
        'u.csv',
        lines(UASC, uasc('1', 'A'), uasc('2', 'B'), uasc('1', 'C'), uasc('3', 'D'), uasc('1', 'E')),
      ),
    ])
    expect(
      children.map(({child, tables}) => [child, tables.UASC?.map(({row, values}) => [row, values.SEX])]),
    ).toEqual([
      [
        '1',
        [
          [1, 'A'],
          [3, 'C'],
          [5, 'E'],
        ],
      ],
      ['2', [[2, 'B']]],
      ['3', [[4, 'D']]],
    ])
  })

  test('of every table, and of costs; a table without a row about the child is empty', async () => {
    const {children} = await everythingIn([
      file('u.csv', lines(UASC, uasc('1', 'F'))),
      file('h.csv', lines(HEADER, ' 1 ,F,,,,,', '2,M,,,,,')),
      file('c.csv', lines(COSTS, '1,pr1,68000,01/04/2025,')),
    ])
    expect(children).toMatchObject([
      {
        child: '1',
        tables: {UASC: [{row: 1}], Header: [{row: 1}]},
        costs: [
          {
            row: 1,
            values: {CHILD: '1', PROVIDER: 'PR1', WEEKLY_PENCE: '68000', FROM: '01/04/2025', TO: null},
          },
        ],
      },
      {child: '2', tables: {UASC: [], Header: [{row: 2}]}, costs: []},
    ])
    expect(children[0]?.tables.Episodes).toBeUndefined()
  })

  test('and rows that name no child stand together', async () => {
    const {children} = await everythingIn([
      file('u.csv', lines(UASC, uasc('', 'A'), uasc('1', 'B'), uasc('  ', 'C'), ',,,')),
      file('h.csv', lines(HEADER, ',,,,,,')),
    ])
    expect(children.map(({child, tables}) => [child, tables.UASC?.length, tables.Header?.length])).toEqual([
      [null, 3, 1],
      ['1', 1, 0],
    ])
  })
})

describe('A row that is not as wide as its headings is kept for quarantine', () => {
  test('with its table, its row and what stands in it', async () => {
    const {files, children} = await everythingIn([
      file('u.csv', lines(UASC, uasc('1', 'A'), '2,f,05/06/2009', '3,F,05/06/2009,,', uasc('4', 'B'))),
    ])
    expect(files[0]?.rows).toBe(4)
    expect(children.map(({child}) => child)).toEqual([null, '1', '4'])
    expect(children[0]).toEqual({
      child: null,
      tables: {UASC: []},
      malformed: [
        {table: 'UASC', row: 2, words: 'has 3 values where the table has 4 columns', text: '2,f,05/06/2009'},
        {
          table: 'UASC',
          row: 3,
          words: 'has 5 values where the table has 4 columns',
          text: '3,F,05/06/2009,,',
        },
      ],
    })
  })

  test('also with ten thousand values, of which the first are shown', async () => {
    const {children} = await everythingIn([file('u.csv', lines(UASC, ','.repeat(9_999), uasc('1', 'A')))])
    expect(children[0]?.malformed).toMatchObject([
      {row: 1, words: 'has 10,000 values where the table has 4 columns', text: `${','.repeat(1_000)}…`},
    ])
    expect(children[1]?.child).toBe('1')
  })

  test('in the household list too', async () => {
    const {children, households} = await everythingIn([file('l.csv', lines(HOUSEHOLDS, 'H-1,fostering'))])
    expect(children[0]?.malformed).toMatchObject([{table: 'Households', row: 1, text: 'H-1,fostering'}])
    expect(households).toEqual([])
  })
})

test('The household list keeps its capitals and small letters', async () => {
  const {children, households} = await everythingIn([
    file(
      'l.csv',
      lines(
        HOUSEHOLDS,
        'h-1, fostering ,mainstream,in-house,,01/04/2020,,2,0,17,female male,short,se6 4ru,2,available,',
      ),
    ),
  ])
  expect(children).toEqual([])
  expect(households).toMatchObject([
    {
      row: 1,
      values: {REFERENCE: 'h-1', KIND: 'fostering', AGENCY: null, SEXES: 'female male', POSTCODE: 'se6 4ru'},
    },
  ])
})

test('A UPN that two rows of the Header have is known, but none of those that say why there is none', async () => {
  const header = (child: number, upn: string) => `${child},M,,,${upn},,`
  const folder = await emptyFolder()
  const gathered = await gather(
    [
      file(
        'h.csv',
        lines(
          HEADER,
          header(1, 'A1'),
          header(2, 'b2'),
          header(3, 'B2 '),
          header(4, 'UN3'),
          header(5, 'UN3'),
          header(6, ''),
          header(7, ''),
          'C3,,,,C3',
          header(8, 'C3'),
        ),
      ),
    ],
    {folder},
  )
  if (!gathered.ok) throw new Error('refused')
  const {upnTwice, dispose} = gathered.value
  expect(['A1', 'B2', 'C3', 'UN3', '', 'Z9'].filter(upnTwice)).toEqual(['B2'])
  await dispose()
})

describe('A file is refused that has too much', () => {
  test.each([
    ['bytes', {file: 100}, 'is larger than 0.1 kB'],
    ['rows', {rows: 4}, 'has too many rows: an import may have 4'],
    ['columns', {columns: 12}, 'has a row of more than 12 columns, which begins on line 1'],
    [
      'in one row',
      {record: 50},
      'has a row longer than 0.05 kB, which begins on line 1; perhaps a quotation mark is not closed',
    ],
    [
      'for one child',
      {child: 60},
      'has more than 0.06 kB of rows for one child or household, or of rows that name none',
    ],
    ['for the disk', {memory: 10, temporary: 60}, 'needs more than 0.06 kB for temporary files'],
  ])('%s', async (_, limits, words) => {
    const content = lines(EPISODES, ...Array.from({length: 5}, () => '1,01/04/2025,S,C2,N1,U1,PR1,,,,,,'))
    expect(await refusal(file('e.csv', content), limits)).toBe(`e.csv ${words}`)
  })

  test('in a row of nothing but commas, long before its end', async () => {
    let sent = 0
    const endless = {
      name: 'u.csv',
      async *open() {
        yield Buffer.from(lines(UASC))
        for (;;) {
          sent += 100_000
          yield Buffer.alloc(100_000, ',')
        }
      },
    }
    expect(await refusal(endless)).toBe(
      'u.csv has a row longer than 100 kB, which begins on line 2; perhaps a quotation mark is not closed',
    )
    expect(sent).toBeLessThan(1_000_000)
  })
})
