import type {Child} from '../../domain/child/child.ts'
import type {ChildId} from '../../domain/ids.ts'
import type {PlacementCosts} from '../../domain/panel/costs.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {ReferralInHand} from '../../domain/referral/referral.ts'
import type {Borough} from '../borough.ts'
import {locationOf, type Postcode} from '../places.ts'
import {makeRandom, type Random} from '../random.ts'
import {isShortBreak} from '../return/collection.ts'
import {costsOfHome} from '../return/costs-of-home.ts'
import {type History, yearsAfter} from '../return/history.ts'
import {makeHistories} from '../return/make-return.ts'
import {referEmergencies} from './emergencies.ts'
import {type WrittenUp, writeUpHistory} from './placements-of-history.ts'

/** What Hearth holds of a borough that has used it for four years, beside its households and those who are there now. */
export interface FourYears {
  /** Who left care in that time. */
  readonly left: readonly Child[]
  /** Every placement that ran on any day of it, those of today among them. */
  readonly placements: readonly Placement[]
  readonly costs: readonly PlacementCosts[]
  /** Placed: those that were asked for in an emergency within the last year. */
  readonly referrals: readonly ReferralInHand[]
}

const YEARS = 4

/** The same story as the borough's returns tell: they are made from the same histories. */
export function makeFourYears(
  borough: Borough,
  histories: readonly History[] = makeHistories(borough),
): FourYears {
  const {children, placements, today} = borough
  const random = makeRandom(`four years/${children[0]?.id}`)
  const since = yearsAfter(today, -YEARS)
  const known = new Map(children.map(child => [child.reference, child]))
  const current = new Map(placements.map(placement => [placement.childId, placement]))
  const postcodes = new Map(borough.postcodes.map(each => [each.postcode, each]))
  const lives = histories
    .filter(history => !isShortBreak(history) && (history.homes.at(-1)!.until ?? today) > since)
    .map(history => {
      const child = known.get(history.reference) ?? whoLeft(history, postcodes, random)
      const writing = {childId: child.id, now: current.get(child.id) ?? null, postcodes, random}
      const written = writeUpHistory(history, writing).filter(
        ({placement: {ended}}) => ended === null || ended.on > since,
      )
      return {child, history, written}
    })
  const {referrals, referred} = referEmergencies(
    lives.map(({child, history, written}) => ({child, history, placements: placementsOf(written)})),
    today,
    random,
  )
  return {
    left: lives.map(({child}) => child).filter(({reference}) => !known.has(reference)),
    placements: lives
      .flatMap(({written}) => placementsOf(written))
      .map(placement => ({...placement, referralId: referred.get(placement.id) ?? placement.referralId})),
    costs: lives.flatMap(({history, written}) =>
      written.flatMap(({placement, stretch}) => {
        const costs = stretch && costsOfHome(history.reference, stretch, today)
        return costs ? [{placementId: placement.id, ...costs}] : []
      }),
    ),
    referrals,
  }
}

const placementsOf = (written: readonly WrittenUp[]): readonly Placement[] =>
  written.map(({placement}) => placement)

/** What Hearth still knows of a child who left: who they were, and where they came from. */
function whoLeft(
  {reference, dob, sex, ethnicity, uasc, episodes}: History,
  postcodes: ReadonlyMap<string, Postcode>,
  random: Random,
): Child {
  const home = postcodes.get(episodes[0]!.homePostcode ?? '')
  return {
    id: random.uuid() as ChildId,
    reference,
    dob,
    sex,
    ethnicity,
    uasc,
    ...(home && {home: locationOf(home), homeAuthorityId: home.authorityId}),
  }
}
