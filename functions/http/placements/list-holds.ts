import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as holds from '../../store/holds.ts'
import {loadReferral} from '../../store/referrals.ts'
import {holdRoutes} from '../routes/holds.ts'
import {aboutHold, holdResource} from './hold-resource.ts'

export const listHolds = http(
  holdRoutes.listHolds,
  async ({params: {referralId}, query}, {table, caller: {authorityId}, now}) => {
    const {limit, cursor = null} = query
    const [referral, {items, next}] = await Promise.all([
      loadReferral(table, authorityId, referralId),
      holds.listHolds(table, authorityId, referralId, {limit, cursor}),
    ])
    if (referral === null) return refuse({kind: 'not-found', what: 'referral'})
    return ok({
      body: {items: items.map(each => holdResource(each, now)), next},
      about: items.flatMap(({value}) => aboutHold(value)),
    })
  },
)
