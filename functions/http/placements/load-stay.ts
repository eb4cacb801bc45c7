import type {AuthorityId, PlacementId} from '../../../domain/ids.ts'
import type {Leaving} from '../../../domain/placement/end-placement.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {nowhereYet, type Whereabouts} from '../../../domain/placement/whereabouts.ts'
import {loadDeadlines} from '../../store/deadlines.ts'
import {loadPlacement} from '../../store/placements.ts'
import {loadReferral} from '../../store/referrals.ts'
import type {Stored} from '../../store/stored.ts'
import type {Table} from '../../store/table.ts'
import {loadWhereabouts} from '../../store/whereabouts.ts'
import {isEmergency, type Read} from './keep-placements.ts'
import {homeIn, loadHomeOf, type StoredHome} from './load-homes.ts'

/** A placement that is to change, with the household that it is in and where else its child has lived. */
export interface Stay {
  readonly placement: Stored<Placement>
  readonly home: StoredHome | null
  readonly leaving: Leaving
  readonly whereabouts: Whereabouts
  /** Whether the child was taken in at once, as its referral said. */
  readonly isEmergency: boolean
  readonly read: Read
}

/** null when the authority has no such placement. */
export async function loadStay(table: Table, auth: AuthorityId, id: PlacementId): Promise<Stay | null> {
  const placement = await loadPlacement(table, auth, id)
  if (placement === null) return null
  const {childId, householdId, referralId} = placement.value
  const [home, whereabouts, referral, deadlines] = await Promise.all([
    householdId && loadHomeOf(table, auth, householdId),
    loadWhereabouts(table, auth, [childId]),
    referralId && loadReferral(table, auth, referralId),
    loadDeadlines(table, auth, id),
  ])
  return {
    placement,
    home,
    leaving: {placement: placement.value, home: home && homeIn(home)},
    whereabouts: whereabouts.get(childId)?.value ?? nowhereYet(childId),
    isEmergency: isEmergency(referral?.value),
    read: {
      placements: [placement],
      whereabouts,
      homes: home ? [home] : [],
      deadlines,
      hold: null,
      referral: null,
    },
  }
}
