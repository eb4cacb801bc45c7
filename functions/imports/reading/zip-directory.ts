const END = Buffer.from('504b0506', 'hex')
const ENTRY = Buffer.from('504b0102', 'hex')
const END_LENGTH = 22
const ENTRY_LENGTH = 46

/**
 * The checksums (CRC-32) of the files in a zip, sorted, as the directory in its last bytes has them (APPNOTE 4.3.12 and
 * 4.3.16); null where it has none that can be read, as in a zip that is cut short.
 */
export function checksumsIn(end: Buffer): readonly number[] | null {
  const at = end.lastIndexOf(END)
  if (at === -1 || at + END_LENGTH > end.length) return null
  const checksums: number[] = []
  let entry = end.indexOf(ENTRY, Math.max(0, at - end.readUInt32LE(at + 12)))
  for (let left = end.readUInt16LE(at + 10); left > 0; left--) {
    if (entry < 0 || entry + ENTRY_LENGTH > at || end.compare(ENTRY, 0, 4, entry, entry + 4) !== 0)
      return null
    checksums.push(end.readUInt32LE(entry + 16))
    const lengths = [28, 30, 32].map(field => end.readUInt16LE(entry + field))
    entry += lengths.reduce((sum, length) => sum + length, ENTRY_LENGTH)
  }
  return checksums.toSorted((a, b) => a - b)
}
