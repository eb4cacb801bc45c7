import {timesOf} from '../../../domain/placement/deadline-times.ts'
import {type Deadline, deadlinesFor} from '../../../domain/placement/deadlines.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import type {PlacementsDecided} from '../../../domain/placement/placement-request.ts'
import type {ReferralKind, Urgency} from '../../../domain/referral/referral.ts'
import {ok, type Result} from '../../../domain/result.ts'
import type {Asking} from '../../runtime/endpoint.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import {registerAuthority} from '../../store/authorities.ts'
import {type Deadlines, keepDeadlines} from '../../store/deadlines.ts'
import {keepDecided, type ReadForPlacing, storedPlacements} from '../../store/decided.ts'
import type {Stored} from '../../store/stored.ts'
import type {Write} from '../../store/table.ts'
import {fault, invalid} from '../faults.ts'
import {householdStands, type StoredHome} from './load-homes.ts'
import {aboutPlacements, placementResource} from './placement-resource.ts'

/** What a decision was made on. */
export interface Read extends Omit<ReadForPlacing, 'calendars'> {
  readonly homes: readonly StoredHome[]
  /** Of the placement that was read. */
  readonly deadlines: Stored<Deadlines> | null
}

/** What of the request the time limits turn on, and which of its fields gave the day. */
export interface Around {
  readonly isEmergency: boolean
  /** null: as it was recorded. */
  readonly isImmediateEnd: boolean | null
  readonly dayAt: string
}

/** The commonest of what is asked: a child taken in at once. */
export const isEmergency = (
  asked: {readonly kind: ReferralKind; readonly urgency: Urgency} | undefined,
): boolean => asked?.kind === 'emergency' || asked?.urgency === 'same-day'

/** The answer of an operation that changes placements, and the writes that make it true, deadlines included. */
export async function keepPlacements(
  {table, caller: {authorityId}, now}: Asking,
  {homes, deadlines: kept, ...read}: Read,
  decided: PlacementsDecided,
  around: Around,
) {
  const calendars = new Map(homes.map(({household, calendar}) => [household.value.id, calendar]))
  const stored = storedPlacements({...read, calendars}, decided, now)
  const deadlines: Write<Refusal>[] = []
  await registerAuthority(table, authorityId, now)
  for (const placement of decided.placements) {
    const those = deadlinesOf(placement)
    if (!those.ok) return those
    deadlines.push(...those.value)
  }
  return ok({
    body: {placements: stored.map(placementResource)},
    about: aboutPlacements(decided.placements),
    writes: [
      ...keepDecided(authorityId, {...read, calendars}, decided, now),
      ...homes.map(({household}) => householdStands(authorityId, household)),
      ...deadlines,
    ],
  })

  /** Stays aside have none. */
  function deadlinesOf(placement: Placement): Result<readonly Write<Refusal>[], Refusal> {
    if (placement.arrangement !== 'main') return ok([])
    const isNew = !read.placements.some(({value}) => value.id === placement.id)
    const before = isNew ? null : kept
    const home = homes.find(({household}) => household.value.id === placement.householdId)
    const approval = home?.household.value.approval ?? null
    const isImmediateEnd =
      around.isImmediateEnd ??
      wasImmediate(
        before?.value.deadlines ?? [],
        read.placements.find(({value}) => value.id === placement.id)?.value.ended ?? null,
      )
    const times = timesOf(placement, {authorityId, approval, ...around, isImmediateEnd})
    const after = deadlinesFor(times, before?.value.deadlines ?? [], now)
    if (!after.ok)
      return invalid([fault(around.dayAt, 'is in or near a year whose bank holidays are not known')])
    return ok([keepDeadlines(authorityId, before, {about: placement.id, deadlines: after.value}, now)])
  }
}

/** An end that was not immediate gives its notice by the day itself; one that was has days after it. */
const wasImmediate = (deadlines: readonly Deadline[], ended: Placement['ended']): boolean =>
  ended !== null && deadlines.some(({kind, dueOn}) => kind === 'ending-notice' && dueOn > ended.on)
