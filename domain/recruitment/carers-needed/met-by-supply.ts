import {bySuitability, scored} from '../../matching/rank.ts'
import {isOption} from '../../matching/rules/breaches.ts'
import type {Home} from '../../matching/shortlist.ts'
import {type Demand, placedWith, withChildrenOf} from './demand.ts'

export interface MetBySupply {
  /** Who found a home in the supply, by first night. */
  readonly met: readonly {readonly demand: Demand; readonly home: Home}[]
  /** Who did not, and was not placed with the authority's own either. */
  readonly unmet: readonly Demand[]
  /** The supply with those who found a home. */
  readonly supply: readonly Home[]
}

/**
 * The demands one after another, by first night: each takes the most suitable home of the supply that is an option
 * and at or over the floor, for all its nights. Whoever came to live with the authority's own needs no other home.
 */
export function metBySupply(demands: readonly Demand[], supply: readonly Home[]): MetBySupply {
  const homes = [...supply]
  const met: {demand: Demand; home: Home}[] = []
  const unmet: Demand[] = []
  for (const demand of demands) {
    if (placedWith(demand) === 'own') continue
    const best = bestOf(demand, homes)
    if (best === null) {
      unmet.push(demand)
      continue
    }
    homes[homes.indexOf(best)] = withChildrenOf(demand, best)
    met.push({demand, home: best})
  }
  return {met, unmet, supply: homes}
}

function bestOf({party}: Demand, homes: readonly Home[]): Home | null {
  const options = homes
    .filter(home => isOption(party, home))
    .map(home => scored(party, home))
    .filter(({value}) => value >= party.policy.suitabilityFloor)
  return options.toSorted(bySuitability)[0]?.home ?? null
}
