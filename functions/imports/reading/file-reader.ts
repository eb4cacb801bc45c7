import {kindOf} from './file-kind.ts'
import type {InputFile, RefusedFile} from './gather.ts'
import type {Limits} from './limits.ts'
import {Refused} from './refused.ts'
import {steady} from './steady.ts'
import type {TableReader} from './table-reader.ts'
import {RefusedZip, zipEntries} from './zip-entries.ts'

/** Reads one file after another, a zip's as files of their own; what it refuses it names, and goes on to the next. */
export function fileReader(tables: TableReader, limits: Limits) {
  const refused: RefusedFile[] = []

  async function naming(file: string, read: () => Promise<void>, isInZip = false): Promise<void> {
    try {
      await read()
    } catch (error) {
      if (!(error instanceof Refused) || (isInZip && error instanceof RefusedZip)) throw error
      refused.push({file, words: `${file} ${error.message}`})
    }
  }

  async function readFile(file: string, bytes: AsyncIterable<Uint8Array>, isInZip: boolean): Promise<void> {
    const pieces = steady(bytes, limits.file)
    try {
      const first = await pieces.next()
      if (first.done) throw new Refused('is empty')
      const isZip = kindOf(first.value) === 'zip'
      if (isZip && isInZip) throw new Refused('is a zip within a zip, or a spreadsheet; put it there as CSV')
      await (isZip ? readZip : tables.read)(file, beginningWith(first.value, pieces))
    } finally {
      await pieces.return(undefined)
    }
  }

  async function readZip(zip: string, pieces: AsyncIterable<Buffer>): Promise<void> {
    let entries = 0
    for await (const {name, bytes} of zipEntries(pieces, limits)) {
      entries++
      await naming(`${zip}/${name}`, () => readFile(`${zip}/${name}`, bytes, true), true)
    }
    if (entries === 0) throw new Refused('is a zip without a file in it')
  }

  return {
    refused,
    read: ({name, open}: InputFile): Promise<void> => naming(name, () => readFile(name, open(), false)),
  }
}

async function* beginningWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}
