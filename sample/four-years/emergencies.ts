import {addDays, type Day} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {PlacementId, ReferralId} from '../../domain/ids.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {ReferralInHand} from '../../domain/referral/referral.ts'
import {makeRandom, type Random} from '../random.ts'
import {startOf} from '../return/collection.ts'
import type {History} from '../return/history.ts'

/** A child with where they lived. */
interface Life {
  readonly child: Child
  readonly history: History
  readonly placements: readonly Placement[]
}

interface Referred {
  readonly referrals: readonly ReferralInHand[]
  /** Which referral a placement came from. */
  readonly referred: ReadonlyMap<PlacementId, ReferralId>
}

/** Of first homes in care, of moves, and of settings that nobody has registered. */
const SHARES = {first: 0.2, move: 0.06, unregistered: 0.8} as const
/** Older referrals are not kept. */
const DAYS_KEPT = 365

/** A home for the same night: brothers and sisters who came on one day were asked for together. */
export function referEmergencies(lives: readonly Life[], today: Day, random: Random): Referred {
  const since = addDays(today, -DAYS_KEPT)
  const urgent = lives.flatMap(({child, history, placements}) =>
    placements
      .filter(({from, arrangement}) => arrangement === 'main' && from > since)
      .map(placement => {
        const first = placement.from === startOf(history)
        const party = `${child.siblingGroupId ?? child.id}/${placement.from}`
        const share =
          placement.code.place === 'Z13' ? SHARES.unregistered : first ? SHARES.first : SHARES.move
        return {child, placement, first, party, urgent: makeRandom(`urgent/${party}`).chance(share)}
      })
      .filter(each => each.urgent),
  )
  const parties = [...Map.groupBy(urgent, ({party}) => party).values()].map(members => ({
    id: random.uuid() as ReferralId,
    members,
  }))
  return {
    referrals: parties.map(({id, members: [one, ...others]}) => ({
      id,
      children: [one!, ...others].map(({child}) => child.id),
      urgency: 'same-day',
      kind: one!.first ? 'emergency' : 'short-term',
      neededFrom: one!.placement.from,
      expectedUntil: null,
      siblings: 'prefer-together',
      status: 'placed',
    })),
    referred: new Map(
      parties.flatMap(({id, members}) => members.map(({placement}) => [placement.id, id] as const)),
    ),
  }
}
