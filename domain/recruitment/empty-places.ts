import {addDays, type Day, startOfDay} from '../calendar.ts'
import {placesByNight} from '../household/calendar.ts'
import type {HouseholdId, ReferralId} from '../ids.ts'
import type {HardRule, Home, Shortlisted} from '../matching/shortlist.ts'

/** A shortlist as it was made: what the engine said of every home on that day. */
export interface ShortlistMade {
  readonly referralId: ReferralId
  readonly on: Day
  readonly shortlisted: Shortlisted
}

/** Why the engine passed a home over, and for which referrals. */
export interface PassedOver {
  readonly rule: HardRule
  readonly words: string
  readonly referrals: readonly ReferralId[]
}

/** Carers with a place that nobody has had for long though somebody could. */
export interface LongEmpty {
  readonly householdId: HouseholdId
  /** The places that stand empty, with the first of their empty nights as far as one looks back. */
  readonly places: readonly {readonly place: number; readonly emptySince: Day; readonly nights: number}[]
  /** The most frequent first. */
  readonly passedOver: readonly PassedOver[]
  /** Shortlists that offered the home, by rank, and others were chosen or nobody was. */
  readonly offered: readonly {readonly referralId: ReferralId; readonly rank: number}[]
  /** Shortlists of those nights that neither offered nor excluded it: not searched, or behind those shown. */
  readonly notShown: number
}

const LONG_NIGHTS = 60
/** How far back one looks for the first empty night, and for shortlists. */
export const LOOK_BACK_DAYS = 365

/** Homes with a place empty on more than 60 nights up to a day, the longest first. */
export function longEmpty(
  homes: readonly Home[],
  shortlists: readonly ShortlistMade[],
  on: Day,
): readonly LongEmpty[] {
  return homes
    .flatMap(home => {
      const places = emptyPlaces(home, on).filter(({nights}) => nights > LONG_NIGHTS)
      return places.length === 0 ? [] : [{home, places}]
    })
    .map(({home, places}) => {
      const since = places.map(({emptySince}) => emptySince).toSorted()[0]!
      const asked = shortlists.filter(made => made.on >= since && made.on <= on)
      return {householdId: home.household.id, places, ...whatWasSaid(home.household.id, asked)}
    })
    .toSorted((a, b) => longest(b) - longest(a) || (a.householdId < b.householdId ? -1 : 1))
}

const longest = ({places}: LongEmpty): number => Math.max(...places.map(({nights}) => nights))

function emptyPlaces(home: Home, on: Day): LongEmpty['places'] {
  const until = addDays(on, 1)
  const rows = placesByNight(home, {from: addDays(until, -LOOK_BACK_DAYS), until}, startOfDay(until))
  return rows
    .filter(({beyondTerms}) => !beyondTerms)
    .flatMap(({place, nights}) => {
      const taken = nights.findLastIndex(({state}) => state !== 'vacant')
      const empty = nights.slice(taken + 1)
      return empty.length === 0 ? [] : [{place, emptySince: empty[0]!.night, nights: empty.length}]
    })
}

function whatWasSaid(
  householdId: HouseholdId,
  shortlists: readonly ShortlistMade[],
): Pick<LongEmpty, 'passedOver' | 'offered' | 'notShown'> {
  const breaches = shortlists.flatMap(({referralId, shortlisted: {excluded}}) =>
    excluded
      .filter(each => each.householdId === householdId)
      .flatMap(each => each.breaches.map(({rule, words}) => ({referralId, rule, words}))),
  )
  const offered = shortlists.flatMap(({referralId, shortlisted: {answer}}) =>
    [answer, ...answer.eachChild]
      .flatMap(({options}) => options)
      .filter(option => option.householdId === householdId)
      .map(({rank}) => ({referralId, rank})),
  )
  const spoken = new Set([...breaches, ...offered].map(({referralId}) => referralId))
  return {
    passedOver: [...Map.groupBy(breaches, ({rule, words}) => `${rule} ${words}`).values()]
      .map(same => ({
        rule: same[0]!.rule,
        words: same[0]!.words,
        referrals: [...new Set(same.map(({referralId}) => referralId))].toSorted(),
      }))
      .toSorted((a, b) => b.referrals.length - a.referrals.length || (a.words < b.words ? -1 : 1)),
    offered,
    notShown: shortlists.filter(({referralId}) => !spoken.has(referralId)).length,
  }
}
