import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as referrals from '../../store/referrals.ts'
import {listing} from '../resource.ts'
import {referralRoutes} from '../routes/referrals.ts'
import {aboutReferral} from './about-referral.ts'

export const listReferrals = http(referralRoutes.listReferrals, async ({query}, {table, caller}) => {
  const {status, limit, cursor = null} = query
  const page = await referrals.listReferrals(table, caller.authorityId, {status}, {limit, cursor})
  return ok({body: listing(page), about: page.items.flatMap(({value}) => aboutReferral(value))})
})
