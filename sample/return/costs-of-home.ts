import {addDays, type Day} from '../../domain/calendar.ts'
import {type CostComponent, type PlacementCosts, stretchesOf} from '../../domain/panel/costs.ts'
import type {PlaceCode} from '../../domain/placement/codes.ts'
import {makeRandom, type Random} from '../random.ts'
import {drawContractEnd, drawFees} from './contract.ts'
import type {Stretch} from './episodes.ts'

/** What is recorded of a home's costs, before the placement in it is written up. */
export type CostsOfHome = Omit<PlacementCosts, 'placementId'>

/** How often a kind of home is paid for in parts, and has a contract of a year. */
interface Terms {
  readonly education: number
  readonly health: number
  readonly addOn: number
  readonly contract: number
}

const RESIDENTIAL: Terms = {education: 0.35, health: 0.25, addOn: 0.3, contract: 0.8}
const FOSTERING: Terms = {education: 0, health: 0.03, addOn: 0.07, contract: 0.15}
const UNREGISTERED: Terms = {education: 0, health: 0.1, addOn: 0.8, contract: 0}
const TERMS: Readonly<Partial<Record<PlaceCode, Terms>>> = {
  K1: RESIDENTIAL,
  K2: RESIDENTIAL,
  S1: RESIDENTIAL,
  R1: {...RESIDENTIAL, education: 0},
  R3: {...RESIDENTIAL, education: 0},
  K3: {education: 0, health: 0.04, addOn: 0.15, contract: 0.4},
  U4: FOSTERING,
  U6: FOSTERING,
  Z1: UNREGISTERED,
  Z13: UNREGISTERED,
}

/** Some homes cost more at first. */
const SETTLING_IN_SHARE = 0.6
const ONE_OFF_SHARE = 0.2

/**
 * The parts of what a home costs, such that at its end (or today) they add up to its weekly cost; null: its one weekly
 * cost is all that is recorded, as with the authority's own carers and those of other authorities.
 */
export function costsOfHome(reference: string, stretch: Stretch, today: Day): CostsOfHome | null {
  const {from, until, home} = stretch
  const terms = TERMS[home.place]
  const isOwn = home.provider !== null && home.provider !== 'PR4' && home.provider !== 'PR5'
  if (terms === undefined || isOwn || home.weeklyPence === null) return null
  const random = makeRandom(`costs/${reference}/${from}/${home.postcode}`)
  const end = until ?? addDays(today, 1)
  const parts = drawParts(terms, home.weeklyPence, stretch, random)
  const fee = home.weeklyPence - parts.reduce((sum, {penceAWeek}) => sum + penceAWeek, 0)
  return {
    components: [
      ...drawFees(fee, from, end, random),
      ...parts,
      ...drawSettlingIn(terms, home.weeklyPence, {from, end}, random),
    ],
    oneOffs: random.chance(ONE_OFF_SHARE)
      ? [{on: from, pence: random.integer(3, 12) * 10_000, label: 'moving in'}]
      : [],
    shares: sharesOf(parts, home.weeklyPence, random),
    contractEndsOn: random.chance(terms.contract) ? drawContractEnd({from, until, end}, random) : null,
  }
}

const shareOf = (pence: number, from: number, to: number, random: Random): number =>
  Math.round((pence * random.integer(from, to)) / 10_000) * 100

/** What is paid beside the fee until the end. */
function drawParts(terms: Terms, pence: number, {from}: Stretch, random: Random): readonly CostComponent[] {
  const part = (kind: CostComponent['kind'], label: string, least: number, most: number): CostComponent => ({
    kind,
    label,
    penceAWeek: shareOf(pence, least, most, random),
    from,
    until: null,
  })
  return [
    ...(random.chance(terms.education) ? [part('education', 'school on site', 12, 22)] : []),
    ...(random.chance(terms.health) ? [part('health', 'therapy', 5, 12)] : []),
    ...(random.chance(terms.addOn) ? [part('add-on', random.pick(ADD_ONS), 8, 20)] : []),
  ]
}

const ADD_ONS = ['one-to-one by day', 'two-to-one at night', 'waking night', 'mentor'] as const

/** More staff until the child has settled. */
function drawSettlingIn(
  {addOn}: Terms,
  pence: number,
  {from, end}: {readonly from: Day; readonly end: Day},
  random: Random,
): readonly CostComponent[] {
  const until = addDays(from, random.integer(28, 112))
  if (until >= end || !random.chance(addOn * SETTLING_IN_SHARE)) return []
  const penceAWeek = shareOf(pence, 15, 35, random)
  return [{kind: 'add-on', label: 'settling in', penceAWeek, from, until}]
}

/** Schools and health boards pay half of their parts, where they have agreed to. */
const sharesOf = (parts: readonly CostComponent[], pence: number, random: Random): PlacementCosts['shares'] =>
  parts.flatMap(({kind, penceAWeek}) => {
    if (kind === 'add-on' || kind === 'placement' || random.chance(0.4)) return []
    return [{funder: kind, basisPoints: Math.round((penceAWeek * 5_000) / pence)}]
  })

/** What a home cost a week, from each day on which that changed up to the next. */
export function weeklyCosts(
  reference: string,
  stretch: Stretch,
  today: Day,
): readonly {readonly from: Day; readonly until: Day | null; readonly penceAWeek: number}[] {
  const {from, until, home} = stretch
  if (home.weeklyPence === null) return []
  const end = until ?? addDays(today, 1)
  const costs = costsOfHome(reference, stretch, today) ?? undefined
  let start = from
  return stretchesOf({from, weeklyCostPence: home.weeklyPence}, costs, from, end).map(
    ({nights, penceAWeek}) => {
      const [since, next] = [start, addDays(start, nights)]
      start = next
      return {from: since, until: next === end ? until : next, penceAWeek: penceAWeek!}
    },
  )
}
