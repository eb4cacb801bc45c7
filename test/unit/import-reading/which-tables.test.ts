import {describe, expect, test} from 'vitest'
import {EPISODES, everythingIn, file, HEADER, lines, refusal, refusals, UASC} from './import-files.ts'

const ROW = '1,M,01/02/2010,WBRI,A123456789012,,'

describe('A file is recognised as a table', () => {
  test('by its columns, whatever its name', async () => {
    const {files} = await everythingIn([file('data (2).txt', lines(HEADER, ROW))])
    expect(files).toEqual([{file: 'data (2).txt', table: 'Header', rows: 1}])
  })

  test('with its columns in another order, in small letters and with spaces', async () => {
    const {children} = await everythingIn([
      file('h.csv', lines(' duc, Child ,SEX,dob', '05/06/2027,7,F,05/06/2009')),
    ])
    expect(children).toEqual([
      {
        child: '7',
        tables: {UASC: [{row: 1, values: {CHILD: '7', SEX: 'F', DOB: '05/06/2009', DUC: '05/06/2027'}}]},
        malformed: [],
      },
    ])
  })

  test('when it has headings and nothing else', async () => {
    const {files, children} = await everythingIn([file('h.csv', HEADER)])
    expect(files).toEqual([{file: 'h.csv', table: 'Header', rows: 0}])
    expect(children).toEqual([])
  })
})

describe('A file is refused with the difference named', () => {
  test('when a column is missing and another is too many', async () => {
    const headings = EPISODES.replace(',URN', ',REGION')
    expect(await refusals([file('episodes.csv', lines(headings))])).toEqual([
      {
        file: 'episodes.csv',
        words:
          'episodes.csv is not a table that Hearth reads: nearest is Episodes; missing URN; surplus REGION',
      },
    ])
  })

  test('when it has the columns that are derived, as returns once had', async () => {
    expect(await refusal(file('e.csv', lines(`${EPISODES},PL_LA,PL_LOCATION,PL_DISTANCE`)))).toBe(
      'e.csv is not a table that Hearth reads: nearest is Episodes; surplus PL_LA, PL_LOCATION, PL_DISTANCE',
    )
  })

  test('when a column stands there twice', async () => {
    expect(await refusal(file('u.csv', lines(`${UASC},dob`)))).toBe(
      'u.csv is not a table that Hearth reads: nearest is UASC; more than once DOB',
    )
  })

  test('when a column has no heading', async () => {
    expect(await refusal(file('u.csv', lines(`${UASC},`)))).toBe(
      'u.csv is not a table that Hearth reads: nearest is UASC; surplus (a column without a heading)',
    )
  })

  test('when it has ten thousand columns, of which some are named', async () => {
    const words = await refusal(
      file(
        'u.csv',
        lines(UASC + ',MORE'.repeat(1) + Array.from({length: 9_995}, (_, n) => `,M${n}`).join('')),
      ),
    )
    expect(words).toMatch(/nearest is UASC; surplus MORE, M0, .*, M18 and 9976 more$/)
  })

  test('without a word of its first line when that is no headings but a child', async () => {
    const words = await refusal(file('h.csv', lines(ROW, ROW)))
    expect(words).toBe(
      'h.csv is not a table that Hearth reads: none of the headings of any table stands in its first line',
    )
  })

  test('when it is a second one of the same table', async () => {
    expect(await refusals([file('a.csv', lines(HEADER)), file('b.csv', lines(HEADER))])).toEqual([
      {file: 'b.csv', words: 'b.csv is a second Header table beside a.csv'},
    ])
  })

  test.each(['', '\n\r\n\n', '\uFEFF'])('when there is nothing in it: %j', async content => {
    expect(await refusal(file('h.csv', content))).toBe('h.csv is empty')
  })
})

test('Every file that is refused is named, not the first alone', async () => {
  const refused = await refusals([
    file('a.csv', ''),
    file('b.csv', lines(HEADER, ROW)),
    file('c.csv', lines('CHILD,COLOUR')),
    file('d.csv', '%PDF-1.7'),
  ])
  expect(refused.map(each => each.file)).toEqual(['a.csv', 'c.csv', 'd.csv'])
})

test('An import without files holds nothing', async () => {
  expect(await everythingIn([])).toEqual({files: [], children: [], households: []})
})
