import type {ChildId} from '../ids.ts'
import {exactMiles} from '../location.ts'
import type {SiblingPlan} from '../referral/referral.ts'
import {approvalsFor} from './approvals/required.ts'
import {type Part, pairs, pairsParted, partitions, runs, sizeOf} from './partitions.ts'
import {type Party, partyOf} from './party.ts'
import {bySuitability, type Scored, scored} from './rank.ts'
import {isOption} from './rules/breaches.ts'
import type {Home, MatchInput, Split, SplitHome} from './shortlist.ts'
import {suitabilityOf} from './suitability.ts'

const MOST = 5
/** Every way to part a group is tried up to this size (4,140 ways); beyond it, only runs of children by age. */
const EVERY_WAY_UP_TO = 8
/** Nor is any group parted over more homes than this. */
const MOST_HOMES = 8
/** For three or more homes: how many of the most suitable homes are tried for each part, and ways kept as they grow. */
const HOMES_A_PART = 20
const WAYS_KEPT = 50

/** Homes for the parts of a group, the same place in both lists. */
interface Way {
  readonly parts: readonly Part[]
  readonly homes: readonly Home[]
  /** Between the homes, in all. */
  readonly miles: number
  /** Summed over the children. */
  readonly suitability: number
}

/**
 * How a group that no one home can take might be parted: over the fewest homes that can, parting the fewest
 * pairs, then nearest to each other, then most suitable. Two homes are searched in full; three and more among
 * the most suitable of each part.
 */
export function splitsFor(input: MatchInput, homes: readonly Home[]): readonly Split[] {
  const group = groupFor(input, homes)
  const size = group.children.length
  for (let number = 2; number <= Math.min(size, MOST_HOMES); number++) {
    const best = bestWays(group, size <= EVERY_WAY_UP_TO ? partitions(size, number) : runs(size, number))
    if (best.length > 0) return best.map((way, i) => split(group, way, i + 1))
  }
  return []
}

/** The ways that part the fewest pairs first, and those that part more only while there are not enough. */
function bestWays(group: Group, divisions: readonly (readonly Part[])[]): readonly Way[] {
  const found: Way[] = []
  const byPairs = Map.groupBy(divisions, pairsParted)
  for (const parted of [...byPairs.keys()].toSorted((a, b) => a - b)) {
    const ways = (byPairs.get(parted) ?? []).flatMap(parts => waysFor(group, parts))
    found.push(...ways.toSorted(byMerit).slice(0, MOST - found.length))
    if (found.length === MOST) break
  }
  return found
}

/** The best ways to find a home for each of these parts. */
function waysFor(group: Group, parts: readonly Part[]): readonly Way[] {
  const tried = parts.length === 2 ? Number.POSITIVE_INFINITY : HOMES_A_PART
  const [first, ...others] = parts.map(part => ({part, homes: group.homesFor(part).slice(0, tried)}))
  if (first === undefined) return []
  let ways: readonly Way[] = first.homes.map(home => extended(NOWHERE, first.part, home, 0))
  for (const next of others) ways = bestExtended(ways, next, next === others.at(-1) ? MOST : WAYS_KEPT)
  return ways
}

const NOWHERE: Way = {parts: [], homes: [], miles: 0, suitability: 0}

interface Candidates {
  readonly part: Part
  readonly homes: readonly Scored[]
}

/** The best ways to go on with a home for one part more, another home than the way has already. */
function bestExtended(ways: readonly Way[], {part, homes}: Candidates, most: number): readonly Way[] {
  const best: Way[] = []
  for (const way of ways) {
    for (const scored of homes) {
      if (way.homes.includes(scored.home)) continue
      const miles = way.miles + milesToAll(way.homes, scored.home)
      if (best.length === most && tenths(miles) > tenths(best.at(-1)?.miles ?? 0)) continue
      insert(best, extended(way, part, scored, miles), most)
    }
  }
  return best
}

