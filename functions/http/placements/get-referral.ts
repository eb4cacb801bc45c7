import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadReferral} from '../../store/referrals.ts'
import {resource} from '../resource.ts'
import {referralRoutes} from '../routes/referrals.ts'
import {aboutReferral} from './about-referral.ts'

export const getReferral = http(referralRoutes.getReferral, async ({params}, {table, caller}) => {
  const referral = await loadReferral(table, caller.authorityId, params.referralId)
  if (referral === null) return refuse({kind: 'not-found', what: 'referral'})
  return ok({
    body: resource(referral),
    version: referral.version,
    about: aboutReferral(referral.value),
  })
})
