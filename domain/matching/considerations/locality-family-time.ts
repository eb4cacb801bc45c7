import type {FamilyTime} from '../../child/child.ts'
import {exactMiles} from '../../location.ts'
import {exactly, meanFit, taper} from './fit.ts'
import {forEachChild} from './measure.ts'
import {listInWords, milesInWords} from './wording.ts'

/**
 * Near family time, each place weighted by its visits a month. Children Act 1989 s.34 and Sch 2 para 15:
 * reasonable contact with family is to be allowed and promoted. Applies when visits are recorded.
 */
export const localityFamilyTime = forEachChild(({child}, {policy}) => {
  const places = inOneOrder(child.familyTime ?? [])
  if (places.length === 0) return null
  const {nearMiles, farMiles} = policy.distances
  return {
    fit: ({household}) =>
      meanFit(
        places,
        ({location}) => exactly(taper(exactMiles(location, household.home), nearMiles, farMiles)),
        ({visitsAMonth}) => visitsAMonth,
      ),
    words: ({household}) => {
      const miles = places.map(({location}) => exactMiles(location, household.home)).toSorted((a, b) => a - b)
      return `${listInWords(miles.map(milesInWords))} from family time`
    },
  }
})

/** Whatever the order recorded, so that the sum is the same to the last bit. A place never visited weighs nothing. */
const inOneOrder = (places: readonly FamilyTime[]): readonly FamilyTime[] =>
  places
    .filter(({visitsAMonth}) => visitsAMonth > 0)
    .toSorted((a, b) => placeKey(a) - placeKey(b) || a.visitsAMonth - b.visitsAMonth)

const placeKey = ({location}: FamilyTime): number => location.easting * 10_000_000 + location.northing
