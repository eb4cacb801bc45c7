import {once} from 'node:events'
import {type CsvError, type Parser, parse} from 'csv-parse'
import type {Limits} from './limits.ts'
import {bytes, count, Refused} from './refused.ts'
import {RECORD, UNIT} from './row-text.ts'

/** No text file has these; the last two part rows and values in our own temporary files. */
const NEVER_TEXT = [0, RECORD.charCodeAt(0), UNIT.charCodeAt(0)]

type Bounds = Pick<Limits, 'record' | 'columns'>

/**
 * The rows of a CSV file, headings first, as they are: some hundreds at a time, no blank lines. Strict UTF-8 with or
 * without a byte order mark, lines ending in CR LF or LF. Throws Refused for anything else, naming the line.
 */
export async function* recordsOf(
  pieces: AsyncIterable<Buffer>,
  bounds: Bounds,
): AsyncGenerator<readonly string[][]> {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  const reader = csvReader(bounds)
  let unended = 0
  for await (const piece of pieces) {
    checkText(() => decoder.decode(piece, {stream: true}))
    if (NEVER_TEXT.some(byte => piece.includes(byte)))
      throw new Refused('is no text: it has control characters in it')
    const records = await reader.read(piece)
    unended = records.length > 0 ? 0 : unended + piece.length
    // The parser counts no delimiters: a row of commas alone would grow for as long as the file.
    if (unended > 2 * bounds.record) throw reader.tooLong()
    yield records
  }
  checkText(() => decoder.decode())
  yield await reader.end()
}

function checkText(decode: () => string): void {
  try {
    decode()
  } catch {
    throw new Refused('is not in UTF-8; save it as CSV in UTF-8')
  }
}

function csvReader({record: longest, columns}: Bounds) {
  let records: string[][] = []
  let line = 1
  const tooLong = () =>
    new Refused(
      `has a row longer than ${bytes(longest)}, which begins on line ${count(line)}; perhaps a quotation mark is not closed`,
    )
  const parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longest,
    // Taken here and not as the stream's data, for the line is known only here.
    on_record: (record: string[], {lines}) => {
      if (record.length > columns)
        throw new Refused(
          `has a row of more than ${count(columns)} columns, which begins on line ${count(line)}`,
        )
      line = lines + 1
      records.push(record)
      return null
    },
  })
  parser.on('error', () => {}) // each write says it too
  parser.resume()
  const taken = () => {
    const now = records
    records = []
    return now
  }
  const inWords = (error: Error): Error => {
    const {code} = error as CsvError
    if (code === 'CSV_MAX_RECORD_SIZE') return tooLong()
    return code?.includes('QUOTE')
      ? new Refused(
          `has a quotation mark astray, or one without its other, in the row that begins on line ${count(line)}`,
        )
      : error
  }
  return {
    tooLong,
    read: (piece: Buffer) => written(parser, piece).then(taken, error => Promise.reject(inWords(error))),
    end: () => ended(parser).then(taken, error => Promise.reject(inWords(error))),
  }
}

const written = (parser: Parser, piece: Buffer): Promise<void> =>
  new Promise((done, fail) => parser.write(piece, error => (error ? fail(error) : done())))

async function ended(parser: Parser): Promise<void> {
  const end = once(parser, 'end') // rejects on error
  parser.end()
  await end
}
