import type {Term} from '../../child/child.ts'
import type {Household} from '../../household/household.ts'
import type {Gap, Home} from '../shortlist.ts'
import {AT_LEAST_PARTLY_MET, type Fit, MET, NOT_KNOWN, NOT_MET, PARTLY_MET, standing} from './fit.ts'
import {forEachChild} from './measure.ts'
import {nameInWords} from './wording.ts'

/** Shared, or supported without being shared. */
function religionFit(religion: Term, {religions, supportsReligions}: Household): Fit {
  if (religions?.includes(religion)) return MET
  const supported = supportsReligions?.includes(religion) ?? false
  if (religions === undefined) return supported ? AT_LEAST_PARTLY_MET : NOT_KNOWN
  return supported ? PARTLY_MET : NOT_MET
}

/**
 * Religion. Children Act 1989 s.22(5)(c): due consideration to religious persuasion; NMS 15. It never excludes
 * or delays. Applies when the child has a religion.
 */
export const identityReligion = forEachChild(({child: {religion}}) => {
  if (!religion) return null
  const name = nameInWords(religion)
  const words = ({household}: Home): string => {
    switch (standing(religionFit(religion, household))) {
      case 'met':
        return `shares the child's religion, ${name}`
      case 'partly':
        return `supports the child's religion, ${name}, without sharing it`
      case 'not-met':
        return `does not share or support the child's religion, ${name}`
      case 'not-known': {
        const supports = household.supportsReligions?.includes(religion)
        return supports
          ? `supports the child's religion, ${name}; not known: whether it is shared`
          : 'not known: religion'
      }
    }
  }
  return {
    fit: ({household}) => religionFit(religion, household),
    words,
    gaps: (home): readonly Gap[] => {
      const fit = standing(religionFit(religion, home.household))
      return fit === 'met' ? [] : [{about: 'identity.religion', fit, words: words(home)}]
    },
  }
})
