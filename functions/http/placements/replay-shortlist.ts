import {makeShortlist as match} from '../../../domain/matching/make-shortlist.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadExcluded, loadShortlist, loadShortlistInputs} from '../../store/shortlists.ts'
import {loadSupplySnapshot} from '../../store/supply.ts'
import {shortlistRoutes} from '../routes/shortlists.ts'
import {aboutReferral} from './about-referral.ts'
import {differences} from './differences.ts'

/** Nothing is read but what was recorded: the same inputs must give the same bytes, however long ago. */
export const replayShortlist = http(
  shortlistRoutes.replayShortlist,
  async ({params: {shortlistId}}, {table, caller: {authorityId}}) => {
    const [shortlist, excluded, inputs] = await Promise.all([
      loadShortlist(table, authorityId, shortlistId),
      loadExcluded(table, authorityId, shortlistId),
      loadShortlistInputs(table, authorityId, shortlistId),
    ])
    if (shortlist === null) return refuse({kind: 'not-found', what: 'shortlist'})
    const supply = await loadSupplySnapshot(table, authorityId, shortlist.value.supply.fingerprint)
    if (excluded === null || inputs === null || supply === null)
      throw new Error('A shortlist is kept without what it was made from')
    const again = match({...inputs, supply})
    const found = differences(
      {...shortlist.value, excluded},
      {...shortlist.value, ...again.answer, excluded: again.excluded},
    )
    return ok({
      body: found.length === 0 ? {identical: true} : {identical: false, differences: found},
      about: aboutReferral(inputs.referral),
    })
  },
)
