import type {ChildId} from '../ids.ts'
import {groupOf} from './group.ts'
import {type Party, partyOf} from './party.ts'
import {type RuleSet, rulesIn} from './rule-set.ts'
import {breachesOf} from './rules/breaches.ts'
import type {Breach, Home, MatchInput} from './shortlist.ts'
import {milesFromHome} from './suitability.ts'

export interface Excluded {
  readonly home: Home
  readonly breaches: readonly Breach[]
  /** Which rules it breaks: what is asked of every home is asked of one number, not of its list. */
  readonly rules: RuleSet
}

/** What a search of the supply found for a party. Homes stand in the order of the supply. */
export interface Found {
  readonly party: Party
  readonly options: readonly Home[]
  readonly excluded: readonly Excluded[]
  /** Homes farther away than the search goes: not considered. */
  readonly beyond: readonly Home[]
}

/** Every home of the groups searched, within the limit: an option, or excluded with every rule that it breaks. */
export function search(input: MatchInput, children: readonly ChildId[]): Found {
  const party = partyOf(input, children)
  const options: Home[] = []
  const excluded: Excluded[] = []
  const beyond: Home[] = []
  for (const home of input.supply) {
    if (!input.search.includes(groupOf(home.household))) continue
    if (isBeyond(input, party, home)) {
      beyond.push(home)
      continue
    }
    const breaches = breachesOf(party, home)
    if (breaches.length === 0) options.push(home)
    else excluded.push({home, breaches, rules: rulesIn(breaches)})
  }
  return {party, options, excluded, beyond}
}

/** Only where a limit is set, and it is known where a child lived. */
const isBeyond = ({withinMiles}: MatchInput, party: Party, home: Home): boolean =>
  withinMiles !== null && (milesFromHome(party, home) ?? 0) > withinMiles
