import type {Exclusion} from '../../household/household.ts'
import type {Seeker} from '../party.ts'
import {HOLDS, type Rule} from './rule.ts'

/** Nobody in the home is disqualified, but for the children excepted, or barred from caring for one of these children. */
export const h08Disqualified: Rule = {
  rule: 'H8',
  source: 'SI 2011/581 reg 26(5)-(8)',
  brokenFor:
    ({seekers}) =>
    ({household: {exclusions}}) =>
      exclusions === undefined ? HOLDS : exclusions.flatMap(exclusion => broken(exclusion, seekers)),
}

function broken(exclusion: Exclusion, seekers: readonly Seeker[]): readonly string[] {
  switch (exclusion.kind) {
    case 'disqualified':
      return seekers.every(({child}) => exclusion.exceptChildren?.includes(child.id))
        ? HOLDS
        : ['a person in the home is disqualified']
    case 'barred':
      return seekers.some(({child}) => child.id === exclusion.childId)
        ? ['barred from caring for the child']
        : HOLDS
    default:
      return HOLDS
  }
}
