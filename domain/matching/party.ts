import {ageOn, type Instant} from '../calendar.ts'
import type {Child} from '../child/child.ts'
import type {Arrival, Arriving} from '../household/capacity.ts'
import type {AuthorityId, ChildId} from '../ids.ts'
import type {Referral} from '../referral/referral.ts'
import type {MatchingPolicy} from './policy.ts'
import type {MatchInput, Sibling} from './shortlist.ts'

/** One child who needs a home. */
export interface Seeker {
  readonly child: Child
  /** Completed years on the first night. */
  readonly age: number
  /** Brothers and sisters outside this party who are looked after or referred. */
  readonly siblings: readonly Sibling[]
}

/** What is asked of a home: the kind of stay, how soon, and the nights. */
export type Asked = Pick<Referral, 'kind' | 'urgency' | 'neededFrom' | 'expectedUntil'>

/** What a party is made from: as much of a match's input as is about the children. */
export type PartyInput = Pick<MatchInput, 'authorityId' | 'children' | 'siblings' | 'policy' | 'at'> & {
  readonly referral: Asked & Pick<Referral, 'children'>
}

/** The children who are to share one home: the whole referral, one part of a split, or one child. */
export interface Party {
  readonly authorityId: AuthorityId
  readonly referral: Asked
  readonly policy: MatchingPolicy
  readonly at: Instant
  /** By child id, so that the order of the input never changes an answer. */
  readonly seekers: readonly Seeker[]
  /** The same children as they bear on a home's places and bedrooms. */
  readonly arrival: Arrival
  /** What has been worked out for this party, by what works it out; `oncePerParty` fills it. */
  readonly made: Map<(party: Party) => unknown, unknown>
}

/**
 * Works out once for each party what is then asked of home after home, and lets it go with the party. (A WeakMap
 * over parties would do as much, but each minor collection then takes fifteen times as long.)
 */
export const oncePerParty =
  <Made>(make: (party: Party) => Made): ((party: Party) => Made) =>
  party => {
    const known = party.made.get(make) as Made | undefined
    if (known !== undefined) return known
    const made = make(party)
    party.made.set(make, made)
    return made
  }

/**
 * The party of these children of the input (all of them by default). A referral is for one child or one
 * sibling group, so a referred child left out of the party is, to those in it, a sibling without a home yet.
 */
export function partyOf(input: PartyInput, ids: readonly ChildId[] = input.referral.children): Party {
  const inParty = new Set(ids)
  const seekers = input.children
    .filter(child => inParty.has(child.id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(child => ({
      child,
      age: ageOn(child.dob, input.referral.neededFrom),
      siblings: siblingsOf(child, input, inParty),
    }))
  const {authorityId, referral, policy, at} = input
  return {authorityId, referral, policy, at, seekers, arrival: arrivalOf(seekers, input), made: new Map()}
}

const arrivalOf = (seekers: readonly Seeker[], {referral, policy, at}: PartyInput): Arrival => ({
  stay: {from: referral.neededFrom, until: referral.expectedUntil},
  at,
  children: seekers.map(({child}) => arriving(child, policy)),
  ownBedroomOverYears: policy.ownBedroomOverYears,
})

const arriving = ({id, dob, risks}: Child, {sharingBars}: MatchingPolicy): Arriving => ({
  childId: id,
  dob,
  mayNotShare: (risks ?? []).some(
    ({risk, level}) => sharingBars.includes(risk) && (level === 'medium' || level === 'high'),
  ),
})

/** Somebody must take the children in at once: what may follow the placement then may follow it. */
export const isEmergency = ({
  referral: {kind, urgency},
}: {
  readonly referral: Pick<Party['referral'], 'kind' | 'urgency'>
}): boolean => kind === 'emergency' || urgency === 'same-day'

function siblingsOf(child: Child, input: PartyInput, inParty: ReadonlySet<ChildId>): readonly Sibling[] {
  const leftOut = input.children.filter(other => !inParty.has(other.id))
  return [
    ...(input.siblings[child.id] ?? []),
    ...leftOut.map(other => ({childId: other.id, livesAt: null})),
  ].toSorted((a, b) => (a.childId < b.childId ? -1 : 1))
}
