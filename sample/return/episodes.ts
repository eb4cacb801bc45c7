import type {Day} from '../../domain/calendar.ts'
import type {Episode, NeedCode} from '../../domain/sufficiency/history.ts'
import type {Random} from '../random.ts'
import type {Order} from './orders.ts'
import type {ReturnedHome} from './past-homes.ts'

/** An episode as the return tells it. */
export type ReturnedEpisode = Omit<Episode, 'householdId' | 'placementAuthority' | 'distanceMiles' | 'source'>

/** Time in one home under one code, up to, not including, `until`; null: it goes on. */
export interface Stretch {
  readonly from: Day
  readonly until: Day | null
  readonly home: ReturnedHome
}

export interface Care {
  readonly stretches: readonly Stretch[]
  readonly orders: readonly Order[]
  readonly need: NeedCode
  /** Where the child lived when care began. */
  readonly homePostcode: string | null
  /** How care ended; null: it goes on. */
  readonly ceased: Episode['ceased']
}

const isTemporary = ({place}: ReturnedHome): boolean => place.startsWith('T')
const sameCarer = (one: ReturnedHome, other: ReturnedHome): boolean =>
  one.postcode === other.postcode && one.urn === other.urn && !isTemporary(one) && !isTemporary(other)

/** A new episode wherever the home, its code or the legal status changes. */
export function tellEpisodes(
  {stretches, orders, need, homePostcode, ceased}: Care,
  random: Random,
): readonly ReturnedEpisode[] {
  const cuts = stretches.flatMap(({from, until, home}) => {
    const during = orders.filter(order => order.from > from && (until === null || order.from < until))
    return [from, ...during.map(order => order.from)].map(day => ({from: day, home}))
  })
  const told = cuts.map(cut => ({...cut, status: orders.findLast(({from}) => from <= cut.from)!.status}))
  const end = stretches.at(-1)!.until
  return told.map(({from, home, status}, index): ReturnedEpisode => {
    const next = told[index + 1]
    const before = told[index - 1]
    return {
      from,
      until: next ? next.from : end,
      began: before ? reasonForNew(before, {home, status}) : 'S',
      legalStatus: status,
      need,
      place: home.place,
      provider: home.provider,
      ceased: next ? 'X1' : ceased,
      reasonForChange: next ? reasonForChange(home, next.home, random) : null,
      homePostcode: home.postcode === null ? null : homePostcode,
      placementPostcode: home.postcode,
      urn: home.urn,
    }
  })
}

interface Told {
  readonly home: ReturnedHome
  readonly status: string
}

function reasonForNew(before: Told, now: Told): Episode['began'] {
  const ordered = before.status !== now.status
  if (!sameCarer(before.home, now.home) && before.home !== now.home) return ordered ? 'B' : 'P'
  if (before.home.place !== now.home.place) return ordered ? 'U' : 'T'
  return 'L'
}

/** Why the child left for the next home; none for temporary moves and for a change of legal status alone. */
function reasonForChange(home: ReturnedHome, next: ReturnedHome, random: Random): Episode['reasonForChange'] {
  if (home === next || isTemporary(home) || isTemporary(next)) return null
  if (sameCarer(home, next)) return 'PLACE'
  return random.byWeight({
    OTHER: 42,
    CARPL: 33,
    CREQB: 9,
    CREQO: 6,
    CHILD: 4,
    LAREQ: 3,
    CLOSE: 2,
    STAND: 1,
  })
}