const extended = (way: Way, part: Part, {home, value}: Scored, miles: number): Way => ({
  parts: [...way.parts, part],
  homes: [...way.homes, home],
  miles,
  suitability: way.suitability + value * sizeOf(part),
})

const milesToAll = (homes: readonly Home[], {household}: Home): number =>
  homes.reduce((sum, other) => sum + exactMiles(other.household.home, household.home), 0)

function insert(best: Way[], way: Way, most: number): void {
  const worse = best.findIndex(other => byMerit(way, other) < 0)
  best.splice(worse < 0 ? best.length : worse, 0, way)
  if (best.length > most) best.pop()
}

/** Miles count as they are shown, in tenths; ids and parts decide what is left, so that the input's order never does. */
function byMerit(a: Way, b: Way): number {
  return tenths(a.miles) - tenths(b.miles) || b.suitability - a.suitability || (keyOf(a) < keyOf(b) ? -1 : 1)
}

const tenths = (miles: number): number => Math.round(miles * 10)
const keyOf = ({homes, parts}: Way): string =>
  [...homes.map(({household}) => household.id), ...parts].join(' ')

/** The children to be parted, eldest first, and the homes that could take any part of them. */
interface Group {
  readonly input: MatchInput
  readonly children: readonly ChildId[]
  readonly partyFor: (part: Part) => Party
  /** Most suitable first. */
  readonly homesFor: (part: Part) => readonly Scored[]
}

function groupFor(input: MatchInput, homes: readonly Home[]): Group {
  const children = input.children.toSorted((a, b) => (a.dob + a.id < b.dob + b.id ? -1 : 1)).map(({id}) => id)
  const partyFor = (part: Part): Party =>
    partyOf(
      input,
      children.filter((_, i) => part & (1 << i)),
    )
  const optionsFor = remembered((part: Part): ReadonlySet<Home> => {
    const party = partyFor(part)
    const eldest = part & -part
    return new Set(
      part === eldest
        ? homes.filter(home => isOption(party, home))
        : [...optionsFor(eldest).intersection(optionsFor(part ^ eldest))].filter(home =>
            isOption(party, home),
          ),
    )
  })
  const homesFor = remembered((part: Part) => {
    const party = partyFor(part)
    return [...optionsFor(part)].map(home => scored(party, home)).toSorted(bySuitability)
  })
  return {input, children, partyFor, homesFor}
}

function remembered<Value>(make: (part: Part) => Value): (part: Part) => Value {
  const made = new Map<Part, Value>()
  return part => {
    const value = made.get(part) ?? make(part)
    made.set(part, value)
    return value
  }
}

function split(group: Group, {parts, homes, miles, suitability}: Way, rank: number): Split {
  const size = group.children.length
  return {
    rank,
    homes: homes.map((home, i) => splitHome(group.partyFor(parts[i] ?? 0), home)),
    pairsParted: pairsParted(parts),
    milesBetweenHomes: tenths(miles) / 10,
    suitability: Math.round(suitability / size),
    words: splitInWords(parts, tenths(miles) / 10, group.input.referral.siblings),
  }
}

function splitHome(party: Party, home: Home): SplitHome {
  const {suitability, exactMiles} = suitabilityOf(party, home)
  return {
    householdId: home.household.id,
    children: party.seekers.map(({child}) => child.id),
    suitability,
    distanceMiles: exactMiles === null ? null : tenths(exactMiles) / 10,
    approvals: approvalsFor(party, home),
  }
}

function splitInWords(parts: readonly Part[], miles: number, plan: SiblingPlan): string {
  const all = pairs(parts.reduce((sum, part) => sum + sizeOf(part), 0))
  const apart = `${parts.length} homes, ${miles} miles ${parts.length === 2 ? 'apart' : 'between them in all'}`
  const parted = `parts ${pairsParted(parts)} of ${all} ${all === 1 ? 'pair' : 'pairs'} of brothers and sisters`
  const change = plan === 'together' ? '; the plan is to keep them together, and would have to change' : ''
  return `${apart}; ${parted}${change}`
}
