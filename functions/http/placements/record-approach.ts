import type {ApproachId} from '../../../domain/ids.ts'
import {type Approach, recordApproach as decide} from '../../../domain/placement/approach.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {keepApproach} from '../../store/approaches.ts'
import {loadHousehold} from '../../store/households.ts'
import {loadReferral} from '../../store/referrals.ts'
import {firstVersion} from '../../store/stored.ts'
import {fault, invalid} from '../faults.ts'
import {resource} from '../resource.ts'
import {approachRoutes} from '../routes/approaches.ts'
import {aboutApproach} from './about-approach.ts'
import {referralStands} from './load-sought.ts'

export const recordApproach = http(
  approachRoutes.recordApproach,
  async ({params, body}, {table, caller: {authorityId, by}, now, newId}) => {
    const {householdId, agencyId, at = now} = body
    const [referral, household] = await Promise.all([
      loadReferral(table, authorityId, params.referralId),
      householdId === undefined ? null : loadHousehold(table, authorityId, householdId),
    ])
    if (referral === null) return refuse({kind: 'not-found', what: 'referral'})
    if (householdId !== undefined && household === null)
      return invalid([fault('/householdId', 'is not a household of your authority')])
    const of: Approach['of'] =
      householdId === undefined ? {kind: 'agency', agencyId: agencyId!} : {kind: 'household', householdId}
    const decided = decide(referral.value, {id: newId() as ApproachId, of, asked: {at, by}}, now)
    if (!decided.ok)
      return decided.error.kind === 'in-the-future'
        ? invalid([fault('/at', 'must not be in the future')])
        : refuse({kind: decided.error.kind})
    return ok({
      body: resource(firstVersion(decided.value, now)),
      version: 1,
      about: aboutApproach(decided.value, referral.value),
      location: `/v1/approaches/${decided.value.id}`,
      writes: [keepApproach(authorityId, null, decided.value, now), referralStands(authorityId, referral)],
    })
  },
)
