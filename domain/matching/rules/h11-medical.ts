import {termInWords} from '../considerations/wording.ts'
import {brokenRestrictions} from './restrictions.ts'
import type {Rule} from './rule.ts'

/** A medical absolute, such as a life-threatening allergy. What is not known of the home is a gap, not a breach. */
export const h11Medical: Rule = {
  rule: 'H11',
  source: "the child's health plan, recorded as absolute",
  brokenFor: party =>
    brokenRestrictions(party, (restriction, {household: {pets, smoking}}) => {
      if (restriction.kind !== 'medical' || !restriction.absolute) return null
      if ('smoking' in restriction.avoid)
        return smoking ? 'somebody smokes in the home, which the child must avoid for medical reasons' : null
      const {pet} = restriction.avoid
      return pets?.includes(pet)
        ? `${termInWords(pet)} in the home, which the child must avoid for medical reasons`
        : null
    }),
}
