import {bytes, Refused} from './refused.ts'

/** Half a millisecond's work for the parser; what is kept while a piece is looked at stays small. */
const PIECE = 64 * 1024

/**
 * The same bytes in pieces of one size, the last one smaller, however they come: one at a time or a gigabyte at once.
 * Throws Refused when there are more than allowed.
 */
export async function* steady(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let size = 0
  let left = most
  for await (const chunk of source) {
    left -= chunk.length
    if (left < 0) throw new Refused(`is larger than ${bytes(most)}`)
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + PIECE - size)
      at += part.length
      size += part.length
      held.push(part)
      if (size < PIECE) continue
      yield Buffer.concat(held)
      held = []
      size = 0
    }
  }
  if (size > 0) yield Buffer.concat(held)
}
