import {addDays, type Day} from '../calendar.ts'
import type {PlaceCode} from '../placement/codes.ts'
import {type ChildThen, ceasedBetween, censusAt, type LookedAfter, startedBetween} from './census.ts'
import {type CostAt, costsAt} from './costs.ts'
import type {Facts} from './facts.ts'
import {numeral} from './numeral.ts'
import {type PackedHistories, packHistories} from './packed-histories.ts'
import {type PlaceAt, placesAt} from './places.ts'
import {PLACEMENT_GROUPS} from './provision.ts'
import {lastYearEnded, monthsBefore, yearStart} from './reporting-year.ts'
import {sdqCohortOf, sdqYearUpTo} from './sdq.ts'
import {type SiblingGroup, siblingGroupsOf} from './sibling-groups.ts'
import {type Spent, spentIn} from './spent.ts'

/** Facts made ready to be asked for any day. */
export interface Prepared {
  readonly facts: Facts
  readonly packed: PackedHistories
}

/** Once for a set of facts; reading a day from it is then a matter of columns. */
export const prepare = (facts: Facts): Prepared => ({facts, packed: packHistories(facts.histories)})

/** The facts as of one day; each part is made when first it is asked for. */
export interface Moment {
  readonly facts: Facts
  readonly asAt: Day
  /** 24 and 30 months before `asAt`, as numerals. */
  readonly twoYearsAgo: number
  readonly twoAndAHalfYearsAgo: number
  /** The year, 1 April to 31 March, that contains the day: it counts from here up to the day. */
  readonly yearFrom: Day
  readonly census: () => readonly LookedAfter[]
  readonly started: () => readonly ChildThen[]
  readonly ceased: () => readonly ChildThen[]
  readonly siblingGroups: () => readonly SiblingGroup[]
  /** The collection year whose SDQ scores count: the newest held that had ended by the day; null: there is none. */
  readonly sdqYear: () => number | null
  readonly sdqCohort: () => readonly LookedAfter[]
  readonly places: () => readonly PlaceAt[]
  readonly costs: () => readonly CostAt[]
  /** What nights of the year so far have cost, in foster placements and in K1, K2, R1 and S1. */
  readonly fosteredInYear: () => readonly Spent[]
  readonly residentialInYear: () => readonly Spent[]
}

export function momentOf({facts, packed}: Prepared, asAt: Day): Moment {
  const yearFrom = yearStart(asAt)
  const census = once(() => censusAt(packed, asAt))
  const costsOf = once(() => Map.groupBy(facts.costs, ({reference}) => reference))
  const spent = (places: readonly PlaceCode[]) => spentIn(places, packed, costsOf(), yearFrom, asAt)
  return {
    facts,
    asAt,
    twoYearsAgo: numeral(monthsBefore(asAt, 24)),
    twoAndAHalfYearsAgo: numeral(monthsBefore(asAt, 30)),
    yearFrom,
    census,
    started: once(() => startedBetween(packed, yearFrom, asAt)),
    ceased: once(() => ceasedBetween(packed, yearFrom, asAt)),
    siblingGroups: once(() => siblingGroupsOf(census())),
    sdqYear: once(() => sdqYearUpTo(lastYearEnded(asAt), facts.histories)),
    sdqCohort: once(() => sdqCohortOf(census(), facts.sdqAges, numeral(addDays(monthsBefore(asAt, 12), 1)))),
    places: once(() => placesAt(facts.homes, asAt)),
    costs: once(() => costsAt(facts.costs, census(), asAt)),
    fosteredInYear: once(() => spent(PLACEMENT_GROUPS.foster)),
    residentialInYear: once(() => spent(['K1', 'K2', 'R1', 'S1'])),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: {readonly value: Value} | null = null
  return () => {
    made ??= {value: make()}
    return made.value
  }
}
