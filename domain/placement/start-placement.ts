import {withoutLapsedHolds} from '../household/calendar.ts'
import type {Occupancy} from '../household/occupancy.ts'
import type {ChildId} from '../ids.ts'
import type {Home} from '../matching/shortlist.ts'
import {ok, type Result, refuse} from '../result.ts'
import {householdIn, whyNoBasis} from './basis.ts'
import {choiceOf} from './choice.ts'
import {type PlacementEvent, placementStarted} from './events.ts'
import {occupantsOf} from './occupant.ts'
import type {Chosen, Placement} from './placement.ts'
import type {Comer, PlacementRefusal, PlacementRequest, PlacementsDecided} from './placement-request.ts'
import {withPlaced} from './referral-open.ts'
import {withoutPlacesOf} from './release-hold.ts'
import {type Suited, suitsHousehold, suitsSetting} from './suits.ts'
import {whyElsewhere} from './two-homes.ts'
import {withPlacements} from './whereabouts.ts'

/**
 * Children come to live in a household or another setting: from a hold, from an offer, or directly; as their
 * main home, or for a respite or hospital stay that leaves the main one as it is. All of them, or none.
 */
export function startPlacement(request: PlacementRequest): Result<PlacementsDecided, PlacementRefusal> {
  const {from, until, arrangement, into} = request
  if (until !== null && until <= from) return refuse({kind: 'ends-before-it-starts', from, until})
  const refusal = whyNoBasis(request) ?? whyInTwoHomes(request)
  if (refusal !== null) return refuse(refusal)
  if (arrangement === 'hospital' && 'home' in into) return refuse({kind: 'hospital-in-a-household'})
  const destination = 'home' in into ? {home: withoutHolds(into.home, request)} : into
  const suited =
    'home' in destination ? suitsHousehold(request, destination.home) : suitsSetting(request, destination)
  if (!suited.ok) return suited
  const choices = choicesOf(request)
  if (!choices.ok) return choices
  return ok(placed({...request, into: destination}, suited.value, choices.value))
}

function whyInTwoHomes({children, arrangement, from, until}: PlacementRequest): PlacementRefusal | null {
  for (const {whereabouts} of children) {
    const refusal = whyElsewhere(whereabouts, arrangement, {from, until})
    if (refusal !== null) return refusal
  }
  return null
}

function withoutHolds({household, calendar}: Home, {hold, at}: PlacementRequest): Home {
  const standing = withoutLapsedHolds(calendar, at)
  return {household, calendar: hold === null ? standing : withoutPlacesOf(hold, standing)}
}

function choicesOf({
  children,
  shown,
  into,
  reason,
}: PlacementRequest): Result<ReadonlyMap<ChildId, Chosen>, PlacementRefusal> {
  const choices = new Map<ChildId, Chosen>()
  for (const {child} of shown === null ? [] : children) {
    const choice = choiceOf(shown!, child.id, householdIn(into), reason)
    if (!choice.ok) return choice
    choices.set(child.id, choice.value)
  }
  return ok(choices)
}

function placed(
  request: PlacementRequest,
  suited: Suited,
  choices: ReadonlyMap<ChildId, Chosen>,
): PlacementsDecided {
  const {children, into, hold, referral, at} = request
  const placements = children.map(comer =>
    placementOf(comer, request, suited, choices.get(comer.child.id) ?? null),
  )
  return {
    placements,
    whereabouts: children.map(({whereabouts}, i) => withPlacements(whereabouts, [placements[i]!])),
    calendars:
      'home' in into
        ? [
            {
              householdId: into.home.household.id,
              calendar: [...into.home.calendar, ...placesOf(request, suited)],
            },
          ]
        : [],
    hold: hold && {...hold, placedAt: at},
    referral:
      referral &&
      withPlaced(
        referral,
        children.map(({child}) => child.id),
      ),
    events: placements.flatMap(eventsOf),
  }
}

function placesOf(
  {children, arrangement, from, until}: PlacementRequest,
  {party}: Suited,
): readonly Occupancy[] {
  const occupants = occupantsOf(party)
  return children.map(({child, occupancyId}) => ({
    id: occupancyId,
    kind: arrangement === 'respite' ? 'respite' : 'placement',
    from,
    until,
    bedroomId: null,
    occupant: occupants.get(child.id) ?? null,
  }))
}

function placementOf(
  {child, placementId, occupancyId}: Comer,
  {referral, hold, offer, arrangement, from, until, into}: PlacementRequest,
  {code, weeklyCostPence, approvals}: Suited,
  chosen: Chosen | null,
): Placement {
  const where =
    'home' in into
      ? {
          householdId: into.home.household.id,
          occupancyId,
          setting: null,
          location: into.home.household.home,
          authorityId: into.home.household.authorityId,
        }
      : {
          householdId: null,
          occupancyId: null,
          setting: into.setting,
          location: into.location,
          authorityId: into.authorityId,
        }
  return {
    id: placementId,
    childId: child.id,
    referralId: referral?.id ?? null,
    holdId: hold?.id ?? null,
    approachId: offer?.approachId ?? null,
    arrangement,
    from,
    until,
    ...where,
    code,
    weeklyCostPence,
    approvals,
    chosen,
    ended: null,
    corrections: [],
  }
}

const eventsOf = (placement: Placement): readonly PlacementEvent[] => [
  placementStarted(placement),
  ...placement.approvals.map(
    ({rule, role, on}): PlacementEvent => ({
      name: 'ApprovalGranted',
      placementId: placement.id,
      approval: rule,
      role,
      grantedOn: on,
    }),
  ),
]
