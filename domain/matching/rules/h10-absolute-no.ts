import type {Restriction} from '../../child/child.ts'
import {takes} from '../../household/capacity.ts'
import {exactMiles} from '../../location.ts'
import type {Party} from '../party.ts'
import type {Home} from '../shortlist.ts'
import {brokenRestrictions, wouldLiveWith} from './restrictions.ts'
import {HOLDS, type Rule} from './rule.ts'

/**
 * What a social worker and a manager recorded as an absolute no: a child to live apart from, on either side;
 * an area; a home that must not take this child.
 */
export const h10AbsoluteNo: Rule = {
  rule: 'H10',
  source: 'recorded as absolute by social worker and manager',
  broken: (party, home) => {
    const ofChildren = brokenRestrictions(party, restriction => broken(restriction, party, home))
    const ofOthers = isRefusedBy(party, home)
      ? ['a child who lives there must not live with the child']
      : HOLDS
    const ofHome = isNotForChild(party, home) ? ['this home must not take the child'] : HOLDS
    return ofOthers === HOLDS && ofHome === HOLDS ? ofChildren : [...ofChildren, ...ofOthers, ...ofHome]
  },
}

function broken(restriction: Restriction, party: Party, home: Home): string | null {
  if (!restriction.absolute) return null
  if (restriction.kind === 'not-with')
    return wouldLiveWith(restriction.childId, party, home)
      ? 'would live with a child whom the child must live apart from'
      : null
  if (restriction.kind !== 'avoid-area') return null
  const inside =
    'authorityId' in restriction
      ? restriction.authorityId === home.household.authorityId
      : exactMiles(restriction.location, home.household.home) <= restriction.withinMiles
  return inside ? 'in an area that the child must keep away from' : null
}

const isRefusedBy = ({arrival}: Party, {calendar}: Home): boolean =>
  calendar.some(
    occupancy =>
      occupancy.occupant !== null &&
      occupancy.occupant.notWith.length > 0 &&
      takes(occupancy, arrival) &&
      occupancy.occupant.notWith.some(childId => arrival.children.some(child => child.childId === childId)),
  )

const isNotForChild = ({seekers}: Party, {household: {exclusions = []}}: Home): boolean =>
  exclusions.some(
    exclusion => exclusion.kind === 'not-child' && seekers.some(({child}) => child.id === exclusion.childId),
  )
