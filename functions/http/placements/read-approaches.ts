import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as approaches from '../../store/approaches.ts'
import {loadReferral} from '../../store/referrals.ts'
import {listing, resource} from '../resource.ts'
import {approachRoutes} from '../routes/approaches.ts'
import {aboutApproach} from './about-approach.ts'
import {aboutReferral} from './about-referral.ts'

export const getApproach = http(
  approachRoutes.getApproach,
  async ({params}, {table, caller: {authorityId}}) => {
    const approach = await approaches.loadApproach(table, authorityId, params.approachId)
    if (approach === null) return refuse({kind: 'not-found', what: 'approach'})
    const {referralId} = approach.value
    const about = aboutApproach(approach.value, {id: referralId, children: []})
    return ok({body: resource(approach), version: approach.version, about})
  },
)

export const listApproaches = http(
  approachRoutes.listApproaches,
  async ({params: {referralId}, query}, {table, caller: {authorityId}}) => {
    const {limit, cursor = null} = query
    const [referral, page] = await Promise.all([
      loadReferral(table, authorityId, referralId),
      approaches.listApproaches(table, authorityId, referralId, {limit, cursor}),
    ])
    if (referral === null) return refuse({kind: 'not-found', what: 'referral'})
    return ok({body: listing(page), about: aboutReferral(referral.value)})
  },
)
