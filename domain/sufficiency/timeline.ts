import {addDays, type Day} from '../calendar.ts'
import type {LegalStatus} from '../child/child.ts'
import {type Location, milesBetween} from '../location.ts'
import type {Placement} from '../placement/placement.ts'
import {isLeaving} from './census.ts'
import {type Disagreement, disagreementsOf, endOf, isSamePlacement} from './disagreements.ts'
import type {ChildHistory, Episode, NeedCode, ReasonForNewEpisode} from './history.ts'
import {isTemporary} from './provision.ts'
import {isSamePostcode} from './same-home.ts'

/** What is known of one child, from the return and from Hearth. */
export interface ChildOnRecord {
  readonly child: Omit<ChildHistory, 'episodes'>
  /** As they are recorded now, for episodes that Hearth alone knows. */
  readonly legalStatus: LegalStatus | null
  readonly need: NeedCode | null
  /** Where the child lived when care began. */
  readonly home: Location | null
  /** From returns, by first day, without overlaps. */
  readonly imported: readonly Episode[]
  /** The last day that the returns cover; null: none was imported. */
  readonly coveredTo: Day | null
  /** All of the child's in Hearth, in any order; stays aside are no episodes. */
  readonly placements: readonly Placement[]
}

export interface Timeline {
  readonly history: ChildHistory
  /** What the return says otherwise than Hearth of the same nights; the history keeps the return's word. */
  readonly disagreements: readonly Disagreement[]
}

/**
 * One history out of two: the return's for the nights that it covers, Hearth's main placements after them. Where the
 * return's open episode and the placement of the last night covered are the same, they are one episode, which ends as
 * Hearth says.
 */
export function historyOf(record: ChildOnRecord): Timeline {
  const {child, coveredTo} = record
  const main = record.placements
    .filter(({arrangement}) => arrangement === 'main')
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (coveredTo === null)
    return {history: {...child, episodes: withHearth(record, [], main, null)}, disagreements: []}
  const next = addDays(coveredTo, 1)
  const imported = record.imported.map(episode => ({...episode, householdId: householdOf(episode, main)}))
  const {covered, later} = joinAt(next, imported, main)
  return {
    history: {...child, episodes: withHearth(record, covered, later, next)},
    disagreements: disagreementsOf(child.reference, record.imported, main, next),
  }
}

/** The return knows no households: Hearth's is taken where it has the child in the same place on one of the nights. */
const householdOf = (episode: Episode, main: readonly Placement[]): string | null =>
  main.find(placement => overlaps(placement, episode) && isSamePlacement(placement, episode))?.householdId ??
  episode.householdId

function overlaps(placement: Placement, {from, until}: Episode): boolean {
  const end = endOf(placement)
  return (until === null || placement.from < until) && (end === null || from < end)
}

interface Joint {
  readonly covered: readonly Episode[]
  /** The placements that go on from there. */
  readonly later: readonly Placement[]
}

/** The return's episodes with the open one ended as Hearth says, and the placements that follow. */
function joinAt(next: Day, imported: readonly Episode[], main: readonly Placement[]): Joint {
  const open = imported.at(-1)
  const later = main.filter(placement => (endOf(placement) ?? 'none') > next)
  if (open === undefined || open.until !== null) return {covered: imported, later}
  const before = imported.slice(0, -1)
  const current = main.find(placement => placement.from < next && (endOf(placement) ?? 'none') >= next)
  const isOne = current !== undefined && isSamePlacement(current, open)
  if (current !== undefined && (isOne || endOf(current) === next))
    return {covered: [...before, {...open, ...endingOf(current)}], later: later.filter(p => p !== current)}
  const follows = later[0]
  if (follows === undefined) return {covered: imported, later}
  return {covered: [...before, {...open, until: latest(follows.from, next), ceased: 'X1'}], later}
}

const endingOf = (placement: Placement): Pick<Episode, 'until' | 'ceased' | 'reasonForChange'> => ({
  until: endOf(placement),
  ceased: placement.ended?.rec ?? null,
  reasonForChange: placement.ended?.reason ?? null,
})

const latest = (a: Day, b: Day): Day => (a > b ? a : b)

/** Episodes, and after them those of placements, none before `next`. */
function withHearth(
  record: ChildOnRecord,
  covered: readonly Episode[],
  later: readonly Placement[],
  next: Day | null,
): readonly Episode[] {
  const episodes = [...covered]
  for (const placement of later) {
    const from = next === null ? placement.from : latest(placement.from, next)
    episodes.push(episodeOf(record, placement, from, episodes.at(-1) ?? null))
  }
  return episodes
}

function episodeOf(
  {child, home, legalStatus, need}: ChildOnRecord,
  placement: Placement,
  from: Day,
  previous: Episode | null,
): Episode {
  const {code, location, setting, householdId, authorityId} = placement
  const began = beganAs(placement, from, previous)
  return {
    from,
    ...endingOf(placement),
    began,
    legalStatus,
    // Fixed for a whole period of care.
    need: began === 'S' ? need : (previous?.need ?? need),
    place: code.place,
    provider: code.provider,
    homePostcode: home?.postcode ?? null,
    placementPostcode: location.postcode,
    urn: setting?.urn ?? null,
    householdId,
    placementAuthority: authorityId,
    distanceMiles: child.uasc || home === null ? null : milesBetween(home, location),
    source: 'hearth',
  }
}

/** S after a gap or an end of care. T: the same address as the return's last, where only the codes differ. Else P. */
function beganAs(placement: Placement, from: Day, previous: Episode | null): ReasonForNewEpisode {
  if (previous === null || previous.until !== from || isLeaving(previous)) return 'S'
  const isSameHome =
    placement.from < from &&
    !isTemporary(previous.place) &&
    previous.placementPostcode !== null &&
    isSamePostcode(previous.placementPostcode, placement.location.postcode)
  return isSameHome ? 'T' : 'P'
}
