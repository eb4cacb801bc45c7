import {approvalsFor} from './approvals/required.ts'
import {groupOf} from './group.ts'
import {nearlyPossible} from './nearly-possible.ts'
import type {Party} from './party.ts'
import {ranked} from './rank.ts'
import {countsIn} from './rule-set.ts'
import type {Excluded, Found} from './search.ts'
import {
  type Answer,
  type Counts,
  GROUPS,
  HARD_RULES,
  type Home,
  type MatchInput,
  type Option,
} from './shortlist.ts'
import {assess} from './suitability.ts'

/** The answer for one party. Words are made for the options that are returned, and for no others. */
export function answerFor(input: MatchInput, found: Found): Omit<Answer, 'splits'> {
  const {party, options, excluded} = found
  return {
    options: ranked(party, options)
      .slice(0, input.limit)
      .map(({home}, i) => explained(party, home, i + 1)),
    nearlyPossible: nearlyPossible(input, found),
    counts: countsOf(options.length, excluded),
    searchNext: searchNext(input, options.length > 0),
  }
}

function explained(party: Party, home: Home, rank: number): Option {
  const {id, weeklyCost} = home.household
  const {suitability, distanceMiles, considerations, gaps} = assess(party, home)
  return {
    rank,
    householdId: id,
    group: groupOf(home.household),
    suitability,
    distanceMiles,
    considerations,
    approvals: approvalsFor(party, home),
    gaps,
    costPenceAWeek: weeklyCost && {marginal: weeklyCost.marginalPenceAWeek, full: weeklyCost.fullPenceAWeek},
  }
}

/** How many homes were options, and how many broke each rule. */
export function countsOf(options: number, excluded: readonly Excluded[]): Counts {
  const homes = countsIn(excluded.map(({rules}) => rules))
  const byRule = Object.fromEntries(
    HARD_RULES.flatMap((rule, n) => (homes[n]! > 0 ? [[rule, homes[n]]] : [])),
  )
  return {considered: options + excluded.length, options, excluded: excluded.length, byRule}
}

/**
 * Where to look next: the groups that were left out, down the ladder; when none was and there is no option,
 * homes that no household in the supply stands for. Never a hard rule relaxed.
 */
function searchNext({search}: MatchInput, hasOption: boolean): Answer['searchNext'] {
  const leftOut = GROUPS.filter(group => group !== 'with-parents' && !search.includes(group))
  return leftOut.length > 0 || hasOption ? leftOut : ['ifa-offers', 'childrens-home']
}
