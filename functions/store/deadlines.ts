import type {Instant} from '../../domain/calendar.ts'
import type {ApplicationId, AuthorityId, HoldId, PlacementId} from '../../domain/ids.ts'
import {type Deadline, deadlineOfHold} from '../../domain/placement/deadlines.ts'
import type {Hold} from '../../domain/placement/hold.ts'
import {keys, positions, relations} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Item, Page, Table, Write} from './table.ts'

/** Every deadline of one placement, hold or application: one record, which changes with it. */
export interface Deadlines {
  readonly about: PlacementId | HoldId | ApplicationId
  readonly deadlines: readonly Deadline[]
}

const TYPE = 'deadlines'

const keyOf = (auth: AuthorityId, about: string) => keys.deadlines.make({authorityId: auth, about})
const due = (auth: AuthorityId) => relations.due.make({authorityId: auth})

export const loadDeadlines = async (
  table: Table,
  auth: AuthorityId,
  about: Deadlines['about'],
): Promise<Stored<Deadlines> | null> => storedOrNull<Deadlines>(TYPE, await table.get(keyOf(auth, about)))

/** Those of which something is to be done or to be told, the most pressing first. From the index. */
export const openDeadlines = async (table: Table, auth: AuthorityId): Promise<readonly Stored<Deadlines>[]> =>
  (await table.relatedAll(due(auth))).map(item => storedIn<Deadlines>(TYPE, item))

/** How many records are read, and told of, at once. */
const PAGE = 16

/** The same in pages, up to those of which nothing lapses before a moment. */
export async function* deadlinesLapsingBefore(
  table: Table,
  auth: AuthorityId,
  moment: Instant,
): AsyncGenerator<readonly Stored<Deadlines>[]> {
  for (let cursor: string | null = null, isOver = false; !isOver; ) {
    const {items, next}: Page<Item> = await table.related(due(auth), {limit: PAGE, cursor})
    const early = items.filter(item => item.relatedAt! < moment)
    yield early.map(item => storedIn<Deadlines>(TYPE, item))
    cursor = next
    isOver = next === null || early.length < items.length
  }
}

/** New deadlines, or over what was read; whoever is late is to decide again. */
export function keepDeadlines(
  auth: AuthorityId,
  before: Stored<Deadlines> | null,
  after: Deadlines,
  at: Instant,
): Write<Refusal> {
  return putAsDecided(deadlinesItem(auth, versionAfter(before, after, at)), before)
}

/** As they are stored, for loading in bulk. */
export function deadlinesItem(auth: AuthorityId, stored: Stored<Deadlines>): Item {
  const {about, deadlines} = stored.value
  const [first] = deadlines
    .filter(deadline => !isOver(deadline))
    .map(({lapsesAt}) => lapsesAt)
    .toSorted()
  const place = {
    key: keyOf(auth, about),
    type: TYPE,
    related:
      first === undefined ? undefined : {to: due(auth), at: positions.deadlines.make({at: first, about})},
  }
  return itemOf(place, stored)
}

/** The deadline of a hold, new or as the hold now has it. */
export function keepDeadlineOfHold(
  auth: AuthorityId,
  before: Stored<Deadlines> | null,
  hold: Hold,
  at: Instant,
): Write<Refusal> {
  const deadline = deadlineOfHold(hold, before?.value.deadlines[0] ?? null)
  return keepDeadlines(auth, before, {about: hold.id, deadlines: [deadline]}, at)
}

/** Nothing is left to do about it, nor to tell of it: what was done late still lapsed. A hold that has lapsed is over. */
function isOver({kind, settled, lapsesAt, raised}: Deadline): boolean {
  if (raised.lapsed === lapsesAt) return settled !== null || kind === 'hold'
  return settled !== null && (settled.as === 'withdrawn' || settled.at < lapsesAt)
}
