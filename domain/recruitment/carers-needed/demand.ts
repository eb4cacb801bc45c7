import type {Day} from '../../calendar.ts'
import type {Household} from '../../household/household.ts'
import type {Occupancy} from '../../household/occupancy.ts'
import type {ChildId, OccupancyId, ReferralId} from '../../ids.ts'
import type {GridReference} from '../../location.ts'
import {type Party, type PartyInput, partyOf} from '../../matching/party.ts'
import {isOption} from '../../matching/rules/breaches.ts'
import type {Home} from '../../matching/shortlist.ts'
import {suitabilityOf} from '../../matching/suitability.ts'
import {occupantsOf} from '../../placement/occupant.ts'
import type {Referral} from '../../referral/referral.ts'

/** Where the children of a referral came to live; `own`: with any household of the authority's own, kin or parents. */
export type PlacedWith = 'own' | 'ifa' | 'residential' | 'other'

export interface PlacedElsewhere {
  readonly with: PlacedWith
  readonly until: Day | null
  /** null: not known. */
  readonly at: GridReference | null
  /** For each child; null: not known. */
  readonly weeklyPenceEach: number | null
}

/** A referral as it was asked, and what came of it. */
export interface PastReferral extends PartyInput {
  readonly referral: Referral
  /** null: it waits still, or was withdrawn with nobody placed. */
  readonly placed: PlacedElsewhere | null
}

/** Children who are to share one home, for the nights for which they need it. */
export interface Demand {
  readonly referralId: ReferralId
  readonly childIds: readonly ChildId[]
  readonly party: Party
  readonly from: Day
  readonly until: Day | null
  readonly placed: PlacedElsewhere | null
}

/**
 * The demands of these referrals, by first night. A group that is to live apart by plan is a demand for each child.
 * A placement that was made tells how long a home was needed; otherwise the referral does.
 */
export function demandsOf(referrals: readonly PastReferral[]): readonly Demand[] {
  return referrals
    .flatMap(past => {
      const {children, siblings} = past.referral
      const parties = siblings === 'apart-by-plan' ? children.map(child => [child]) : [children]
      return parties.map(childIds => demandFor(past, childIds.toSorted()))
    })
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({from, referralId, childIds}: Demand): string => `${from} ${referralId} ${childIds[0]}`

function demandFor(past: PastReferral, childIds: readonly ChildId[]): Demand {
  const {placed, referral} = past
  const until = placed === null ? referral.expectedUntil : placed.until
  const party = partyOf({...past, referral: {...referral, expectedUntil: until}}, childIds)
  return {referralId: referral.id, childIds, party, from: referral.neededFrom, until, placed}
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
