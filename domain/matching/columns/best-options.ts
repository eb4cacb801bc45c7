import type {MatchingPolicy} from '../policy.ts'
import {bySuitability, type Scored, tierOf} from '../rank.ts'
import type {Group} from '../shortlist.ts'

interface Ranked extends Scored {
  readonly tier: number
}

/** The best so many of the options that were offered, in the order in which they rank. */
export interface BestOptions {
  readonly options: readonly Scored[]
  /** Whether an option of this group, at most so suitable, could still be among them. */
  readonly hasRoomFor: (group: Group, atMost: number) => boolean
  readonly offer: (group: Group, option: Scored) => void
}

export function bestOptions(limit: number, policy: MatchingPolicy): BestOptions {
  const options: Ranked[] = []
  return {
    options,
    hasRoomFor: (group, atMost) => {
      const last = options[limit - 1]
      if (last === undefined) return true
      const tier = tierOf(group, atMost, policy)
      return tier === last.tier ? atMost >= last.value : tier < last.tier
    },
    offer: (group, option) => {
      const offered = {...option, tier: tierOf(group, option.value, policy)}
      const behind = options.findIndex(
        other => (offered.tier - other.tier || bySuitability(offered, other)) < 0,
      )
      options.splice(behind < 0 ? options.length : behind, 0, offered)
      if (options.length > limit) options.pop()
    },
  }
}

const [TIERS, VALUES] = [4, 101]

/** Places in the list by the best rank that each could have: a counting sort, because values are whole and few. */
export function mostPromisingFirst(
  groups: readonly Group[],
  atMost: (i: number) => number,
  policy: MatchingPolicy,
): Uint32Array {
  const ranks = new Uint16Array(groups.length)
  const next = new Uint32Array(TIERS * VALUES + 1)
  for (let i = 0; i < ranks.length; i++) {
    const value = atMost(i)
    ranks[i] = tierOf(groups[i]!, value, policy) * VALUES + 100 - value
    next[ranks[i]! + 1]! += 1
  }
  for (let rank = 1; rank < next.length; rank++) next[rank]! += next[rank - 1]!
  const order = new Uint32Array(ranks.length)
  for (let i = 0; i < ranks.length; i++) order[next[ranks[i]!]!++] = i
  return order
}
