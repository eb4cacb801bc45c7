import type {ChildId, HouseholdId, ReferralId, ShortlistId} from '../ids.ts'
import type {ShortlistAnswer} from '../matching/shortlist.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {Chosen} from './placement.ts'

/** A shortlist that the chooser was shown. */
export interface Shown {
  readonly id: ShortlistId
  readonly referralId: ReferralId
  readonly answer: Pick<ShortlistAnswer, 'options' | 'splits' | 'eachChild'>
}

/** `rank` is what the choice has on the shortlist; null: the shortlist does not offer it. */
export interface ReasonNeeded {
  readonly kind: 'reason-needed'
  readonly rank: number | null
}

/** What was chosen of what was shown for a child. Another than the first is chosen for a reason. */
export function choiceOf(
  {id, answer}: Shown,
  childId: ChildId,
  householdId: HouseholdId | null,
  reason: string | null,
): Result<Chosen, ReasonNeeded> {
  const {options, splits} = answer.eachChild.find(each => each.childId === childId) ?? answer
  const rank =
    options.length > 0
      ? options.find(option => option.householdId === householdId)?.rank
      : splits.find(({homes}) =>
          homes.some(home => home.householdId === householdId && home.children.includes(childId)),
        )?.rank
  const isFirst = rank === 1 || (options.length === 0 && splits.length === 0)
  const why = reason?.trim() ? reason : null
  if (!isFirst && why === null) return refuse({kind: 'reason-needed', rank: rank ?? null})
  return ok({shortlistId: id, rank: rank ?? null, reason: why})
}
