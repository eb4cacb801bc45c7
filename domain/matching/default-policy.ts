import {adjoiningAuthorities} from '../authority/adjoining.ts'
import type {AuthorityId} from '../ids.ts'
import type {MatchingPolicy} from './policy.ts'

/** The policy that an authority starts from, until it makes its own. */
export const defaultPolicy = (authorityId: AuthorityId): MatchingPolicy => ({
  order: 'in-house-first',
  suitabilityFloor: 60,
  weights: {
    'locality.home': 15,
    'locality.school': 12,
    'locality.area': 5,
    'locality.family-time': 5,
    siblings: 20,
    'identity.ethnicity': 8,
    'identity.religion': 6,
    'identity.language': 10,
    needs: 25,
    'household-mix': 8,
    wishes: 6,
  },
  distances: {nearMiles: 1, farMiles: 20, schoolNearMiles: 1, schoolFarMiles: 10},
  adjoiningAuthorities: adjoiningAuthorities(authorityId),
  usualFosteringLimit: 3,
  ownBedroomOverYears: 3,
  sharingBars: ['bullying', 'physical-harm-to-others', 'sexual-harm-to-others'],
  highCostBands: [
    {fromPenceAWeek: 200_000, role: 'service-manager'},
    {fromPenceAWeek: 500_000, role: 'best-care-panel-chair'},
    {fromPenceAWeek: 1_000_000, role: 'director-of-childrens-services'},
  ],
  partlyMetBy: {
    autism: ['learning-disability', 'sen-support'],
    'learning-disability': ['autism', 'sen-support'],
    'self-harm': ['mental-health', 'therapeutic'],
    therapeutic: ['pace', 'trauma-informed'],
    'trauma-informed': ['pace', 'therapeutic'],
  },
})
