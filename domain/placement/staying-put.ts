import {ageOn, type Day, type Instant} from '../calendar.ts'
import {withoutLapsedHolds} from '../household/calendar.ts'
import type {OccupancyId} from '../ids.ts'
import type {MatchingPolicy} from '../matching/policy.ts'
import type {Home} from '../matching/shortlist.ts'
import {ok, type Result, refuse} from '../result.ts'
import {type EndRefusal, leave} from './end-placement.ts'
import {placementOver} from './events.ts'
import type {Placement} from './placement.ts'
import type {EndsTooSoon, PlacementsDecided} from './placement-request.ts'
import {reschedule, whyNoRoomFor} from './reschedule.ts'
import {type Whereabouts, withPlacements} from './whereabouts.ts'

export interface StayingPutRequest {
  readonly placement: Placement
  readonly home: Home
  readonly whereabouts: Whereabouts
  readonly dob: Day
  /** The 18th birthday, or later. */
  readonly on: Day
  /** null: no end is known. The law's arrangements end at 21. */
  readonly until: Day | null
  readonly occupancyId: OccupancyId
  readonly policy: MatchingPolicy
  readonly at: Instant
}

export type StayingPutRefusal =
  | EndRefusal
  /** They are looked after until they are 18. */
  | {readonly kind: 'not-yet-18'}
  /** Only a main placement with foster carers or connected persons goes on so. */
  | {readonly kind: 'not-with-foster-carers'}

/**
 * A young person of 18 stays with the carers (Children Act 1989 s.23CZA): the placement ends, and the place and
 * a bedroom of their own stay taken, by nobody who is fostered.
 */
export function stayPut(request: StayingPutRequest): Result<PlacementsDecided, StayingPutRefusal> {
  const {placement, home, dob, on, until} = request
  const {kind, id: householdId} = home.household
  const isFostered = kind === 'fostering' || kind === 'connected-person'
  if (!isFostered || placement.arrangement !== 'main' || placement.householdId !== householdId)
    return refuse({kind: 'not-with-foster-carers'})
  if (ageOn(dob, on) < 18) return refuse({kind: 'not-yet-18'})
  if (until !== null && until <= on) return refuse({kind: 'ends-before-it-starts', from: on, until})
  const left = leave(request, {on, reason: null, rec: 'E17', nextPlacementId: null}, request)
  if (!left.ok) return left
  return staysIn(left.value.home ?? home, left.value.ended, request)
}

function staysIn(
  home: Home,
  ended: Placement,
  {placement, whereabouts, on, until, occupancyId, policy, at}: StayingPutRequest,
): Result<PlacementsDecided, StayingPutRefusal> {
  const before = home.calendar.find(({id}) => id === placement.occupancyId)
  const occupant = before?.occupant ?? null
  const adult = {occupant: occupant && {...occupant, mayNotShare: true}}
  const refusal = whyNoRoomFor(adult, {from: on, until}, home, {policy, at})
  if (refusal !== null) return refuse(refusal)
  const stays: Placement = {...ended, stayingPut: {occupancyId, until, ended: false}}
  return ok({
    placements: [stays],
    whereabouts: [withPlacements(whereabouts, [ended])],
    calendars: [
      {
        householdId: home.household.id,
        calendar: [
          ...home.calendar,
          {
            id: occupancyId,
            kind: 'staying-put',
            from: on,
            until,
            bedroomId: before?.bedroomId ?? null,
            occupant,
          },
        ],
      },
    ],
    hold: null,
    referral: null,
    events: [placementOver(stays)],
  })
}

export interface StayingPutEndRequest {
  readonly placement: Placement
  /** The household where they stay, as it stands now; null: another setting. */
  readonly home: Home | null
  /** The first night on which they no longer live there. */
  readonly on: Day
  readonly policy: MatchingPolicy
  readonly at: Instant
}

export type StayingPutEndRefusal =
  | {readonly kind: 'not-staying-put'}
  | Extract<EndRefusal, {kind: 'already-ended' | 'conditions-failed' | 'already-has-a-place'}>
  | EndsTooSoon

/** The young adult leaves, and the place is free again. */
export function endStayingPut(
  request: StayingPutEndRequest,
): Result<PlacementsDecided, StayingPutEndRefusal> {
  const {placement, home, on} = request
  const {occupancyId, until, ended} = placement.stayingPut ?? {}
  const staying = home?.calendar.find(({id}) => id === occupancyId)
  if (!home || !occupancyId || !staying) return refuse({kind: 'not-staying-put'})
  if (ended) return refuse({kind: 'already-ended', on: until!})
  const {from} = staying
  if (on <= from) return refuse({kind: 'ends-before-it-starts', from, until: on})
  const standing = {...home, calendar: withoutLapsedHolds(home.calendar, request.at)}
  const without = reschedule(standing, occupancyId, {from, until: on}, request)
  if (!without.ok) return without
  const {household, calendar} = without.value
  const over = {...placement, stayingPut: {occupancyId, until: on, ended: true}}
  return ok({
    placements: [over],
    whereabouts: [],
    calendars: [{householdId: household.id, calendar}],
    hold: null,
    referral: null,
    events: [
      {
        name: 'StayingPutEnded',
        placementId: over.id,
        childId: over.childId,
        householdId: household.id,
        on,
      },
    ],
  })
}
