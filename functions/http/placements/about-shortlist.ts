import type {AuthorityId, HouseholdId, ShortlistId} from '../../../domain/ids.ts'
import type {Answer, ShortlistAnswer} from '../../../domain/matching/shortlist.ts'
import type {RecordName, Shown} from '../../store/audit-entry.ts'
import {loadShortlistInputs} from '../../store/shortlists.ts'
import type {Table} from '../../store/table.ts'
import {aboutReferral} from './about-referral.ts'

/** What a shortlist puts before its reader. */
export function shownIn(answer: ShortlistAnswer): readonly Shown[] {
  const shown = ({options, splits}: Answer): Shown[] => [
    ...options.map(({householdId, rank}) => ({householdId, rank})),
    ...splits.flatMap(({homes, rank}) =>
      homes.map(({householdId}) => ({householdId, rank, split: true as const})),
    ),
  ]
  return [
    ...shown(answer),
    ...answer.eachChild.flatMap(each => shown(each).map(one => ({...one, childId: each.childId}))),
  ]
}

/** Every household that an answer names. */
export const householdsIn = (answer: ShortlistAnswer): readonly HouseholdId[] => [
  ...new Set(
    [answer, ...answer.eachChild].flatMap(({options, splits, nearlyPossible}) =>
      [...options, ...splits.flatMap(({homes}) => homes), ...nearlyPossible].map(
        ({householdId}) => householdId,
      ),
    ),
  ),
]

/** The referral that a shortlist was made for, and the children whom it sought homes for. */
export async function aboutShortlist(
  table: Table,
  authorityId: AuthorityId,
  id: ShortlistId,
): Promise<readonly RecordName[]> {
  const inputs = await loadShortlistInputs(table, authorityId, id)
  return inputs ? aboutReferral(inputs.referral) : []
}
