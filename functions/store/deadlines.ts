import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, DeadlineId} from '../../domain/ids.ts'
import {type Deadline, deadlineOfHold} from '../../domain/placement/deadlines.ts'
import type {Hold} from '../../domain/placement/hold.ts'
import {keys, positions, relations} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {itemOf, type Stored, storedIn, versionAfter} from './stored.ts'
import type {Table, Write} from './table.ts'

const TYPE = 'deadline'

/** Those of these ids that are kept. */
export async function loadDeadlines(
  table: Table,
  auth: AuthorityId,
  ids: readonly DeadlineId[],
): Promise<readonly Stored<Deadline>[]> {
  const items = await table.getMany(
    ids.map(deadlineId => keys.deadline.make({authorityId: auth, deadlineId})),
  )
  return items.map(item => storedIn<Deadline>(TYPE, item))
}

const due = (auth: AuthorityId) => relations.due.make({authorityId: auth})

/** What is still to be done, or to be told, the most pressing first. From the index: the newest may be missing. */
export const openDeadlines = async (table: Table, auth: AuthorityId): Promise<readonly Stored<Deadline>[]> =>
  (await table.relatedAll(due(auth))).map(item => storedIn<Deadline>(TYPE, item))

/** A new deadline, or one over what was read; whoever is late is to decide again. */
export function keepDeadline(
  auth: AuthorityId,
  before: Stored<Deadline> | null,
  deadline: Deadline,
  at: Instant,
): Write<Refusal> {
  const {id, lapsesAt} = deadline
  const place = {
    key: keys.deadline.make({authorityId: auth, deadlineId: id}),
    type: TYPE,
    related: isOver(deadline)
      ? undefined
      : {to: due(auth), at: positions.deadline.make({at: lapsesAt, deadlineId: id})},
  }
  return putAsDecided(itemOf(place, versionAfter(before, deadline, at)), before)
}

/** The deadline of a hold, new or as the hold now has it. */
export async function keepDeadlineOfHold(
  table: Table,
  auth: AuthorityId,
  hold: Hold,
  at: Instant,
): Promise<Write<Refusal>> {
  const [before = null] = await loadDeadlines(table, auth, [deadlineOfHold(hold, null).id])
  return keepDeadline(auth, before, deadlineOfHold(hold, before?.value ?? null), at)
}

/** Nothing is left to do about it, nor to tell of it: what was done late still lapsed. A hold that has lapsed is over. */
function isOver({kind, settled, lapsesAt, raised}: Deadline): boolean {
  if (raised.lapsed === lapsesAt) return settled !== null || kind === 'hold'
  return settled !== null && (settled.as === 'withdrawn' || settled.at < lapsesAt)
}
