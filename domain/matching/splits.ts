import type {Occupancy} from '../household/occupancy.ts'
import type {ChildId} from '../ids.ts'
import type {SiblingPlan} from '../referral/referral.ts'
import {remembered} from '../remembered.ts'
import {approvalsFor} from './approvals/required.ts'
import {type Part, pairs, pairsParted, partitions, runs, sizeOf} from './partitions.ts'
import {type Party, partyOf} from './party.ts'
import {bySuitability, type Scored, scored} from './rank.ts'
import {isOption} from './rules/breaches.ts'
import type {Home, MatchInput, Split, SplitHome} from './shortlist.ts'
import {suitabilityOf} from './suitability.ts'
import {byMerit, MOST_WAYS, tenths, type Way, waysFor} from './ways-to-part.ts'

/** Every way to part a group is tried up to this size (4,140 ways); beyond it, only runs of children by age. */
const EVERY_WAY_UP_TO = 8
/** Nor is any group parted over more homes than this. */
const MOST_HOMES = 8

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
    const ways = (byPairs.get(parted) ?? []).flatMap(parts =>
      waysFor(parts.map(part => ({part, homes: group.homesFor(part)}))),
    )
    found.push(...ways.toSorted(byMerit).slice(0, MOST_WAYS - found.length))
    if (found.length === MOST_WAYS) break
  }
  return found
}

/** The children to be parted, eldest first, and the homes that could take any part of them. */
interface Group {
  readonly input: MatchInput
  readonly children: readonly ChildId[]
  readonly partyFor: (part: Part) => Party
  /** Most suitable first. */
  readonly homesFor: (part: Part) => readonly Scored[]
}

/**
 * What a part breaks, the whole breaks too, so only homes that could take both halves of a part are asked. The
 * exception is a home where one of them has a place already: that place frees up only for a part with them in it.
 */
function groupFor(input: MatchInput, homes: readonly Home[]): Group {
  const children = input.children.toSorted((a, b) => (a.dob + a.id < b.dob + b.id ? -1 : 1)).map(({id}) => id)
  const partyFor = (part: Part): Party =>
    partyOf(
      input,
      children.filter((_, i) => part & (1 << i)),
    )
  const takenByThem = new Set(homes.filter(({calendar}) => calendar.some(isBy(children))))
  const optionsFor = remembered((part: Part): ReadonlySet<Home> => {
    const party = partyFor(part)
    const eldest = part & -part
    const couldTake = (home: Home): boolean =>
      part === eldest ||
      takenByThem.has(home) ||
      (optionsFor(eldest).has(home) && optionsFor(part ^ eldest).has(home))
    return new Set(homes.filter(home => couldTake(home) && isOption(party, home)))
  })
  const homesFor = remembered((part: Part) => {
    const party = partyFor(part)
    return [...optionsFor(part)].map(home => scored(party, home)).toSorted(bySuitability)
  })
  return {input, children, partyFor, homesFor}
}

const isBy =
  (children: readonly ChildId[]) =>
  ({occupant}: Occupancy): boolean =>
    occupant !== null && children.includes(occupant.childId)

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
