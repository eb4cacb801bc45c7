import {type Day, dayInEngland} from '../../domain/calendar.ts'
import type {AuthorityId, ReferralId} from '../../domain/ids.ts'
import type {ShortlistMade} from '../../domain/recruitment/empty-places.ts'
import {relations} from './keys.ts'
import {loadExcluded, loadShortlist, type ShortlistSummary} from './shortlists.ts'
import {storedIn} from './stored.ts'
import type {Table} from './table.ts'

/** So many referrals are asked about at once: each answer may be of some hundred kilobytes. */
const AT_ONCE = 16

/**
 * The newest shortlist of each of these referrals, with all that it excluded, where it was made on a day or later.
 * From the index: one made a moment ago may be missing.
 */
export async function newestShortlists(
  table: Table,
  auth: AuthorityId,
  referralIds: readonly ReferralId[],
  since: Day,
): Promise<readonly ShortlistMade[]> {
  const left = [...referralIds]
  const found: ShortlistMade[] = []
  const work = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const made = await newestOf(table, auth, id, since)
      if (made !== null) found.push(made)
    }
  }
  await Promise.all(Array.from({length: AT_ONCE}, work))
  return found.toSorted((a, b) => (a.referralId < b.referralId ? -1 : 1))
}

async function newestOf(
  table: Table,
  auth: AuthorityId,
  referralId: ReferralId,
  since: Day,
): Promise<ShortlistMade | null> {
  const items = await table.relatedAll(relations.shortlistsOfReferral.make({authorityId: auth, referralId}))
  const last = items.at(-1)
  if (last === undefined) return null
  const {id, at} = storedIn<ShortlistSummary>('shortlist', last).value
  const on = dayInEngland(at)
  if (on < since) return null
  const [shortlist, excluded] = await Promise.all([
    loadShortlist(table, auth, id),
    loadExcluded(table, auth, id),
  ])
  if (shortlist === null || excluded === null) throw new Error('A shortlist is not there whole.')
  return {referralId, on, shortlisted: {answer: shortlist.value, excluded}}
}
