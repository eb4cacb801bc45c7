import {FIGURES} from './indicators.ts'
import type {Sum} from './suppress.ts'

type Column = 'numerator' | 'unknown' | 'rest' | 'denominator'

/** What a number of an indicator is called among the cells of a publication. */
export const nameOf = (id: string, column: Column): string => `${id} ${column}`

const numerators = (whole: string, parts: readonly string[], unknownOf?: string): Sum => ({
  whole: nameOf(whole, 'numerator'),
  parts: [
    ...parts.map(id => nameOf(id, 'numerator')),
    ...(unknownOf === undefined ? [] : [nameOf(unknownOf, 'unknown')]),
  ],
})

const same = (id: string, column: Column, as: string, asColumn: Column = column): Sum => ({
  whole: nameOf(id, column),
  parts: [nameOf(as, asColumn)],
})

/** Which indicators add up to which, whatever the facts: what a reader of all of them could work out. */
export const KNOWN_SUMS: readonly Sum[] = [
  ...FIGURES.flatMap(({id, shareOf}) =>
    shareOf === undefined ? [] : [same(id, 'denominator', shareOf, 'numerator')],
  ),
  same('rate-per-10000', 'numerator', 'children-looked-after'),
  numerators('children-looked-after', [
    'foster',
    'placed-for-adoption',
    'with-parents',
    'childrens-homes',
    'supported',
    'residential-schools',
    'other-residential',
    'other-placements',
  ]),
  numerators(
    'foster',
    ['kinship-foster', 'in-house-foster', 'ifa-foster', 'other-authority-foster'],
    'in-house-foster',
  ),
  same('ifa-foster', 'unknown', 'in-house-foster'),
  same('other-authority-foster', 'unknown', 'in-house-foster'),
  same('in-house-foster-regional', 'unknown', 'in-house-foster'),
  numerators('in-house-foster-regional', ['in-house-foster', 'other-authority-foster']),
  numerators(
    'foster',
    ['own-provision-foster', 'all-ifa-foster', 'all-other-authority-foster'],
    'own-provision-foster',
  ),
  same('all-ifa-foster', 'unknown', 'own-provision-foster'),
  same('all-other-authority-foster', 'unknown', 'own-provision-foster'),
  same('in-house-of-foster', 'numerator', 'own-provision-foster'),
  same('in-house-of-foster', 'unknown', 'own-provision-foster'),
  same('ifa-of-foster', 'numerator', 'all-ifa-foster'),
  same('ifa-of-foster', 'unknown', 'all-ifa-foster'),
  numerators('residential', ['residential-in-house', 'residential-external'], 'residential-in-house'),
  same('residential-external', 'unknown', 'residential-in-house'),
  numerators('children-looked-after', ['over-20-miles', 'within-20-miles', 'distance-unknown']),
  same('over-20-miles', 'unknown', 'distance-unknown', 'numerator'),
  same('within-20-miles', 'unknown', 'distance-unknown', 'numerator'),
  same('siblings-apart-by-plan', 'denominator', 'siblings-together'),
  same('sdq-concern', 'denominator', 'sdq-mean'),
  numerators('places-approved', ['places-filled', 'places-vacant', 'places-held', 'places-not-available']),
  same('occupancy', 'numerator', 'places-filled'),
  same('referral-to-placement-days-median', 'numerator', 'referral-to-placement-days', 'denominator'),
  same('unit-cost', 'numerator', 'weekly-spend'),
  same('unit-cost', 'unknown', 'weekly-spend'),
  same('high-cost-placements', 'unknown', 'weekly-spend'),
]
