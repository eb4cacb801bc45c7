import {addDays, type Day, dayNumber} from '../../domain/calendar.ts'
import type {LegalStatus} from '../../domain/child/child.ts'
import type {Random} from '../random.ts'

/** The legal status from that day on. */
export interface Order {
  readonly from: Day
  readonly status: LegalStatus
}

interface Course {
  /** The first day in care. */
  readonly start: Day
  /** The last status stands by then: the day of leaving, of an adoptive placement, or today. */
  readonly by: Day
  readonly status: LegalStatus
  /** With parents at some time: never while accommodated under s.20 (SSDA903 rule 378). */
  readonly neverAccommodated: boolean
}

/** How a child came to the present legal status: at most three, the first from the day on which care began. */
export function drawOrders({start, by, status, neverAccommodated}: Course, random: Random): readonly Order[] {
  const earlier = earlierStatuses(status, neverAccommodated, random)
  const days = dayNumber(by) - dayNumber(start)
  const orders: Order[] = []
  let from = start
  for (const each of earlier) {
    const long = Math.round(usualDays(each, random))
    const until = addDays(from, long)
    // A month at least remains for what follows.
    if (dayNumber(until) - dayNumber(start) > days - 30) break
    orders.push({from, status: each})
    from = until
  }
  return [...orders, {from, status}]
}

function earlierStatuses(
  status: LegalStatus,
  neverAccommodated: boolean,
  random: Random,
): readonly LegalStatus[] {
  const before: readonly LegalStatus[] =
    neverAccommodated || random.chance(0.5) ? [] : random.chance(0.3) ? ['L2'] : ['V2']
  switch (status) {
    case 'C1':
      return before
    case 'C2':
    case 'E1':
      return [...before, 'C1']
    default:
      return []
  }
}

/** An emergency protection order lasts eight days; care proceedings half a year to one. */
function usualDays(status: LegalStatus, random: Random): number {
  if (status === 'L2') return 8
  return status === 'V2' ? random.integer(20, 150) : random.integer(150, 330)
}
