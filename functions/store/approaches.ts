import type {Instant} from '../../domain/calendar.ts'
import type {ApproachId, AuthorityId, ReferralId} from '../../domain/ids.ts'
import type {Approach} from '../../domain/placement/approach.ts'
import {keys, partitions, positions, relations} from './keys.ts'
import {pageOfStored} from './pages.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'approach'

export const loadApproach = async (
  table: Table,
  auth: AuthorityId,
  id: ApproachId,
): Promise<Stored<Approach> | null> =>
  storedOrNull<Approach>(TYPE, await table.get(keys.approach.make({authorityId: auth, approachId: id})))

const ofReferral = (auth: AuthorityId, referralId: ReferralId) =>
  relations.approachesOfReferral.make({authorityId: auth, referralId})

/** Of one referral, in the order of asking. From the index: one recorded a moment ago may be missing. */
export const listApproaches = async (
  table: Table,
  auth: AuthorityId,
  referralId: ReferralId,
  page: PageRequest,
): Promise<Page<Stored<Approach>>> =>
  pageOfStored(TYPE, await table.related(ofReferral(auth, referralId), page))

/** All of one referral, from the index. */
export const approachesOf = async (
  table: Table,
  auth: AuthorityId,
  referralId: ReferralId,
): Promise<readonly Approach[]> =>
  (await table.relatedAll(ofReferral(auth, referralId))).map(item => storedIn<Approach>(TYPE, item).value)

/** Every approach of the authority. */
export const allApproaches = async (table: Table, auth: AuthorityId): Promise<readonly Approach[]> =>
  (await table.queryAll({pk: partitions.approaches.make({authorityId: auth})})).map(
    item => storedIn<Approach>(TYPE, item).value,
  )

/** A new approach, or one over what was read; whoever is late is to decide again. */
export function keepApproach(
  auth: AuthorityId,
  before: Stored<Approach> | null,
  approach: Approach,
  at: Instant,
): Write<Refusal> {
  const {id, referralId, asked} = approach
  const place = {
    key: keys.approach.make({authorityId: auth, approachId: id}),
    type: TYPE,
    related: {
      to: ofReferral(auth, referralId),
      at: positions.approach.make({at: asked.at, approachId: id}),
    },
  }
  return putAsDecided(itemOf(place, versionAfter(before, approach, at)), before)
}
