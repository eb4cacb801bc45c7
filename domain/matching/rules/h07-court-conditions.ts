import type {Restriction} from '../../child/child.ts'
import {exactMiles} from '../../location.ts'
import type {Party} from '../party.ts'
import type {Home} from '../shortlist.ts'
import {brokenRestrictions, wouldLiveWith} from './restrictions.ts'
import type {Rule} from './rule.ts'

/**
 * Conditions of a court, and contact that is ruled out. A court's condition binds whether or not anyone marked
 * it absolute. A parent's own home is H9.
 */
export const h07CourtConditions: Rule = {
  rule: 'H7',
  source: "the court's order; Children Act 1989 s.34",
  brokenFor: party => brokenRestrictions(party, (restriction, home) => broken(restriction, party, home)),
}

function broken(restriction: Restriction, party: Party, home: Home): string | null {
  if (restriction.kind === 'court-condition') return brokenCondition(restriction, party, home)
  if (restriction.kind !== 'no-contact' || !restriction.absolute) return null
  const {childId, householdId} = restriction
  if (childId !== undefined && wouldLiveWith(childId, party, home))
    return 'no contact: would live with a child whom the child must not meet'
  return householdId === home.household.id && home.household.kind !== 'parent'
    ? 'no contact: with this household'
    : null
}

function brokenCondition(
  restriction: Restriction & {kind: 'court-condition'},
  party: Party,
  home: Home,
): string | null {
  const {household} = home
  switch (restriction.condition) {
    case 'exclusion-zone':
      return exactMiles(restriction.location, household.home) <= restriction.withinMiles
        ? 'court condition: inside an exclusion zone'
        : null
    case 'non-association':
      return wouldLiveWith(restriction.childId, party, home)
        ? 'court condition: would live with a child whom the child must not meet'
        : null
    case 'not-at-household':
      return restriction.householdId === household.id
        ? 'court condition: not to live in this household'
        : null
    case 's34-no-contact':
      return restriction.householdId === household.id && household.kind !== 'parent'
        ? 'court order: no contact with this household (s.34)'
        : null
  }
}
