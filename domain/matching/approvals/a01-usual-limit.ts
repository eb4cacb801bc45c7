import {authorityName} from '../../authority/authorities.ts'
import {fullestNights, isFostered, takesOn} from '../../household/capacity.ts'
import type {Occupancy} from '../../household/occupancy.ts'
import type {Party} from '../party.ts'
import {type ApprovalNeeded, NOT_NEEDED} from './approval.ts'

/**
 * More fostered children on any night than the usual fostering limit, unless all are brothers and sisters.
 * Children of every authority count, on short breaks too; carers' own children and Staying Put adults do not.
 * Only the authority where the carers live can exempt them.
 */
export const a01UsualLimit: ApprovalNeeded = {
  rule: 'A1',
  source: 'Children Act 1989 Schedule 7',
  needed: (party, {household, calendar}) => {
    if (household.kind === 'parent' || household.kind === 'supported-lodgings') return NOT_NEEDED
    const {usualFosteringLimit} = party.policy
    let most = 0
    for (const night of fullestNights(calendar, party.arrival)) {
      const there = calendar.filter(
        occupancy => isFostered(occupancy) && takesOn(occupancy, night, party.arrival),
      )
      if (!areAllSiblings(party, there)) most = Math.max(most, there.length + party.seekers.length)
    }
    if (most <= usualFosteringLimit) return NOT_NEEDED
    const words =
      `${most} fostered children who are not all brothers and sisters, over the usual limit of ${usualFosteringLimit}: ` +
      `an exemption by ${authorityName(household.authorityId)}, where the carers live`
    return [{role: 'nominated-officer-of-carers-authority', within: null, words}]
  },
}

/** The children of one party are one sibling group; whoever is there belongs to it only when both records say so. */
const areAllSiblings = ({seekers}: Party, there: readonly Occupancy[]): boolean =>
  there.every(({occupant}) => {
    const group = occupant?.siblingGroupId ?? null
    return group !== null && seekers.some(({child}) => child.siblingGroupId === group)
  })
