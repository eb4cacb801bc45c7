import type {LegalStatus} from '../domain/child/child.ts'
import type {ChildId} from '../domain/ids.ts'
import type {Dwelling, Provision, Resident} from './dwellings.ts'
import type {Random} from './random.ts'
import {draw, largestRemainder} from './shares.ts'
import {LEGAL_SHARES} from './targets.ts'

type Drawn = keyof typeof LEGAL_SHARES
interface Case extends Resident {
  readonly provision: Provision
}

const MUST = Number.POSITIVE_INFINITY

/** How likely each status is for a child; 0 never, MUST always. Full care orders (C2) are what remains. */
const LIKELIHOODS: readonly (readonly [Exclude<Drawn, 'C2'>, (child: Case) => number])[] = [
  // Remand to the authority, or to youth detention, which makes a child looked after (LASPO 2012 s.104).
  ['J1', child => (child.provision === 'young-offender-institution' ? MUST : canBeRemanded(child) ? 1 : 0)],
  ['E1', child => (child.provision === 'adoption' ? MUST : canAwaitAdoption(child) ? 1 : 0)],
  ['L2', ({provision}) => (provision === 'mainstream' || provision === 'ifa' ? 1 : 0)],
  // Accommodated under s.20; never with parents (SSDA903 rule 378). Adoption with consent where orders ran out.
  ['V2', child => (child.person.uasc || child.provision === 'adoption' ? MUST : likelihoodOfConsent(child))],
  ['C1', ({person: {age}}) => (age < 1 ? 8 : age < 5 ? 4 : age < 10 ? 2 : 1)],
]

const canBeRemanded = ({person, provision}: Case): boolean =>
  person.age >= 13 &&
  !person.uasc &&
  (provision === 'ifa' || provision === 'secure' || provision === 'childrens-home')

const canAwaitAdoption = ({person, provision}: Case): boolean =>
  person.age < 6 && (provision === 'ifa' || provision === 'mainstream')

function likelihoodOfConsent({person: {age}, provision}: Case): number {
  if (provision === 'with-parents' || provision === 'secure') return 0
  return provision === 'connected-person' ? 0.5 : age >= 16 ? 1.6 : 1
}

/** The legal status of every child, in the shares of the borough. */
export function legalStatuses(
  dwellings: readonly Dwelling[],
  random: Random,
): ReadonlyMap<ChildId, LegalStatus> {
  const statuses = new Map<ChildId, LegalStatus>()
  let left: readonly Case[] = dwellings.flatMap(({provision, parties}) =>
    parties.flat().map(resident => ({...resident, provision})),
  )
  const quotas = largestRemainder(left.length, LEGAL_SHARES)
  for (const [status, likelihood] of LIKELIHOODS) {
    const {drawn, rest} = draw(left, quotas[status], random, likelihood)
    for (const {person} of drawn) statuses.set(person.id, status)
    left = rest
  }
  for (const {person} of left) statuses.set(person.id, 'C2')
  return statuses
}
