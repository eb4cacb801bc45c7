import {exactMiles} from '../location.ts'
import {type Fit, isKnown} from './considerations/fit.ts'
import {householdMix} from './considerations/household-mix.ts'
import {identityEthnicity} from './considerations/identity-ethnicity.ts'
import {identityLanguage} from './considerations/identity-language.ts'
import {identityReligion} from './considerations/identity-religion.ts'
import {localityArea} from './considerations/locality-area.ts'
import {localityFamilyTime} from './considerations/locality-family-time.ts'
import {localityHome} from './considerations/locality-home.ts'
import {localitySchool} from './considerations/locality-school.ts'
import type {Measure, MeasureFor} from './considerations/measure.ts'
import {needs} from './considerations/needs.ts'
import {siblings} from './considerations/siblings.ts'
import {wishes} from './considerations/wishes.ts'
import {eachOnce, gapsBesideConsiderations} from './gaps.ts'
import {oncePerParty, type Party} from './party.ts'
import {
  CONSIDERATIONS,
  type Consideration,
  type ConsiderationName,
  type Gap,
  type Home,
  type Suitability,
} from './shortlist.ts'

const MEASURE_FOR: Readonly<Record<ConsiderationName, MeasureFor<[Party]>>> = {
  'locality.home': localityHome,
  'locality.school': localitySchool,
  'locality.area': localityArea,
  'locality.family-time': localityFamilyTime,
  siblings,
  'identity.ethnicity': identityEthnicity,
  'identity.religion': identityReligion,
  'identity.language': identityLanguage,
  needs,
  'household-mix': householdMix,
  wishes,
}

/** A consideration that applies to a party, with its weight in the policy. */
export interface Weighed extends Measure {
  readonly name: ConsiderationName
  readonly weight: number
}

/** The considerations that apply to a party, in their fixed order. */
export const considerationsFor = oncePerParty((party): readonly Weighed[] =>
  CONSIDERATIONS.flatMap(name => {
    const measure = MEASURE_FOR[name](party)
    return measure ? [{...measure, name, weight: party.policy.weights[name]}] : []
  }),
)

/** Straight-line miles from where the children lived, the mean when they lived apart; null when no home is known. */
export function milesFromHome({seekers}: Party, {household}: Home): number | null {
  let [miles, homes] = [0, 0]
  for (const {child} of seekers) {
    if (child.home === undefined) continue
    miles += exactMiles(child.home, household.home)
    homes += 1
  }
  return homes === 0 ? null : miles / homes
}

/** The number alone, for ranking: 100 x the mean of the fits by weight. Miles are not rounded. */
export function suitabilityOf(
  party: Party,
  home: Home,
): {suitability: Suitability; exactMiles: number | null} {
  const suitability = overall(considerationsFor(party), measure => measure.fit(home))
  return {suitability, exactMiles: milesFromHome(party, home)}
}

function overall(weighed: readonly Weighed[], fitOf: (measure: Weighed, i: number) => Fit): Suitability {
  let [value, low, high, total] = [0, 0, 0, 0]
  for (let i = 0; i < weighed.length; i++) {
    const measure = weighed[i]!
    const fit = fitOf(measure, i)
    value += measure.weight * fit.score
    low += measure.weight * fit.low
    high += measure.weight * fit.high
    total += measure.weight
  }
  return {value: outOf100(value, total), low: outOf100(low, total), high: outOf100(high, total)}
}

/** When nothing that applies has any weight, nothing speaks against the home. */
export const outOf100 = (sum: number, total: number): number =>
  total === 0 ? 100 : Math.round((100 * sum) / total)

/** The number with every consideration behind it and every gap, in words a placements officer could read out. */
export function assess(
  party: Party,
  home: Home,
): {
  suitability: Suitability
  exactMiles: number | null
  distanceMiles: number | null
  considerations: readonly Consideration[]
  gaps: readonly Gap[]
} {
  const weighed = considerationsFor(party)
  const fits = weighed.map(measure => measure.fit(home))
  const miles = milesFromHome(party, home)
  return {
    suitability: overall(weighed, (_, i) => fits[i]!),
    exactMiles: miles,
    distanceMiles: miles === null ? null : Math.round(miles * 10) / 10,
    considerations: weighed.map((measure, i) => explain(measure, fits[i]!, home)),
    gaps: [
      ...weighed.flatMap(({gaps}) => eachOnce(gaps?.(home) ?? [])),
      ...eachOnce(gapsBesideConsiderations(party, home)),
    ],
  }
}

function explain(measure: Weighed, fit: Fit, home: Home): Consideration {
  const {name, weight} = measure
  return {
    name,
    weight,
    score: Math.round(fit.score * 100) / 100,
    known: isKnown(fit),
    words: measure.words(home),
  }
}
