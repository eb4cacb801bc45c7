import type {Day} from '../../domain/calendar.ts'
import type {Sex} from '../../domain/child/child.ts'
import type {EthnicityCode} from '../../domain/child/ethnicity.ts'
import type {NeedCode} from '../../domain/sufficiency/history.ts'
import {priceThen} from '../costs.ts'
import type {Random} from '../random.ts'
import {withBridging} from './bridging.ts'
import {type Care, type ReturnedEpisode, type Stretch, tellEpisodes} from './episodes.ts'
import type {Ground} from './past-homes.ts'
import {beforeTheMatch, daysBetween, withTemporaryMove} from './stretches.ts'

/** What the return's header says of a child. */
export interface Subject {
  readonly reference: string
  readonly dob: Day
  readonly sex: Sex
  readonly ethnicity: EthnicityCode
  readonly uasc: boolean
}

/** A child who is or was looked after, from the first day to the last. */
export interface History extends Subject {
  /** One for each home: what costs are paid for. */
  readonly homes: readonly Stretch[]
  readonly episodes: readonly ReturnedEpisode[]
}

export interface Telling {
  readonly ground: Ground
  readonly today: Day
  readonly random: Random
}

const TEMPORARY_SHARE = 0.08

/** The episodes of a child who lived in these homes under these orders. */
export function tell(
  subject: Subject,
  care: Omit<Care, 'stretches' | 'need'> & {readonly homes: readonly Stretch[]; readonly need?: NeedCode},
  {ground, today, random}: Telling,
): History {
  const {orders} = care
  const homes = withBridging(
    care.homes.map(stretch => atItsPrice(stretch, today)),
    ground,
    random.fork('bridging'),
  )
  const coded = homes.flatMap(home => beforeTheMatch(home, today, random))
  const stretches = random.chance(TEMPORARY_SHARE)
    ? withTemporaryMove(coded, orders, today, {ground, random})
    : coded
  const need = care.need ?? drawNeed(subject, random)
  return {...subject, homes, episodes: tellEpisodes({...care, stretches, need}, random)}
}

/** Homes are drawn at today's prices; one that a child has left cost what it did then. */
function atItsPrice(stretch: Stretch, today: Day): Stretch {
  const {until, home} = stretch
  if (until === null || home.weeklyPence === null) return stretch
  return {
    ...stretch,
    home: {...home, weeklyPence: priceThen(home.weeklyPence, daysBetween(until, today) / 365)},
  }
}

const drawNeed = ({uasc}: Subject, random: Random): NeedCode =>
  uasc ? 'N8' : random.byWeight({N1: 66, N2: 3, N3: 4, N4: 8, N5: 15, N6: 2, N8: 2})

/** From an exponential distribution, in whole days. */
export const drawDays = (mean: number, random: Random): number =>
  Math.ceil(-Math.log(1 - random.next()) * mean)

export const yearsAfter = (day: Day, years: number): Day =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace('-02-29', '-03-01')
