import type {ApproachId, AuthorityId, HoldId, ShortlistId} from '../../../domain/ids.ts'
import type {Shown} from '../../../domain/placement/choice.ts'
import type {OfferTaken} from '../../../domain/placement/placement-request.ts'
import {ok, type Result} from '../../../domain/result.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import {loadApproach} from '../../store/approaches.ts'
import {loadDeadlines} from '../../store/deadlines.ts'
import type {StoredHold} from '../../store/decided.ts'
import {loadHold} from '../../store/holds.ts'
import {loadShortlist} from '../../store/shortlists.ts'
import type {Table} from '../../store/table.ts'
import {fault, invalid} from '../faults.ts'

interface Asked {
  readonly holdId: HoldId | null
  readonly approachId: ApproachId | null
  readonly shortlistId: ShortlistId | null
}

/** What a placement starts from: a hold, an offer, what the chooser was shown; each where it is named. */
export interface Basis {
  readonly hold: StoredHold | null
  readonly offer: OfferTaken | null
  readonly shown: Shown | null
}

/** Names everything that is asked for and is not on record. */
export async function loadBasis(
  table: Table,
  authorityId: AuthorityId,
  {holdId, approachId, shortlistId}: Asked,
): Promise<Result<Basis, Refusal>> {
  const [hold, offer, shown] = await Promise.all([
    holdId && loadStoredHold(table, authorityId, holdId),
    approachId && loadOffer(table, authorityId, approachId),
    shortlistId && loadShown(table, authorityId, shortlistId),
  ])
  const faults = [
    ...(holdId && !hold ? [fault('/holdId', 'is not a hold of your authority')] : []),
    ...(approachId && !offer
      ? [fault('/approachId', 'is not an approach that was answered with an offer')]
      : []),
    ...(shortlistId && !shown ? [fault('/shortlistId', 'is not a shortlist of your authority')] : []),
  ]
  return faults.length > 0 ? invalid(faults) : ok({hold, offer, shown})
}

async function loadStoredHold(table: Table, auth: AuthorityId, id: HoldId): Promise<StoredHold | null> {
  const [hold, deadlines] = await Promise.all([loadHold(table, auth, id), loadDeadlines(table, auth, id)])
  return hold && {hold, deadlines}
}

async function loadOffer(table: Table, auth: AuthorityId, id: ApproachId): Promise<OfferTaken | null> {
  const approach = await loadApproach(table, auth, id)
  if (approach?.value.answered?.answer !== 'yes' || approach.value.answered.offer === null) return null
  return {approachId: id, referralId: approach.value.referralId, ...approach.value.answered.offer}
}

async function loadShown(table: Table, auth: AuthorityId, id: ShortlistId): Promise<Shown | null> {
  const shortlist = await loadShortlist(table, auth, id)
  return shortlist && {id, referralId: shortlist.value.referralId, answer: shortlist.value}
}
