/** A seeded source of chance: the same seed and name give the same draws, on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly integer: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  /** One item, with a probability in proportion to its weight. */
  readonly weighted: <T>(items: readonly Weighted<T>[]) => T
  /** The same for names. */
  readonly byWeight: <Name extends string>(weights: Weights<Name>) => Name
  readonly shuffle: <T>(items: readonly T[]) => T[]
  /** At most `count` different items, in the order given. */
  readonly some: <T>(items: readonly T[], count: number) => T[]
  readonly normal: (mean: number, deviation: number) => number
  /** A UUID of version 4's layout. */
  readonly uuid: () => string
  /**
   * Another source, named. It depends on the seed and the names alone, not on what was drawn before, so a
   * theme that draws more does not change the others.
   */
  readonly fork: (name: string) => Random
}

/** Names that can be drawn, with their weights. */
export type Weights<Name extends string> = Readonly<Partial<Record<Name, number>>>
export type Weighted<T> = readonly [item: T, weight: number]

export function makeRandom(seed: string | number): Random {
  const bits = sfc32(String(seed))
  const next = () => bits() / 2 ** 32
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const random: Random = {
    next,
    integer,
    chance: probability => next() < probability,
    pick: items => items[integer(0, items.length - 1)]!,
    weighted: items => weighted(items, next()),
    byWeight: weights => weighted(Object.entries(weights) as [never, number][], next()),
    shuffle: items => shuffle(items, integer),
    some: (items, count) => {
      const chosen = new Set(shuffle([...items.keys()], integer).slice(0, count))
      return items.filter((_, index) => chosen.has(index))
    },
    // Box-Muller; 1 - u keeps the logarithm finite.
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    uuid: () => uuid(bits),
    fork: name => makeRandom(`${seed}/${name}`),
  }
  return random
}

function weighted<T>(items: readonly Weighted<T>[], at: number): T {
  let left = at * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  return items.findLast(([, weight]) => weight > 0)![0]
}

/** Fisher-Yates. */
function shuffle<T>(items: readonly T[], integer: Random['integer']): T[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = integer(0, last)
    const held = result[last]!
    result[last] = result[other]!
    result[other] = held
  }
  return result
}

function uuid(bits: () => number): string {
  const hex = [bits(), bits(), bits(), bits()].map(word => word.toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

/**
 * Small Fast Counter, 32 bits (Chris Doty-Humphrey's PractRand). Its state is the seed's text hashed four
 * ways by FNV-1a and stirred; twelve rounds let the state mix before the first draw.
 */
function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x1234567].map(salt => hash(seed, salt)) as [
    number,
    number,
    number,
    number,
  ]
  const bits = () => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    c |= 0
    return result >>> 0
  }
  for (let round = 0; round < 12; round++) bits()
  return bits
}

function hash(text: string, salt: number): number {
  let sum = 0x811c9dc5 ^ salt
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193)
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  return sum ^ (sum >>> 13)
}
