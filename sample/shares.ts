import type {Random} from './random.ts'

/**
 * The whole, parted in these proportions into whole numbers that add up to it: the largest remainders get
 * what rounding down leaves over, the first of equals first.
 */
export function largestRemainder<Key extends string>(
  whole: number,
  shares: Readonly<Record<Key, number>>,
): Readonly<Record<Key, number>> {
  const keys = Object.keys(shares) as Key[]
  const sum = keys.reduce((total, key) => total + shares[key], 0)
  // Twelve digits: what binary fractions add at the sixteenth must not settle who gets the remainder.
  const exact = keys.map(key => ({key, value: Number(((whole * shares[key]) / sum).toPrecision(12))}))
  const over = whole - exact.reduce((total, {value}) => total + Math.floor(value), 0)
  const lifted = new Set(
    exact
      .toSorted((one, other) => (other.value % 1) - (one.value % 1))
      .slice(0, over)
      .map(({key}) => key),
  )
  const parts = exact.map(({key, value}) => [key, Math.floor(value) + (lifted.has(key) ? 1 : 0)] as const)
  return Object.fromEntries(parts) as Record<Key, number>
}

/**
 * Draws units until their sizes add up to the quota. The likelihood follows the weight (Efraimidis and
 * Spirakis: order by an exponential variate over the weight); Infinity comes first, 0 never. A unit that would
 * overshoot is passed over, so the quota is met exactly as long as single ones remain.
 */
export function draw<T>(
  units: readonly T[],
  quota: number,
  random: Random,
  weight: (unit: T) => number = () => 1,
  size: (unit: T) => number = () => 1,
): {readonly drawn: T[]; readonly rest: T[]} {
  const keys = units.map(unit => -Math.log(1 - random.next()) / weight(unit))
  const order = [...units.keys()].toSorted((one, other) => keys[one]! - keys[other]!)
  const taken = new Set<number>()
  let left = quota
  for (const index of order) {
    if (left === 0) break
    const needed = size(units[index]!)
    if (needed > left || keys[index] === Number.POSITIVE_INFINITY) continue
    taken.add(index)
    left -= needed
  }
  return {
    drawn: units.filter((_, index) => taken.has(index)),
    rest: units.filter((_, index) => !taken.has(index)),
  }
}

/**
 * Gives every unit a kind, so that the sizes in each kind add up to its quota: the largest units first, single
 * ones last to fill what is left. The likelihood of a kind follows the room that it has and the unit's weight for it.
 */
export function allot<T, Kind extends string>(
  units: readonly T[],
  quotas: Readonly<Record<Kind, number>>,
  random: Random,
  size: (unit: T) => number,
  weight: (unit: T, kind: Kind) => number = () => 1,
): ReadonlyMap<T, Kind> {
  const left: Record<Kind, number> = {...quotas}
  const kinds = Object.keys(quotas) as Kind[]
  const allotted = new Map<T, Kind>()
  for (const unit of units.toSorted((one, other) => size(other) - size(one))) {
    const fitting = kinds.filter(kind => left[kind] >= size(unit) && weight(unit, kind) > 0)
    const kind =
      fitting.length > 0
        ? random.weighted(fitting.map(each => [each, left[each] * weight(unit, each)] as const))
        : kinds.reduce((one, other) => (left[other] > left[one] ? other : one))
    left[kind] -= size(unit)
    allotted.set(unit, kind)
  }
  return allotted
}
