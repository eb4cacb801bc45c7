import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ChildId} from '../../domain/ids.ts'
import type {Whereabouts} from '../../domain/placement/whereabouts.ts'
import {keys} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {firstVersion, itemOf, type Stored, storedIn, versionAfter} from './stored.ts'
import type {Item, Table, Write} from './table.ts'

const TYPE = 'whereabouts'

/** Where each of these children lives and has lived; those of whom Hearth knows nothing are left out. */
export async function loadWhereabouts(
  table: Table,
  auth: AuthorityId,
  ids: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, Stored<Whereabouts>>> {
  const items = await table.getMany(
    ids.map(childId => keys.currentPlacement.make({authorityId: auth, childId})),
  )
  const found = items.map(item => storedIn<Whereabouts>(TYPE, item))
  return new Map(found.map(whereabouts => [whereabouts.value.childId, whereabouts]))
}

const itemAt = (auth: AuthorityId, stored: Stored<Whereabouts>): Item =>
  itemOf(
    {key: keys.currentPlacement.make({authorityId: auth, childId: stored.value.childId}), type: TYPE},
    stored,
  )

/** The child's placements as they are stored for loading in bulk. */
export const whereaboutsItem = (auth: AuthorityId, whereabouts: Whereabouts, at: Instant): Item =>
  itemAt(auth, firstVersion(whereabouts, at))

/** The child's placements, over what was read or where nothing was known: the lock that keeps a child in one home. */
export const keepWhereabouts = (
  auth: AuthorityId,
  before: Stored<Whereabouts> | null,
  after: Whereabouts,
  at: Instant,
): Write<Refusal> => putAsDecided(itemAt(auth, versionAfter(before, after, at)), before)
