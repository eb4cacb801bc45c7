import {ok, refuse} from '../../../domain/result.ts'
import {namesOf} from '../../runtime/audit.ts'
import {http} from '../../runtime/http.ts'
import {loadReferral} from '../../store/referrals.ts'
import * as shortlists from '../../store/shortlists.ts'
import {listing} from '../resource.ts'
import {shortlistRoutes} from '../routes/shortlists.ts'
import {aboutReferral} from './about-referral.ts'

export const listShortlists = http(
  shortlistRoutes.listShortlists,
  async ({params: {referralId}, query}, {table, caller: {authorityId}}) => {
    const {limit, cursor = null} = query
    const [referral, page] = await Promise.all([
      loadReferral(table, authorityId, referralId),
      shortlists.listShortlists(table, authorityId, referralId, {limit, cursor}),
    ])
    if (referral === null) return refuse({kind: 'not-found', what: 'referral'})
    const about = [
      ...aboutReferral(referral.value),
      ...namesOf(
        'shortlist',
        page.items.map(({value}) => value.id),
      ),
    ]
    return ok({body: listing(page), about})
  },
)
