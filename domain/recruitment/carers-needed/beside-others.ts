import type {Home} from '../../matching/shortlist.ts'
import {considerationsFor} from '../../matching/suitability.ts'
import {type Demand, suits, withChildrenOf} from './demand.ts'
import {type Claim, claimOf} from './most-served.ts'

/** A claim on one home, and whose it is. */
export interface ClaimOnHome {
  readonly demand: Demand
  readonly claim: Claim
}

/**
 * The claims of these demands, by first night, on a home that suits each of them alone. Two of them stand apart where the engine no
 * longer finds the home an option and suitable enough for the one who comes once the other lives there: a rule against
 * it, or a mix of children that takes the home below the floor.
 */
export function claimsOn(home: Home, demands: readonly Demand[]): readonly ClaimOnHome[] {
  const claims = demands.map(demand => ({
    demand,
    claim: claimOf(demand.from, demand.until, demand.childIds.length),
    mindsCompany: mindsCompany(demand),
  }))
  const {places} = home.household.approval.terms
  for (const [i, first] of claims.entries())
    for (const second of claims.slice(i + 1)) {
      const together = first.claim.from < second.claim.end && second.claim.from < first.claim.end
      if (!together || first.claim.size + second.claim.size > places) continue
      if (!first.mindsCompany && !second.mindsCompany) continue
      if (suits(second.demand, withChildrenOf(first.demand, home))) continue
      first.claim.apartFrom.add(second.claim)
      second.claim.apartFrom.add(first.claim)
    }
  return claims
}

/** Whether who else lives there can make any difference, for these children or for others beside them. */
const mindsCompany = ({party}: Demand): boolean =>
  party.seekers.some(({child}) => (child.restrictions ?? []).length > 0) ||
  considerationsFor(party).some(({name}) => name === 'household-mix' || name === 'wishes')
