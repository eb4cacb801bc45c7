/** A part of a group as a set of bits: bit `i` stands for the group's child `i`. */
export type Part = number

/** Every way to part a group of `size` into so many parts, each way once. */
export function partitions(size: number, parts: number): readonly (readonly Part[])[] {
  if (size < parts || parts === 0) return size === 0 && parts === 0 ? [[]] : []
  const last = 1 << (size - 1)
  const alone = partitions(size - 1, parts - 1).map(way => [...way, last])
  const joined = partitions(size - 1, parts).flatMap(way =>
    way.map((_, joins) => way.map((part, i) => (i === joins ? part | last : part))),
  )
  return [...alone, ...joined]
}

/** Only those ways whose every part is a run of neighbours. */
export function runs(size: number, parts: number): readonly (readonly Part[])[] {
  if (parts === 1) return size > 0 ? [[(1 << size) - 1]] : []
  return Array.from({length: Math.max(0, size - parts + 1)}, (_, i) => size - 1 - i).flatMap(before =>
    runs(before, parts - 1).map(way => [...way, ((1 << size) - 1) & ~((1 << before) - 1)]),
  )
}

export function sizeOf(part: Part): number {
  let size = 0
  for (let left = part; left !== 0; left &= left - 1) size += 1
  return size
}

/** How many pairs of a group are parted. */
export function pairsParted(way: readonly Part[]): number {
  const sizes = way.map(sizeOf)
  const all = sizes.reduce((sum, size) => sum + size, 0)
  return sizes.reduce((parted, size) => parted - pairs(size), pairs(all))
}

export const pairs = (size: number): number => (size * (size - 1)) / 2
