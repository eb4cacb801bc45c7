import type {Day} from '../../calendar.ts'
import type {Household} from '../../household/household.ts'
import type {Occupancy} from '../../household/occupancy.ts'
import type {ChildId, OccupancyId, ReferralId} from '../../ids.ts'
import type {GridReference} from '../../location.ts'
import {type Party, type PartyInput, partyOf} from '../../matching/party.ts'
import {isOption} from '../../matching/rules/breaches.ts'
import type {Home} from '../../matching/shortlist.ts'
import {suitabilityOf} from '../../matching/suitability.ts'
import type {PlacementCosts, Priced} from '../../panel/costs.ts'
import {occupantsOf} from '../../placement/occupant.ts'
import type {Referral} from '../../referral/referral.ts'

/** Where a child came to live; `own`: with any household of the authority's own, kin or parents. */
export type PlacedWith = 'own' | 'ifa' | 'residential' | 'other'

/** Nights in a home at what the placement says it costs, or its parts where they are recorded. */
export interface PaidStay extends Priced {
  readonly until: Day | null
  readonly costs: PlacementCosts | undefined
}

/** Where one child of a referral came to live. */
export interface PlacedElsewhere {
  readonly with: PlacedWith
  /** null: not known. */
  readonly at: GridReference | null
  /** One after another: more than one where the placement changed in nothing but its status. Never none. */
  readonly stays: readonly PaidStay[]
}

/** A referral as it was asked, and what came of it. */
export interface PastReferral extends PartyInput {
  readonly referral: Referral
  /** Those who are not in it wait still, or the referral was withdrawn: then it says until when it stood. */
  readonly placed: ReadonlyMap<ChildId, PlacedElsewhere>
}

/** Children who are to share one home, for the nights for which they need it. */
export interface Demand {
  readonly referralId: ReferralId
  readonly childIds: readonly ChildId[]
  readonly party: Party
  readonly from: Day
  readonly until: Day | null
  readonly placed: ReadonlyMap<ChildId, PlacedElsewhere>
}

interface Asked {
  readonly past: PastReferral
  readonly childIds: readonly ChildId[]
}

/**
 * The demands of these referrals, by first night. A group that is to live apart by plan is a demand for each child.
 * A placement that was made tells how long a home was needed; otherwise the referral does. A child needs one home at a
 * time: where the child is referred again, the earlier demand ends, and one without a night left is none.
 */
export function demandsOf(referrals: readonly PastReferral[]): readonly Demand[] {
  const asked = referrals
    .flatMap((past): readonly Asked[] => {
      const {children, siblings} = past.referral
      const parties = siblings === 'apart-by-plan' ? children.map(child => [child]) : [children]
      return parties.map(childIds => ({past, childIds: childIds.toSorted()}))
    })
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const nextOf = new Map<ChildId, Day>()
  const demands: Demand[] = []
  for (const each of asked.toReversed()) {
    const from = each.past.referral.neededFrom
    const until = firstOf([neededUntil(each), ...each.childIds.map(id => nextOf.get(id) ?? null)])
    if (until !== null && until <= from) continue
    for (const id of each.childIds) nextOf.set(id, from)
    demands.push(demandFor(each, until))
  }
  return demands.reverse()
}

const keyOf = ({past: {referral, at}, childIds}: Asked): string =>
  `${referral.neededFrom} ${at} ${referral.id} ${childIds[0]}`

const firstOf = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null)

/** As long as any of them needs it. */
function neededUntil({past: {placed, referral}, childIds}: Asked): Day | null {
  const ends = childIds.map(
    id => placed.get(id)?.stays.at(-1)?.until ?? (placed.has(id) ? null : referral.expectedUntil),
  )
  return ends.reduce((last, end) => (last === null || end === null ? null : end > last ? end : last), '')
}

function demandFor({past, childIds}: Asked, until: Day | null): Demand {
  const {placed, referral} = past
  return {
    referralId: referral.id,
    childIds,
    party: partyOf({...past, referral: {...referral, expectedUntil: until}}, childIds),
    from: referral.neededFrom,
    until,
    placed: new Map([...placed].filter(([id]) => childIds.includes(id))),
  }
}

/**
 * Where the children of a demand came to live: `own` where all of them did, and of several other places the one
 * that is farthest from a family. null: they wait still, or nobody was placed.
 */
export function placedWith({placed, childIds}: Demand): PlacedWith | null {
  const went = [...placed.values()].map(({with: each}) => each)
  const elsewhere = (['residential', 'ifa', 'other'] as const).find(each => went.includes(each))
  return elsewhere ?? (went.length === childIds.length ? 'own' : null)
}

/**
 * Whether a home is an option for the demand, and suitable enough: at or over the policy's floor. Languages,
 * religion and skills never exclude, so without the floor they would not tell homes apart.
 */
export const suits = ({party}: Demand, home: Home): boolean =>
  isOption(party, home) && suitabilityOf(party, home).suitability.value >= party.policy.suitabilityFloor

/** The home once the children of a demand live there. */
export function withChildrenOf(demand: Demand, {household, calendar}: Home): Home {
  const {party, referralId, from, until} = demand
  const taken = [...occupantsOf(party)].map(
    ([childId, occupant]): Occupancy => ({
      id: `${referralId} ${childId}` as OccupancyId,
      kind: 'placement',
      from,
      until,
      bedroomId: null,
      occupant,
    }),
  )
  return {household, calendar: [...calendar, ...taken]}
}

export const emptyHome = (household: Household): Home => ({household, calendar: []})
