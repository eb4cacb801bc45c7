import {dayInWords} from '../../calendar.ts'
import type {Restriction} from '../../child/child.ts'
import {takes} from '../../household/capacity.ts'
import type {ChildId} from '../../ids.ts'
import type {Party} from '../party.ts'
import type {Home} from '../shortlist.ts'
import {type Broken, HOLDS} from './rule.ts'

/**
 * What homes break of the restrictions recorded for the children, of whom some have any; `broken` says in words
 * how, or null. A restriction past its review binds until somebody lifts it, and says that its review was due.
 */
export function brokenRestrictions(
  {seekers, at}: Party,
  broken: (restriction: Restriction, home: Home) => string | null,
): Broken | null {
  const restrictions = seekers.flatMap(({child}) => child.restrictions ?? [])
  if (restrictions.length === 0) return null
  return home => {
    let found: string[] | undefined
    for (const restriction of restrictions) {
      const words = broken(restriction, home)
      if (words === null) continue
      found ??= []
      found.push(restriction.reviewBy < at.slice(0, 10) ? `${words} (${reviewWasDue(restriction)})` : words)
    }
    return found ?? HOLDS
  }
}

const reviewWasDue = ({reviewBy}: Restriction): string => `review was due by ${dayInWords(reviewBy)}`

/** Whether the party would live with this child on any night: one of its own, or someone who has a place there. */
export const wouldLiveWith = (childId: ChildId, {arrival}: Party, {calendar}: Home): boolean =>
  arrival.children.some(child => child.childId === childId) ||
  calendar.some(occupancy => occupancy.occupant?.childId === childId && takes(occupancy, arrival))
