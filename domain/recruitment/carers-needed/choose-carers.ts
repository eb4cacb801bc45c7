import type {Household} from '../../household/household.ts'
import {occupantsOf} from '../../placement/occupant.ts'
import {type Demand, emptyHome, suits} from './demand.ts'
import {type Claim, claimOf, mostServed, mostServedAtMost} from './most-served.ts'

/** One household that was chosen, and the demands that it would serve, by first night. */
export interface Choice<Candidate> {
  readonly candidate: Candidate
  readonly serves: readonly Demand[]
}

interface Standing<Candidate> {
  readonly candidate: Candidate
  readonly places: number
  /** Its place in the list: of equals the first is chosen. */
  readonly order: number
  /** Of the claims not yet served, those that it suits alone. */
  readonly claims: readonly Claim[]
  /** It can serve no more than this: what it could before, or a bound. */
  atMost: number
}

/**
 * So many of the candidates, each chosen as the one that serves the most demands beside those chosen before. A
 * candidate may be chosen again: that is another household like it. Choosing so covers at least 1 - 1/e of what the
 * best choice would, because each step finds the largest set of demands that one more household can serve (Nemhauser,
 * Wolsey and Fisher 1978). Throws RangeError for a candidate with fewer bedrooms than places: places alone are counted.
 */
export function chooseCarers<Candidate extends {readonly household: Household}>(
  demands: readonly Demand[],
  candidates: readonly Candidate[],
  count: number,
): readonly Choice<Candidate>[] {
  const claims = claimsOf(demands)
  const demandOf = new Map([...claims].map(([demand, claim]) => [claim as Claim, demand]))
  const standings = candidates.map((candidate, order) => standingOf(candidate, order, claims))
  const served = new Set<Claim>()
  const choices: Choice<Candidate>[] = []
  while (choices.length < count) {
    const best = bestOf(standings, served)
    if (best === null) break
    for (const claim of best.serves) served.add(claim)
    choices.push({
      candidate: best.candidate,
      serves: best.serves.map(claim => demandOf.get(claim)!).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    })
  }
  return choices
}

function standingOf<Candidate extends {readonly household: Household}>(
  candidate: Candidate,
  order: number,
  claims: ReadonlyMap<Demand, Claim>,
): Standing<Candidate> {
  const {approval, bedrooms} = candidate.household
  const {places} = approval.terms
  if (bedrooms.length < places) throw new RangeError('A candidate household has a bedroom for each place.')
  const home = emptyHome(candidate.household)
  const suited = [...claims].flatMap(([demand, claim]) => (suits(demand, home) ? claim : []))
  return {candidate, places, order, claims: suited, atMost: mostServedAtMost(suited, places)}
}

/**
 * Looked at from the one that could serve the most on; once what could be served is no more than what is, the rest are
 * not asked. What a candidate could serve only falls as others are served, so an old answer stays a bound.
 */
function bestOf<Candidate>(standings: readonly Standing<Candidate>[], served: ReadonlySet<Claim>) {
  let best: {
    readonly candidate: Candidate
    readonly order: number
    readonly serves: readonly Claim[]
  } | null = null
  for (const standing of standings.toSorted((a, b) => b.atMost - a.atMost || a.order - b.order)) {
    const {candidate, order, places, claims, atMost} = standing
    const most: number = best?.serves.length ?? 0
    if (atMost < most || atMost === 0) break
    if (best !== null && atMost === most && order > best.order) continue
    const serves = mostServed(
      claims.filter(claim => !served.has(claim)),
      places,
    )
    standing.atMost = serves.length
    const isBetter = serves.length > most || (serves.length === most && order < (best?.order ?? 0))
    if (isBetter && serves.length > 0) best = {candidate, order, serves}
  }
  return best
}

/** With who must not live with whom, as the hard rules say, wherever any record speaks of a child of another demand. */
function claimsOf(demands: readonly Demand[]): ReadonlyMap<Demand, Claim> {
  const claims = new Map(
    demands.map(demand => [demand, claimOf(demand.from, demand.until, demand.childIds.length)]),
  )
  for (const a of demands) {
    const notWith = new Set([...occupantsOf(a.party).values()].flatMap(occupant => occupant.notWith))
    if (notWith.size === 0) continue
    for (const b of demands) {
      if (a === b || !b.childIds.some(id => notWith.has(id))) continue
      claims.get(a)!.apartFrom.add(claims.get(b)!)
      claims.get(b)!.apartFrom.add(claims.get(a)!)
    }
  }
  return claims
}
