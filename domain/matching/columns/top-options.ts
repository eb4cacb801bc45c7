import type {HouseholdId} from '../../ids.ts'
import {groupOf} from '../group.ts'
import type {Party} from '../party.ts'
import {type Scored, scored} from '../rank.ts'
import {breachesOf} from '../rules/breaches.ts'
import {
  type Counts,
  GROUPS,
  type Group,
  HARD_RULES,
  type Home,
  type MatchInput,
  type Suitability,
} from '../shortlist.ts'
import {milesFromHome, suitabilityOf} from '../suitability.ts'
import {bestOptions, mostPromisingFirst} from './best-options.ts'
import {type Broken, bitOf, markBroken} from './mark-broken.ts'
import type {PackedSupply} from './pack.ts'
import {rowsKnowing} from './rows-about.ts'
import {scoresOf} from './scores.ts'
import {movingHome} from './stand-in.ts'

export interface TopOptions {
  readonly options: readonly TopOption[]
  readonly counts: Counts
}

export interface TopOption {
  readonly householdId: HouseholdId
  readonly group: Group
  readonly suitability: Suitability
  /** Not rounded; null when it is not known where the children lived. */
  readonly exactMiles: number | null
}

type Asked = Pick<MatchInput, 'search' | 'withinMiles' | 'limit'>

/** Not considered: the bit after those of the rules. */
const LEFT_OUT = 1 << HARD_RULES.length

/**
 * The options that `makeShortlist` gives this party, in its order, and its exact counts, but no words: for
 * tens of thousands of homes at once. `assess` and `approvalsFor` put those that are shown into words.
 */
export function topOptions(packed: PackedSupply, party: Party, asked: Asked): TopOptions {
  const broken: Broken = new Uint16Array(packed.homes.length)
  markBroken(packed, party, broken)
  const knowing = rowsKnowing(party, packed.rowsAbout)
  for (const row of knowing) broken[row] = breachesMask(party, packed.homes[row]!)
  leaveOut(packed, party, asked, broken)
  const options = best(packed, party, asked.limit, broken, knowing)
  return {options: options.map(({home}) => shown(party, home)), counts: countsOf(broken)}
}

const breachesMask = (party: Party, home: Home): number =>
  breachesOf(party, home).reduce((mask, {rule}) => mask | bitOf(rule), 0)

/** Homes of groups that are not searched, or farther away than the search goes. */
function leaveOut(packed: PackedSupply, party: Party, {search, withinMiles}: Asked, broken: Broken): void {
  const marks = GROUPS.map(group => (search.includes(group) ? 0 : LEFT_OUT))
  for (let row = 0; row < broken.length; row++) broken[row]! |= marks[packed.group[row]!]!
  if (withinMiles === null) return
  const homeAt = movingHome(packed)
  for (let row = 0; row < broken.length; row++)
    if ((milesFromHome(party, homeAt(row)) ?? 0) > withinMiles) broken[row]! |= LEFT_OUT
}

/** The best of the rows that break nothing: most promising first, until no other can be among them. */
function best(
  packed: PackedSupply,
  party: Party,
  limit: number,
  broken: Broken,
  knowing: ReadonlySet<number>,
): readonly Scored[] {
  const chosen = bestOptions(limit, party.policy)
  const strangers: number[] = []
  for (let row = 0; row < broken.length; row++) {
    if (broken[row] !== 0) continue
    if (knowing.has(row)) chosen.offer(groupOfRow(packed, row), scored(party, packed.homes[row]!))
    else strangers.push(row)
  }
  const scores = scoresOf(packed, party, strangers)
  const groups = strangers.map(row => groupOfRow(packed, row))
  for (const i of mostPromisingFirst(groups, scores.atMost, party.policy)) {
    if (!chosen.hasRoomFor(groups[i]!, scores.atMost(i))) break
    const home = packed.homes[strangers[i]!]!
    const value = scores.exact(i)
    if (chosen.hasRoomFor(groups[i]!, value))
      chosen.offer(groups[i]!, {home, value, miles: milesFromHome(party, home)})
  }
  return chosen.options
}

const groupOfRow = ({group}: PackedSupply, row: number): Group => GROUPS[group[row]!]!

const shown = (party: Party, home: Home): TopOption => ({
  householdId: home.household.id,
  group: groupOf(home.household),
  ...suitabilityOf(party, home),
})

function countsOf(broken: Broken): Counts {
  /** Homes by exactly which rules they break: few of the combinations occur. */
  const homes = new Uint32Array(2 * LEFT_OUT)
  for (let row = 0; row < broken.length; row++) homes[broken[row]!]! += 1
  const byRule = HARD_RULES.map(() => 0)
  let excluded = 0
  for (let mask = 1; mask < LEFT_OUT; mask++) {
    if (homes[mask] === 0) continue
    excluded += homes[mask]!
    for (let rule = 0; rule < byRule.length; rule++) if (mask & (1 << rule)) byRule[rule]! += homes[mask]!
  }
  const options = homes[0]!
  const broke = HARD_RULES.map((rule, i) => [rule, byRule[i]!] as const).filter(([, some]) => some > 0)
  return {considered: options + excluded, options, excluded, byRule: Object.fromEntries(broke)}
}
