import {answerFor, countsOf} from './answer.ts'
import {groupOf} from './group.ts'
import {atOfferedCost, offersToSee} from './offers.ts'
import {byId} from './rank.ts'
import {rulesIn} from './rule-set.ts'
import {type Excluded, search} from './search.ts'
import {
  type Breach,
  type ExcludedHousehold,
  HARD_RULES,
  type MatchInput,
  SEARCH_NEXT,
  type Shortlisted,
} from './shortlist.ts'
import {splitsFor} from './splits.ts'

/**
 * Every home that the search allows is an option, ranked and explained, or excluded with every hard rule that
 * it breaks. It reads no clock, and the same facts in any order give the same bytes.
 */
export function makeShortlist(input: MatchInput): Shortlisted {
  const sorted = {...input, supply: atOfferedCost(input).toSorted((a, b) => byId(a.household, b.household))}
  const {siblings, children} = input.referral
  const found = siblings === 'apart-by-plan' && children.length > 1 ? apart(sorted) : together(sorted)
  // A shortlist from before there were offers replays to the bytes that it had.
  if (input.offers === undefined) return found
  return {...found, answer: {...found.answer, offers: offersToSee(input.offers)}}
}

function together(input: MatchInput): Shortlisted {
  const found = search(input, input.referral.children)
  const splits =
    found.options.length === 0
      ? splitsFor(
          input,
          found.excluded.map(({home}) => home),
        )
      : []
  return {
    answer: {...answerFor(input, found), splits, eachChild: []},
    excluded: excludedHouseholds(found.excluded),
  }
}

/**
 * Children who are to live apart by plan, each answered alone. Over all of them a home is an option when it is
 * one for any child, and is excluded with whatever it breaks for each.
 */
function apart(input: MatchInput): Shortlisted {
  const each = input.referral.children.toSorted().map(childId => ({childId, found: search(input, [childId])}))
  const eachChild = each.map(({childId, found}) => ({childId, ...answerFor(input, found), splits: []}))
  const options = new Set(each.flatMap(({found}) => found.options))
  const breachesFor = Map.groupBy(
    each.flatMap(({found}) => found.excluded),
    ({home}) => home,
  )
  const excluded = input.supply.flatMap((home): readonly Excluded[] => {
    const breaches = breachesFor.get(home)?.flatMap(of => of.breaches) ?? []
    if (options.has(home) || breaches.length === 0) return []
    return [{home, breaches: eachBreachOnce(breaches), rules: rulesIn(breaches)}]
  })
  const next = new Set(eachChild.flatMap(({searchNext}) => searchNext))
  return {
    answer: {
      options: [],
      splits: [],
      nearlyPossible: [],
      counts: countsOf(options.size, excluded),
      searchNext: SEARCH_NEXT.filter(step => next.has(step)),
      eachChild,
    },
    excluded: excludedHouseholds(excluded),
  }
}

const excludedHouseholds = (excluded: readonly Excluded[]): readonly ExcludedHousehold[] =>
  excluded.map(({home: {household}, breaches}) => ({
    householdId: household.id,
    group: groupOf(household),
    breaches,
  }))

function eachBreachOnce(breaches: readonly Breach[]): readonly Breach[] {
  const once = [...new Map(breaches.map(breach => [`${breach.rule} ${breach.words}`, breach])).values()]
  return HARD_RULES.flatMap(rule =>
    once.filter(breach => breach.rule === rule).toSorted((a, b) => (a.words < b.words ? -1 : 1)),
  )
}
