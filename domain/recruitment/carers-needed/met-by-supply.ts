import {bySuitability, scored} from '../../matching/rank.ts'
import {isOption} from '../../matching/rules/breaches.ts'
import type {Home} from '../../matching/shortlist.ts'
import {type Search, withChildrenOf} from './search.ts'

export interface MetBySupply {
  /** Who found a home in the supply, by first night. */
  readonly met: readonly {readonly search: Search; readonly home: Home}[]
  /** Who did not, and was not placed with the authority's own either. */
  readonly unmet: readonly Search[]
  /** The supply with those who found a home. */
  readonly supply: readonly Home[]
}

/**
 * The searches one after another, by first night: each takes the most suitable home of the supply that is an option
 * and at or over the floor, for all its nights. Whoever came to live with the authority's own needs no other home.
 */
export function metBySupply(searches: readonly Search[], supply: readonly Home[]): MetBySupply {
  const homes = [...supply]
  const met: {search: Search; home: Home}[] = []
  const unmet: Search[] = []
  for (const search of searches) {
    if (search.placed?.with === 'own') continue
    const best = bestOf(search, homes)
    if (best === null) {
      unmet.push(search)
      continue
    }
    homes[homes.indexOf(best)] = withChildrenOf(search, best)
    met.push({search, home: best})
  }
  return {met, unmet, supply: homes}
}

function bestOf({party}: Search, homes: readonly Home[]): Home | null {
  const options = homes
    .filter(home => isOption(party, home))
    .map(home => scored(party, home))
    .filter(({value}) => value >= party.policy.suitabilityFloor)
  return options.toSorted(bySuitability)[0]?.home ?? null
}
