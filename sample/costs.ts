import type {Household, Scheme, WeeklyCost} from '../domain/household/household.ts'
import type {Provision} from './dwellings.ts'
import type {Random} from './random.ts'

/** Pounds a week; most costs lie in the lower half. */
type Range = readonly [from: number, to: number]

/** In the proportions of published unit costs: homes at some ten times fostering, a few over 10,000. */
const SETTING_COSTS: Readonly<Partial<Record<Provision, Range>>> = {
  'childrens-home': [4000, 9800],
  'supported-accommodation': [800, 1800],
  'supported-lodgings': [420, 680],
  'residential-school': [3200, 5600],
  'residential-care': [3600, 6200],
  'family-centre': [3000, 4600],
  secure: [7400, 11_200],
}
/** Thirteen of a borough's children cost so much in 2022/23 (LGA, Lewisham). */
const HIGH_COST: Range = [10_100, 18_500]
const HIGH_COST_SHARE = 0.18
const UNREGISTERED: Range = [7000, 14_000]

const drawPence = ([from, to]: Range, random: Random): number =>
  Math.round(from + (to - from) * Math.min(random.next(), random.next() + 0.15)) * 100

/** What a placement outside a household costs; null where the authority does not pay for it by the week. */
export function drawSettingCost(provision: Provision, random: Random): number | null {
  const range = SETTING_COSTS[provision]
  if (!range) return null
  return drawPence(
    provision === 'childrens-home' && random.chance(HIGH_COST_SHARE) ? HIGH_COST : range,
    random,
  )
}

/** A flat with agency staff around the clock. */
export const drawUnregisteredCost = (random: Random): number => drawPence(UNREGISTERED, random)

/** Fostering cost 7% a year more from 2022/23 to 2024/25, residential care 11% (S251 outturn, England). */
const RISE_A_YEAR = 1.07

/** What today's weekly cost was so many years ago. */
export const priceThen = (pence: number, yearsAgo: number): number =>
  Math.round(pence / RISE_A_YEAR ** yearsAgo / 100) * 100

const IN_HOUSE: Readonly<Record<Scheme, Range>> = {
  mainstream: [500, 700],
  specialist: [850, 1250],
  'short-break': [420, 560],
  'fostering-for-adoption': [450, 600],
}

/** Marginal and fully loaded: in-house overheads are the service's own, an agency's are in its fee. */
export function drawHouseholdCost(
  {kind, scheme, provider}: Pick<Household, 'kind' | 'scheme' | 'provider'>,
  random: Random,
): WeeklyCost | null {
  if (kind === 'parent' || random.chance(0.03)) return null
  const [range, overhead] = rangeOf(kind, scheme, provider.type)
  const marginal = drawPence(range, random)
  const full = Math.round((marginal * overhead) / 100) * 100
  return {marginalPenceAWeek: marginal, fullPenceAWeek: random.chance(0.06) ? null : full}
}

function rangeOf(
  kind: Household['kind'],
  scheme: Scheme,
  provider: Household['provider']['type'],
): readonly [Range, overhead: number] {
  if (kind === 'connected-person') return [[230, 460], 1.5]
  if (kind === 'supported-lodgings') return [[420, 680], 1.3]
  if (provider === 'in-house') return [IN_HOUSE[scheme], 1.7]
  return [provider === 'ifa' ? (scheme === 'specialist' ? [1150, 1600] : [850, 1100]) : [780, 980], 1.08]
}
