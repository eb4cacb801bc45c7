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
