import type {ReferralId} from '../../../domain/ids.ts'
import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as referrals from '../../store/referrals.ts'
import {firstVersion} from '../../store/stored.ts'
import {invalid} from '../faults.ts'
import {resource} from '../resource.ts'
import {referralRoutes} from '../routes/referrals.ts'
import {aboutReferral} from './about-referral.ts'
import {faultsOfChildren} from './faults-of-children.ts'

export const openReferral = http(referralRoutes.openReferral, async ({body}, {table, caller, now, newId}) => {
  const faults = await faultsOfChildren(table, caller.authorityId, body.children)
  if (faults.length > 0) return invalid(faults)
  const referral = {id: newId() as ReferralId, ...body}
  return ok({
    body: resource(firstVersion({...referral, status: 'open' as const, openedBy: caller.by}, now)),
    version: 1,
    about: aboutReferral(referral),
    location: `/v1/referrals/${referral.id}`,
    writes: referrals.openReferral(caller.authorityId, referral, now, caller.by),
  })
})
