import type {Restriction} from '../../child/child.ts'
import type {Household} from '../../household/household.ts'
import {brokenRestrictions} from './restrictions.ts'
import type {Rule} from './rule.ts'

/** Not with a parent against an order about contact, or where contact is ruled out. */
export const h09Parents: Rule = {
  rule: 'H9',
  source: 'SI 2010/959 regs 15-20; Children Act 1989 s.34',
  brokenFor: party =>
    brokenRestrictions(party, (restriction, {household}) =>
      household.kind === 'parent' ? broken(restriction, household) : null,
    ),
}

function broken(restriction: Restriction, {id}: Household): string | null {
  if (restriction.kind === 'court-condition' && restriction.condition === 's34-no-contact')
    return restriction.householdId === id
      ? "against a court's order about contact with the parent (s.34)"
      : null
  return restriction.kind === 'no-contact' && restriction.absolute && restriction.householdId === id
    ? 'no contact: with this parent'
    : null
}
