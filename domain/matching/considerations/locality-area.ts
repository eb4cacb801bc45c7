import type {Party} from '../party.ts'
import {MET, NOT_MET, PARTLY_MET} from './fit.ts'
import type {Measure} from './measure.ts'

/**
 * In the authority's own area. Children Act 1989 s.22C(9): so far as reasonably practicable, within the area
 * of the responsible authority. That an adjoining area counts half is local policy. Always applies.
 */
export function localityArea({authorityId, policy: {adjoiningAuthorities}}: Party): Measure {
  return {
    fit: ({household}) => {
      if (household.authorityId === authorityId) return MET
      return adjoiningAuthorities.includes(household.authorityId) ? PARTLY_MET : NOT_MET
    },
    words: ({household}) => {
      if (household.authorityId === authorityId) return "in the authority's own area"
      const adjoining = adjoiningAuthorities.includes(household.authorityId)
      return adjoining ? 'in an adjoining area' : "outside the authority's area and those that adjoin it"
    },
  }
}
