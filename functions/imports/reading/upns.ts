import {hash53} from './hash.ts'

/** Reasons for having no UPN; any number of children share one. */
const NO_UPN = /^UN[1-5]$/

export interface UpnSet {
  add(upn: string): void
  /** Whether it was added more than once. */
  isTwice(upn: string): boolean
}

/** UPNs of a whole return: grows by 8 bytes a child (as it grows, and once more when sorted, by twice that). */
export function upnSet(): UpnSet {
  let hashes = new Float64Array(1_024)
  let size = 0
  let isSorted = true
  return {
    add(upn) {
      if (upn === '' || NO_UPN.test(upn)) return
      if (size === hashes.length) {
        const larger = new Float64Array(size * 2)
        larger.set(hashes)
        hashes = larger
      }
      hashes[size++] = hash53(upn)
      isSorted = false
    },
    isTwice(upn) {
      if (!isSorted) hashes.subarray(0, size).sort()
      isSorted = true
      const hash = hash53(upn)
      const at = firstNotBelow(hashes.subarray(0, size), hash)
      return at + 1 < size && hashes[at] === hash && hashes[at + 1] === hash
    },
  }
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (sorted[middle]! < value) from = middle + 1
    else to = middle
  }
  return from
}
