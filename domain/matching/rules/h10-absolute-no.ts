import type {Restriction} from '../../child/child.ts'
import {takes} from '../../household/capacity.ts'
import type {Exclusion} from '../../household/household.ts'
import type {Occupancy} from '../../household/occupancy.ts'
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
  brokenFor: party => {
    const ofChildren = brokenRestrictions(party, (restriction, home) => broken(restriction, party, home))
    const refuses = refusesAnyOf(party)
    const bars = barsAnyOf(party)
    return home => {
      const ofChild = ofChildren?.(home) ?? HOLDS
      const ofOthers = home.calendar.some(refuses) ? REFUSED : HOLDS
      const ofHome = home.household.exclusions?.some(bars) ? BARRED : HOLDS
      return ofOthers === HOLDS && ofHome === HOLDS ? ofChild : [...ofChild, ...ofOthers, ...ofHome]
    }
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

const REFUSED = ['a child who lives there must not live with the child']
const BARRED = ['this home must not take the child']

const refusesAnyOf =
  ({arrival}: Party) =>
  (occupancy: Occupancy): boolean =>
    occupancy.occupant !== null &&
    occupancy.occupant.notWith.length > 0 &&
    takes(occupancy, arrival) &&
    occupancy.occupant.notWith.some(childId => arrival.children.some(child => child.childId === childId))

const barsAnyOf =
  ({seekers}: Party) =>
  (exclusion: Exclusion): boolean =>
    exclusion.kind === 'not-child' && seekers.some(({child}) => child.id === exclusion.childId)
