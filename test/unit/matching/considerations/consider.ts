import {partyOf} from '../../../../domain/matching/party.ts'
import {
  CONSIDERATIONS,
  type ConsiderationName,
  type MatchInput,
} from '../../../../domain/matching/shortlist.ts'
import {assess} from '../../../../domain/matching/suitability.ts'
import {aMatchInput} from '../../../support/matching.ts'

/**
 * One consideration of the input's first home with nothing else weighed, so that the suitability is its
 * interval out of 100; undefined where it does not apply.
 */
export function consider(name: ConsiderationName, facts: Partial<Omit<MatchInput, 'referral'>>) {
  const input = aMatchInput(facts)
  const weights = Object.fromEntries(CONSIDERATIONS.map(other => [other, other === name ? 1 : 0]))
  const policy = {...input.policy, weights: weights as MatchInput['policy']['weights']}
  const {suitability, considerations, gaps} = assess(partyOf({...input, policy}), input.supply[0]!)
  const found = considerations.find(consideration => consideration.name === name)
  if (found === undefined) return undefined
  const {score, known, words} = found
  const about = gaps.filter(gap => gap.about === name || gap.about.startsWith(`${name}.`))
  return {score, known, words, low: suitability.low / 100, high: suitability.high / 100, gaps: about}
}
