import {Zip, ZipDeflate, type ZipPassThrough, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {everythingIn, file, HEADER, lines, refusal, refusals, UASC} from './import-files.ts'

const text = (content: string) => new TextEncoder().encode(content)
const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])))

const uasc = lines(UASC, '1,F,,', '2,M,,')
const header = lines(HEADER, '2,M,,,,,', '3,F,,,,,')

/** As macOS and others write it: the sizes stand behind each file and not before it. */
function streamedZip(
  Kind: typeof ZipDeflate | typeof ZipPassThrough,
  files: Readonly<Record<string, string>>,
): Uint8Array {
  const chunks: Uint8Array[] = []
  const writer = new Zip((_, chunk) => chunks.push(chunk))
  for (const [name, content] of Object.entries(files)) {
    const entry = new Kind(name)
    writer.add(entry)
    entry.push(text(content), true)
  }
  writer.end()
  return Buffer.concat(chunks)
}

const files = {'uasc.csv': uasc, 'tables/header.csv': header}
const read = [
  {file: 'return/uasc.csv', table: 'UASC', rows: 2},
  {file: 'return/tables/header.csv', table: 'Header', rows: 2},
]

describe('The tables in a zip are read as files of their own', () => {
  test.each([
    ['whatever the zip is called', zip(files), 1_000],
    ['however its bytes come', zip(files), 1],
    [
      'packed or not',
      zipSync({'uasc.csv': text(uasc), 'tables/header.csv': text(header)}, {level: 0}),
      1_000,
    ],
    ['with the sizes behind them', streamedZip(ZipDeflate, files), 7],
  ])('%s', async (_, content, chunk) => {
    const found = await everythingIn([file('return', content, chunk)])
    expect(found.files).toEqual(read)
    expect(found.children.map(({child}) => child)).toEqual(['1', '2', '3'])
  })

  test('but not folders, and not what macOS adds', async () => {
    const content = zip({'a/': '', '__MACOSX/a/._uasc.csv': '\0\0', 'a/.DS_Store': '\0', 'a/uasc.csv': uasc})
    const found = await everythingIn([file('r.zip', content)])
    expect(found.files.map(each => each.file)).toEqual(['r.zip/a/uasc.csv'])
  })

  test('with names that would lead out of the folder, for those are never paths', async () => {
    const found = await everythingIn([file('r.zip', zip({'../../etc/uasc.csv': uasc}))])
    expect(found.files[0]?.file).toBe('r.zip/../../etc/uasc.csv')
  })

  test('and each that cannot be read is named, beside those outside it', async () => {
    const content = zip({
      'a.csv': uasc,
      'b.csv': uasc,
      'c.csv': '',
      'd.pdf': '%PDF-1.7',
      'e.zip': zip({a: uasc}),
    })
    const refused = await refusals([file('r.zip', content), file('u.csv', uasc)])
    expect(refused.map(({words}) => words)).toEqual([
      'r.zip/b.csv is a second UASC table beside r.zip/a.csv',
      'r.zip/c.csv is empty',
      'r.zip/d.pdf is a PDF; save it as CSV',
      'r.zip/e.zip is a zip within a zip, or a spreadsheet; put it there as CSV',
      'u.csv is a second UASC table beside r.zip/a.csv',
    ])
  })
})

describe('A zip is refused', () => {
  const large = lines(UASC, ...Array.from({length: 3_000}, (_, n) => `${n},${(n * 7919) % 97},,`))
  const packed = Buffer.from(zip({'uasc.csv': large}))
  const changed = (at: number, to: number) => {
    const bytes = Buffer.from(packed)
    bytes[at] = to
    return bytes
  }
  const otherLetter = Buffer.from(zipSync({'uasc.csv': text(uasc)}, {level: 0}))
  otherLetter.write('M', otherLetter.indexOf('1,F') + 2)
  const isDamaged = 'is a zip that is damaged or cut short'
  test.each([
    [
      'that is a spreadsheet',
      zip({'[Content_Types].xml': '<Types/>', 'xl/workbook.xml': ''}),
      'is a spreadsheet, or another Office file; save it as CSV',
    ],
    [
      'that is an open spreadsheet',
      zip({mimetype: 'application/vnd.oasis.opendocument.spreadsheet'}),
      'is a spreadsheet, or another Office file; save it as CSV',
    ],
    ['that is empty', zip({}), 'is a zip without a file in it'],
    ['with a password', changed(6, 1), 'is encrypted'],
    [
      'packed in a way unknown here',
      changed(8, 99),
      'is packed or encrypted in a way that Hearth cannot read',
    ],
    ['cut short in a file', packed.subarray(0, packed.length / 2), isDamaged],
    ['cut short behind a file', packed.subarray(0, packed.length - 30), isDamaged],
    ['whose bytes are damaged', changed(60, packed[60]! ^ 0xff), isDamaged],
    ['in which one letter has become another', otherLetter, isDamaged],
    ['without a directory of its files', packed.subarray(0, packed.length - 80), isDamaged],
  ])('%s', async (_, content, words) => {
    expect(await refusals([file('r.zip', content)])).toEqual([{file: 'r.zip', words: `r.zip ${words}`}])
  })

  test.each([
    ['files', {entries: 2}, 'holds more than 2 files'],
    ['when unpacked', {unpacked: 200_000}, 'comes to more than 200 kB when unpacked'],
  ])('that holds too much: %s', async (_, limits, words) => {
    const content = zip({a: `${uasc}${'3,F,,\n'.repeat(50_000)}`, b: header, c: ''})
    expect(await refusal(file('r.zip', content), limits)).toBe(`r.zip ${words}`)
  })

  test('that is a bomb, as soon as that shows', async () => {
    const bomb = Buffer.from(
      zipSync({'uasc.csv': Buffer.alloc(40_000_000, `${UASC}\n${'1,F,,\n'.repeat(500)}`)}, {level: 1}),
    )
    let sent = 0
    const watched = {
      name: 'r.zip',
      async *open() {
        for (let at = 0; at < bomb.length; at += 5_000) {
          sent += 5_000
          yield bomb.subarray(at, at + 5_000)
        }
      },
    }
    expect(await refusal(watched, {child: 1e9})).toBe(
      'r.zip comes to more than 200 times its size when unpacked',
    )
    expect(sent).toBeLessThan(bomb.length)
  })
})
