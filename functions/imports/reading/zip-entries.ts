import {isDeepStrictEqual} from 'node:util'
import {crc32} from 'node:zlib'
import {Unzip, UnzipInflate} from 'fflate'
import type {Limits} from './limits.ts'
import {bytes, count, Refused} from './refused.ts'
import {checksumsIn} from './zip-directory.ts'

/** Inflated a thousandfold, the most that Deflate can, this much still takes only 8 MB. */
const SLICE = 8 * 1024
/** Before so much is unpacked, a high ratio is a small file that repeats itself. */
const RATIO_FROM = 1_000_000
const ENCRYPTED = 1
const METHODS = [0, 8]
const LONGEST_NAME = 100
/** Folders, and what macOS puts beside files. */
const NOT_FILES = /\/$|(^|\/)__MACOSX\/|(^|\/)\.[^/.][^/]*$/

/** What is wrong is wrong with the zip, in whichever of its files it shows. */
export class RefusedZip extends Refused {
  override readonly name = 'RefusedZip'
}

export interface ZipEntry {
  /** As the zip has it, for people to read: never a path to be opened. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

type Bounds = Pick<Limits, 'entries' | 'unpacked' | 'ratio'>

/**
 * The files in a zip, one after another as the bytes come; what is left unread of one is passed over. Throws Refused for
 * a zip that is damaged or encrypted, a spreadsheet, or one that comes to more than allowed, as soon as it does.
 */
export async function* zipEntries(pieces: AsyncIterable<Buffer>, bounds: Bounds): AsyncGenerator<ZipEntry> {
  const flow = unpacked(pieces, bounds)
  let next = await flow.next()
  async function* rest(): AsyncGenerator<Uint8Array> {
    for (next = await flow.next(); !next.done && next.value instanceof Uint8Array; next = await flow.next())
      yield next.value
  }
  try {
    while (!next.done) {
      if (next.value instanceof Uint8Array) next = await flow.next()
      else if (NOT_FILES.test(next.value.name)) for await (const _ of rest());
      else yield {name: shown(next.value.name), bytes: rest()}
    }
  } finally {
    await flow.return(undefined)
  }
}

const shown = (name: string): string => name.replace(/\p{C}/gu, '').slice(0, LONGEST_NAME)

/** The name of each file in the zip, then its bytes. */
async function* unpacked(
  pieces: AsyncIterable<Buffer>,
  {entries: most, unpacked: largest, ratio}: Bounds,
): AsyncGenerator<{readonly name: string} | Uint8Array> {
  let found: ({readonly name: string} | Uint8Array)[] = []
  const checksums: number[] = []
  let read = 0
  let size = 0
  const unzip = new Unzip(entry => {
    const number = checksums.push(0) - 1
    if (number === most) throw new RefusedZip(`holds more than ${count(most)} files`)
    if (entry.name === '[Content_Types].xml' || entry.name === 'mimetype')
      throw new RefusedZip('is a spreadsheet, or another Office file; save it as CSV')
    if (!METHODS.includes(entry.compression))
      throw new RefusedZip('is packed or encrypted in a way that Hearth cannot read')
    found.push({name: entry.name})
    entry.ondata = (error, data) => {
      if (error !== null) throw error
      size += data.length
      if (size > largest) throw new RefusedZip(`comes to more than ${bytes(largest)} when unpacked`)
      if (size > RATIO_FROM && size > read * ratio)
        throw new RefusedZip(`comes to more than ${count(ratio)} times its size when unpacked`)
      checksums[number] = crc32(data, checksums[number])
      found.push(data)
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  let before: Buffer = Buffer.alloc(0)
  let last = before
  for await (const piece of pieces) {
    if (read === 0 && piece.length > 6 && (piece.readUInt8(6) & ENCRYPTED) !== 0)
      throw new RefusedZip('is encrypted')
    for (let at = 0; at < piece.length; at += SLICE) {
      const slice = piece.subarray(at, at + SLICE)
      read += slice.length
      orDamaged(() => unzip.push(slice))
      yield* found
      found = []
    }
    before = last
    last = piece
  }
  orDamaged(() => unzip.push(new Uint8Array(), true))
  yield* found
  const expected = checksumsIn(Buffer.concat([before, last]))
  if (
    !isDeepStrictEqual(
      expected,
      checksums.toSorted((a, b) => a - b),
    )
  )
    throw damaged()
}

const damaged = (cause?: unknown) => new RefusedZip('is a zip that is damaged or cut short', {cause})

function orDamaged(push: () => void): void {
  try {
    push()
  } catch (error) {
    throw error instanceof RefusedZip ? error : damaged(error)
  }
}
