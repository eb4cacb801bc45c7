import {addDays, dayInEngland} from '../../../../domain/calendar.ts'
import {LOOK_BACK_DAYS, type LongEmpty, longEmpty} from '../../../../domain/recruitment/empty-places.ts'
import {ok} from '../../../../domain/result.ts'
import {http} from '../../../runtime/http.ts'
import type {RecordName} from '../../../store/audit-entry.ts'
import {newestShortlists} from '../../../store/newest-shortlists.ts'
import {allReferrals} from '../../../store/referrals.ts'
import {recruitmentViewRoutes} from '../../routes/recruitment-views.ts'
import {loadOwnHomes} from './own-homes.ts'

export const getEmptyPlaces = http(recruitmentViewRoutes.getEmptyPlaces, async (_, {table, caller, now}) => {
  const today = dayInEngland(now)
  const since = addDays(today, -LOOK_BACK_DAYS)
  const [homes, referrals] = await Promise.all([
    loadOwnHomes(table, caller.authorityId, now),
    allReferrals(table, caller.authorityId),
  ])
  // A shortlist is made for a referral that is open.
  const asked = referrals.filter(
    ({value, updatedAt}) => value.status === 'open' || dayInEngland(updatedAt) >= since,
  )
  const ids = asked.map(({value}) => value.id)
  const shortlists = await newestShortlists(table, caller.authorityId, ids, since)
  const items = longEmpty(homes, shortlists, today)
  return ok({body: {asAt: today, items}, about: items.flatMap(recordsOf)})
})

const recordsOf = ({householdId, passedOver, offered}: LongEmpty): readonly RecordName[] => [
  `household/${householdId}`,
  ...[...passedOver.flatMap(({referrals}) => referrals), ...offered.map(({referralId}) => referralId)].map(
    (id): RecordName => `referral/${id}`,
  ),
]
