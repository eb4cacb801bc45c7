import {exactMiles, milesBetween} from '../../location.ts'
import {type ApprovalNeeded, NOT_NEEDED} from './approval.ts'

/** A home too far from the school of a child in Years 10-11 disrupts their education. An emergency is excepted. */
export const a05KeyStage4: ApprovalNeeded = {
  rule: 'A5',
  source: 'SI 2010/959 reg 10',
  needed: ({seekers, referral, policy}, {household}) => {
    if (referral.kind === 'emergency') return NOT_NEEDED
    const far = seekers
      .flatMap(({child: {school}}) => (school?.keyStage4 ? [school.location] : []))
      .filter(school => exactMiles(school, household.home) > policy.distances.schoolFarMiles)
      .map(school => milesBetween(school, household.home))
    if (far.length === 0) return NOT_NEEDED
    const words = `${Math.max(...far)} miles from the school of a child in Key Stage 4`
    return [{role: 'nominated-officer', within: null, words}]
  },
}
