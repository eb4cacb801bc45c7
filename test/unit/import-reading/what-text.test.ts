import {describe, expect, test} from 'vitest'
import {everythingIn, file, lines, refusal, UASC} from './import-files.ts'

const ROW = '7,F,05/06/2009,05/06/2027'
const values = {CHILD: '7', SEX: 'F', DOB: '05/06/2009', DUC: '05/06/2027'}

async function rowsOf(content: string | Uint8Array, chunk?: number) {
  const {children} = await everythingIn([file('u.csv', content, chunk)])
  return children.flatMap(({tables}) => tables.UASC ?? [])
}

describe('Text is read', () => {
  test.each([
    ['with a byte order mark', `\uFEFF${lines(UASC, ROW)}`],
    ['with lines that end in CR LF', `${UASC}\r\n${ROW}\r\n`],
    ['with lines that end now in CR LF, now in LF', `${UASC}\r\n${ROW}\n`],
    ['without an end to its last line', `${UASC}\n${ROW}`],
    ['with quotation marks', `"CHILD","SEX","DOB","DUC"\n"7","F","05/06/2009","05/06/2027"\n`],
    ['with blank lines, which do not count', `\n${UASC}\n\n\r\n${ROW}\n\n`],
    ['in small letters and with spaces', lines(UASC, ' 7 ,f,\t05/06/2009,05/06/2027\u00A0')],
  ])('%s', async (_, content) => {
    expect(await rowsOf(content)).toEqual([{row: 1, values}])
  })

  test('with commas, line breaks and quotation marks in what is quoted', async () => {
    const [row] = await rowsOf(lines(UASC, '7,"a, ""b""\nc",,'))
    expect(row?.values).toEqual({CHILD: '7', SEX: 'A, "B"\nC', DOB: null, DUC: null})
  })

  test('wherever its letters beyond ASCII are cut in two', async () => {
    const [row] = await rowsOf(lines(UASC, '7,é€😀,,'), 1)
    expect(row?.values.SEX).toBe('É€😀')
  })
})

describe('A file is refused', () => {
  const inWindows1252 = Buffer.from(lines(UASC, '7,\u00e9,,'), 'latin1')
  const cutLetter = Buffer.from(`${lines(UASC, ROW)}é`).subarray(0, -1)
  test.each([
    ['in Windows-1252', inWindows1252, 'is not in UTF-8; save it as CSV in UTF-8'],
    ['cut off within a letter', cutLetter, 'is not in UTF-8; save it as CSV in UTF-8'],
    ['in UTF-16', Buffer.from(`\uFEFF${UASC}`, 'utf16le'), 'is in UTF-16; save it as CSV in UTF-8'],
    ['in UTF-16 without a mark', Buffer.from(UASC, 'utf16le'), 'is no text: it has control characters in it'],
    ['with a NUL', lines(UASC, '7,\0,,'), 'is no text: it has control characters in it'],
    [
      'with what parts values in our own files',
      lines(UASC, '7,\x1f,,'),
      'is no text: it has control characters in it',
    ],
    ['that is a PDF', '%PDF-1.7\n', 'is a PDF; save it as CSV'],
    [
      'that is an old spreadsheet',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'is a spreadsheet of the old kind (xls), or another Office file; save it as CSV',
    ],
    ['packed otherwise', Buffer.from('1f8b0800', 'hex'), 'is packed with gzip; send it as CSV or in a zip'],
  ])('%s', async (_, content, words) => {
    expect(await refusal(file('u.csv', content, 3))).toBe(`u.csv ${words}`)
  })

  test.each([
    ['that is never closed', lines(UASC, ROW, '8,"F,,', ROW, ROW), 3],
    ['in the middle of a value', lines(UASC, ROW, ROW, '8,F"F,,'), 4],
    ['after which a value goes on', lines(UASC, '8,"F"F,,'), 2],
    ['behind a value of two lines', lines(UASC, '8,"F\nF",,', '9,F"F,,'), 4],
  ])('with a quotation mark %s, and its line named', async (_, content, line) => {
    expect(await refusal(file('u.csv', content))).toBe(
      `u.csv has a quotation mark astray, or one without its other, in the row that begins on line ${line}`,
    )
  })
})
