import {type Breach, HARD_RULES, type HardRule} from './shortlist.ts'

/** A set of hard rules: a bit for each, H1 the lowest. */
export type RuleSet = number

const BITS = new Map(HARD_RULES.map((rule, n) => [rule, 1 << n]))

export const ruleSet = (...rules: readonly HardRule[]): RuleSet =>
  rules.reduce((set, rule) => set | BITS.get(rule)!, 0)

/** The rules that these breaches break. */
export function rulesIn(breaches: readonly Breach[]): RuleSet {
  let set = 0
  for (const {rule} of breaches) set |= BITS.get(rule)!
  return set
}

/** How many of the sets have each rule, in the order of the rules. */
export function countsIn(sets: readonly RuleSet[]): readonly number[] {
  const counts = HARD_RULES.map(() => 0)
  for (const set of sets) for (let n = 0; n < counts.length; n++) counts[n]! += (set >> n) & 1
  return counts
}

/** Whether nothing is in the set that is not in the other. */
export const isWithin = (set: RuleSet, other: RuleSet): boolean => (set & ~other) === 0
