import {addDays, type Day} from '../domain/calendar.ts'
import type {EthnicityCode} from '../domain/child/ethnicity.ts'
import type {PlaceCode, ProviderCode} from '../domain/placement/codes.ts'
import type {ChildHistory, Episode} from '../domain/sufficiency/history.ts'
import {makeRandom, type Random} from '../sample/random.ts'

export interface HistoriesOptions {
  readonly seed: number
  readonly children: number
  /** On average, give or take half. */
  readonly episodesAChild: number
  readonly from: Day
  readonly until: Day
  /** Of those whose history reaches the end, how many are still looked after on it. */
  readonly stay: number
}

const HOMES: readonly (readonly [PlaceCode, ProviderCode | null])[] = [
  ['U6', 'PR1'],
  ['U6', 'PR4'],
  ['U4', 'PR4'],
  ['U4', 'PR1'],
  ['U3', 'PR1'],
  ['U1', 'PR1'],
  ['K2', 'PR4'],
  ['K3', 'PR4'],
  ['P1', 'PR0'],
  ['A6', 'PR1'],
  ['S1', 'PR5'],
]
const ETHNICITIES: readonly EthnicityCode[] = ['WBRI', 'BAFR', 'BCRB', 'MWBC', 'ABAN', 'OOTH', 'NOBT']
const AREAS = ['E09000023', 'E09000006', 'E10000016', 'E08000003']

/**
 * Histories of the same shape as a return's, one after another without gaps and some with; invented, and in no proportion
 * to any authority's. The same options give the same histories.
 */
export function madeHistories(options: HistoriesOptions): readonly ChildHistory[] {
  const random = makeRandom(options.seed)
  const days = daysBetween(options.from, options.until)
  return Array.from({length: options.children}, (_, i) => history(`${i}`, days, options, random))
}

function daysBetween(from: Day, until: Day): readonly Day[] {
  const days: Day[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

function history(
  reference: string,
  days: readonly Day[],
  {episodesAChild, stay}: HistoriesOptions,
  random: Random,
): ChildHistory {
  const uasc = random.chance(0.08)
  const day = days[random.integer(0, days.length - 1)]!
  const count = random.integer(Math.ceil(episodesAChild / 2), Math.floor(episodesAChild * 1.5))
  return {
    reference,
    dob: `${Number(day.slice(0, 4)) - random.integer(0, 15)}${day.slice(4)}`.replace('02-29', '02-28'),
    sex: random.pick(['F', 'M']),
    ethnicity: random.pick(ETHNICITIES),
    uasc,
    uascUntil: null,
    siblingGroupId: random.chance(0.4) ? `group-${Math.floor(Number(reference) / 3)}` : null,
    sdq: [],
    episodes: episodes(days, count, {random, uasc, stays: random.chance(stay)}),
  }
}

interface Growing {
  readonly random: Random
  readonly uasc: boolean
  /** Still looked after at the end. */
  readonly stays: boolean
}

function episodes(days: readonly Day[], count: number, growing: Growing): readonly Episode[] {
  const {random} = growing
  const drawn = Array.from({length: count + 1}, () => random.integer(0, days.length - 1))
  const starts = [...new Set(drawn)].toSorted((a, b) => a - b)
  const made: Episode[] = []
  for (let i = 0; i < starts.length - 1; i++) {
    const [from, until] = [days[starts[i]!]!, days[starts[i + 1]!]!]
    made.push(episode({from, until, isLast: i === starts.length - 2}, made.at(-1), growing))
  }
  return made
}

function episode(
  {from, until, isLast}: {readonly from: Day; readonly until: Day; readonly isLast: boolean},
  before: Episode | undefined,
  {random, uasc, stays}: Growing,
): Episode {
  const [place, provider] = random.pick(HOMES)
  const goesOn = before?.ceased === 'X1'
  const began = goesOn ? random.pick(['P', 'P', 'L', 'B', 'T'] as const) : 'S'
  const kept = began === 'L' ? before : undefined
  const isTemporary = began === 'P' && !isLast && random.chance(0.1)
  const home = isTemporary ? ({place: 'T3', provider: null} as const) : (kept ?? {place, provider})
  const isOpen = isLast && stays
  return {
    from,
    until: isOpen ? null : until,
    began,
    legalStatus: random.pick(['C2', 'C2', 'C1', 'V2', 'E1']),
    need: 'N1',
    place: home.place,
    provider: home.provider,
    ceased: isOpen ? null : isLast || random.chance(0.05) ? 'E4A' : 'X1',
    reasonForChange: null,
    homePostcode: 'SE6 4RU',
    placementPostcode: kept?.placementPostcode ?? `SE${random.integer(1, 28)} ${random.integer(1, 9)}AA`,
    urn: null,
    householdId: null,
    placementAuthority: random.pick(AREAS),
    distanceMiles: uasc ? null : random.integer(0, 600) / 10,
    source: 'return',
  }
}
