import {isSmall} from './suppress.ts'
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
  'occupancy',
  'referrals-unmet',
  'unit-cost',
]

/** The figures that a reader looks for first. */
export const headlinesOf = ({now}: Times, audience: Audience): readonly Headline[] =>
  HEADLINES.map(id => {
    const {title, unit, value} = figure(id).indicator(now)
    const {counted} = figure(id).tally(now)
    if (audience === 'public' && isSmall(counted)) return {id, title, unit, value: SUPPRESSED}
    return {
      id,
      title,
      unit,
      value: value === null ? null : unit === 'pence-a-week' ? Math.round(value) : oneDecimal(value),
    }
  })
