import type {Household} from '../../household/household.ts'
import type {Home} from '../../matching/shortlist.ts'
import {type ClaimOnHome, claimsOn} from './beside-others.ts'
import {type Demand, emptyHome, suits} from './demand.ts'
import {claimOf, mostServed, mostServedAtMost} from './most-served.ts'

/** One household that was chosen, and the demands that it would serve, by first night. */
export interface Choice<Candidate> {
  readonly candidate: Candidate
  readonly serves: readonly Demand[]
}

interface Standing<Candidate> {
  readonly candidate: Candidate
  readonly home: Home
  /** Its place in the list: of equals the first is chosen. */
  readonly order: number
  /** Whom the home suits as it stands empty. */
  readonly suited: readonly Demand[]
  /** Made when they are first asked for: most candidates never are. */
  claims: readonly ClaimOnHome[] | null
  /** It can serve no more than this: what it could before, or a bound. */
  atMost: number
}

/**
 * So many of the candidates, each chosen as the one that serves the most of the demands, by first night, beside those
 * chosen before. A candidate may be chosen again: that is another household like it. Choosing so covers at least
 * 1 - 1/e of what the best choice would, because each step finds the largest set of demands that one more household
 * can serve (Nemhauser, Wolsey and Fisher 1978). Throws RangeError for a candidate with fewer bedrooms than places:
 * places alone are counted.
 */
export function chooseCarers<Candidate extends {readonly household: Household}>(
  demands: readonly Demand[],
  candidates: readonly Candidate[],
  count: number,
): readonly Choice<Candidate>[] {
  const standings = candidates.map((candidate, order) => standingOf(candidate, order, demands))
  const served = new Set<Demand>()
  const choices: Choice<Candidate>[] = []
  while (choices.length < count) {
    const best = bestOf(standings, served)
    if (best === null) break
    for (const demand of best.serves) served.add(demand)
    choices.push({candidate: best.candidate, serves: best.serves})
  }
  return choices
}

function standingOf<Candidate extends {readonly household: Household}>(
  candidate: Candidate,
  order: number,
  demands: readonly Demand[],
): Standing<Candidate> {
  const {approval, bedrooms} = candidate.household
  const {places} = approval.terms
  if (bedrooms.length < places) throw new RangeError('A candidate household has a bedroom for each place.')
  const home = emptyHome(candidate.household)
  const suited = demands.filter(demand => suits(demand, home))
  const alone = suited.map(({from, until, childIds}) => claimOf(from, until, childIds.length))
  return {candidate, home, order, suited, claims: null, atMost: mostServedAtMost(alone, places)}
}

/**
 * Looked at from the one that could serve the most on; once what could be served is no more than what is, the rest are
 * not asked. What a candidate could serve only falls as others are served, so an old answer stays a bound.
 */
function bestOf<Candidate>(standings: readonly Standing<Candidate>[], served: ReadonlySet<Demand>) {
  let best: (Choice<Candidate> & {readonly order: number}) | null = null
  for (const standing of standings.toSorted((a, b) => b.atMost - a.atMost || a.order - b.order)) {
    const {candidate, order, atMost} = standing
    const most: number = best?.serves.length ?? 0
    if (atMost < most || atMost === 0) break
    if (best !== null && atMost === most && order > best.order) continue
    const serves = mostOf(standing, served)
    standing.atMost = serves.length
    const isBetter = serves.length > most || (serves.length === most && order < (best?.order ?? 0))
    if (isBetter && serves.length > 0) best = {candidate, order, serves}
  }
  return best
}

/** By first night. */
function mostOf<Candidate>(standing: Standing<Candidate>, served: ReadonlySet<Demand>): readonly Demand[] {
  const {home, suited} = standing
  standing.claims ??= claimsOn(home, suited)
  const left = standing.claims.filter(({demand}) => !served.has(demand))
  const most = new Set(
    mostServed(
      left.map(({claim}) => claim),
      home.household.approval.terms.places,
    ),
  )
  return left.filter(({claim}) => most.has(claim)).map(({demand}) => demand)
}
