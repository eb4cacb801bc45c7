import type {Figure} from '../figure.ts'
import type {Moment} from '../moment.ts'
import {isSmall} from '../suppress.ts'
import {type Audience, type Headline, oneDecimal, SUPPRESSED} from './table.ts'
import {figure, type Times} from './times.ts'

const HEADLINES = [
  'children-looked-after',
  'rate-per-10000',
  'own-provision-foster',
  'in-house-of-foster',
  'all-ifa-foster',
  'ifa-of-foster',
  'kinship-foster',
  'residential',
  'inside-authority',
  'over-20-miles',
  'siblings-together',
  'three-or-more-placements',
  'long-term-stability',
  'sdq-concern',
  'occupancy',
  'referrals-unmet',
  'unit-cost',
]

/**
 * The figures that a reader looks for first. Published, shares are whole percentages, as DfE's are: with a decimal they
 * would give back the counts that tables hide.
 */
export const headlinesOf = ({now}: Times, audience: Audience): readonly Headline[] =>
  HEADLINES.map(id => {
    const headline = figure(id)
    const {title, unit, value} = headline.indicator(now)
    if (audience === 'public' && isTelling(headline, now)) return {id, title, unit, value: SUPPRESSED}
    const whole = unit === 'pence-a-week' || (audience === 'public' && unit === 'percent')
    return {id, title, unit, value: value === null ? null : whole ? Math.round(value) : oneDecimal(value)}
  })

/** Few are counted, or few are not. */
function isTelling({measure, tally}: Figure, now: Moment): boolean {
  const {counted, denominator} = tally(now)
  return isSmall(counted) || (measure === 'share' && isSmall(denominator! - counted))
}
