import {ageOn, type Day} from '../../calendar.ts'
import type {Sex} from '../../child/child.ts'
import {isFostered, takes} from '../../household/capacity.ts'
import type {Party} from '../party.ts'
import type {Home} from '../shortlist.ts'

/** What bears on living with another child; an absent fact is not known. */
export interface OtherChild {
  readonly dob?: Day
  readonly sex?: Sex
}

/**
 * The children who would live with the party on its first night: fostered ones, and the household's own under
 * 18. Whoever is there without facts is another child of whom nothing more is known.
 */
export function otherChildren(
  {household, calendar}: Home,
  {referral, arrival}: Party,
): readonly OtherChild[] {
  const night = referral.neededFrom
  const fostered = calendar
    .filter(occupancy => isFostered(occupancy) && takes(occupancy, arrival) && occupancy.from <= night)
    .map(({occupant}) => occupant ?? {})
  const own = (household.members ?? [])
    .filter(({relationship}) => relationship === 'own-child' || relationship === 'other-child')
    .filter(({dob}) => dob === undefined || ageOn(dob, night) < 18)
  return [...fostered, ...own]
}
