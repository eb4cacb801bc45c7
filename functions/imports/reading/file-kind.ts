import {Refused} from './refused.ts'

const AS_CSV = 'save it as CSV'

/** What a file is by its first bytes, whatever it is called; each with what to say of it. */
const KINDS = [
  ['25504446', `is a PDF; ${AS_CSV}`],
  ['d0cf11e0', `is a spreadsheet of the old kind (xls), or another Office file; ${AS_CSV}`],
  ['1f8b', 'is packed with gzip; send it as CSV or in a zip'],
  ['377abcaf271c', 'is packed with 7-Zip; send it as CSV or in a zip'],
  ['526172211a07', 'is packed with RAR; send it as CSV or in a zip'],
  ['fffe', 'is in UTF-16; save it as CSV in UTF-8'],
  ['feff', 'is in UTF-16; save it as CSV in UTF-8'],
] as const

/** A local entry, or the directory of a zip that is empty, or the mark of one in several parts. */
const ZIPS = ['504b0304', '504b0506', '504b0708']

/** Throws Refused for what is neither. */
export function kindOf(start: Buffer): 'zip' | 'text' {
  const hex = start.toString('hex', 0, 8)
  if (ZIPS.some(magic => hex.startsWith(magic))) return 'zip'
  const other = KINDS.find(([magic]) => hex.startsWith(magic))
  if (other !== undefined) throw new Refused(other[1])
  return 'text'
}
