import {exactMiles} from '../../location.ts'
import {exactly, taper} from './fit.ts'
import {forEachChild} from './measure.ts'
import {milesInWords} from './wording.ts'

/**
 * Near the school that the child should keep. Children Act 1989 s.22C(8)(b): the home must not disrupt the
 * child's education. Whether a Year 10-11 place may be disrupted at all is approval A5, not weighed here.
 */
export const localitySchool = forEachChild(({child: {school}}, {policy}) => {
  if (!school?.keep) return null
  const {schoolNearMiles, schoolFarMiles} = policy.distances
  return {
    fit: ({household}) =>
      exactly(taper(exactMiles(school.location, household.home), schoolNearMiles, schoolFarMiles)),
    words: ({household}) => `${milesInWords(exactMiles(school.location, household.home))} from school`,
  }
})
