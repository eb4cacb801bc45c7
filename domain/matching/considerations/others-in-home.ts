import {ageOn, type Day} from '../../calendar.ts'
import type {Sex} from '../../child/child.ts'
import type {Occupancy} from '../../household/occupancy.ts'
import type {ChildId} from '../../ids.ts'
import type {Party} from '../party.ts'
import type {Home} from '../shortlist.ts'

/** What bears on living with another child; an absent fact is not known. */
export interface OtherChild {
  readonly dob?: Day
  readonly sex?: Sex
}

/** Fostered children: a Staying Put young adult is grown up, and a place not available is nobody. */
const isFostered = ({kind}: Occupancy): boolean =>
  kind === 'placement' || kind === 'respite' || kind === 'hold'

const hasExpired = ({expiresAt}: Occupancy, {at}: Party): boolean =>
  expiresAt !== undefined && expiresAt <= at

/**
 * The children who would live with the party on its first night: fostered ones, and the household's own under
 * 18. Whoever is there without facts is another child of whom nothing more is known.
 */
export function otherChildren({household, calendar}: Home, party: Party): readonly OtherChild[] {
  const night = party.referral.neededFrom
  const fostered = calendar
    .filter(stay => isFostered(stay) && !hasExpired(stay, party))
    .filter(stay => stay.from <= night && (stay.until === null || night < stay.until))
    .filter(({occupant}) => !party.seekers.some(({child}) => child.id === occupant?.childId))
    .map(({occupant}) => occupant ?? {})
  const own = (household.members ?? [])
    .filter(({relationship}) => relationship === 'own-child' || relationship === 'other-child')
    .filter(({dob}) => dob === undefined || ageOn(dob, night) < 18)
  return [...fostered, ...own]
}

/** Whether this child would be there on any night of the party's stay. */
export function wouldLiveWith(childId: ChildId, {calendar}: Home, party: Party): boolean {
  const {neededFrom, expectedUntil} = party.referral
  if (party.seekers.some(({child}) => child.id === childId)) return true
  return calendar.some(
    stay =>
      stay.occupant?.childId === childId &&
      !hasExpired(stay, party) &&
      (expectedUntil === null || stay.from < expectedUntil) &&
      (stay.until === null || neededFrom < stay.until),
  )
}
