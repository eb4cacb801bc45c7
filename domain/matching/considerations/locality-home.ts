import {exactMiles} from '../../location.ts'
import {exactly, taper} from './fit.ts'
import {forEachChild} from './measure.ts'
import {milesInWords, outwardInWords} from './wording.ts'

/**
 * Near home. Children Act 1989 s.22C(8)(a): the home must, so far as reasonably practicable, allow the child
 * to live near the child's home. Applies when that home is known.
 */
export const localityHome = forEachChild(({child: {home}}, {policy}) => {
  if (home === undefined) return null
  const {nearMiles, farMiles} = policy.distances
  return {
    fit: ({household}) => exactly(taper(exactMiles(home, household.home), nearMiles, farMiles)),
    words: ({household}) =>
      `${milesInWords(exactMiles(home, household.home))} from home${outwardInWords(household.home)}`,
  }
})
