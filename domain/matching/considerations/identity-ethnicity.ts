import {ETHNICITIES, type EthnicityCode, ethnicityGroup} from '../../child/ethnicity.ts'
import type {Gap, Home} from '../shortlist.ts'
import {AT_LEAST_PARTLY_MET, type Fit, MET, NOT_KNOWN, NOT_MET, PARTLY_MET, standing} from './fit.ts'
import {forEachChild} from './measure.ts'

const isGiven = (code: EthnicityCode): boolean => ethnicityGroup(code) !== 'unknown'

/**
 * How near the nearest carer's background is to the child's: the same SSDA903 code, or the same group. A carer
 * who refused or was not asked could prove to be either.
 */
export function ethnicityFit(child: EthnicityCode, carers: readonly EthnicityCode[] | undefined): Fit {
  if (carers?.includes(child)) return MET
  const given = carers?.filter(isGiven) ?? []
  const sameGroup = given.some(code => ethnicityGroup(code) === ethnicityGroup(child))
  if (carers !== undefined && given.length > 0 && given.length === carers.length)
    return sameGroup ? PARTLY_MET : NOT_MET
  return sameGroup ? AT_LEAST_PARTLY_MET : NOT_KNOWN
}

/**
 * Ethnicity. Children Act 1989 s.22(5)(c): due consideration to racial origin and cultural background; NMS 15.
 * It ranks and records a gap; it never excludes or delays. Applies when the child's ethnicity is recorded.
 */
export const identityEthnicity = forEachChild(({child: {ethnicity}}) => {
  if (ethnicity === undefined || !isGiven(ethnicity)) return null
  const fitOf = ({household}: Home): Fit => ethnicityFit(ethnicity, household.ethnicities)
  const words = (home: Home): string => {
    switch (standing(fitOf(home))) {
      case 'met':
        return `a carer shares the child's ethnicity, ${ETHNICITIES[ethnicity]}`
      case 'partly':
        return `a carer is of the same group as the child, who is ${ETHNICITIES[ethnicity]}`
      case 'not-met':
        return `no carer shares the child's ethnicity, ${ETHNICITIES[ethnicity]}`
      case 'not-known':
        return `not known: whether a carer shares the child's ethnicity, ${ETHNICITIES[ethnicity]}`
    }
  }
  return {
    fit: fitOf,
    words,
    gaps: (home): readonly Gap[] => {
      const fit = standing(fitOf(home))
      return fit === 'met' ? [] : [{about: 'identity.ethnicity', fit, words: words(home)}]
    },
  }
})
