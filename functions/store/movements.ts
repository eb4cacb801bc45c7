import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {keys} from './keys.ts'
import {firstVersion, itemOf, storedIn} from './stored.ts'
import type {Table} from './table.ts'

const MOVED = 'figures-moved'
const COUNTED = 'figures-counted'

type Moment = {readonly at: Instant}

/** Notes that something happened that moves the authority's figures. */
export const noteMoved = (table: Table, authorityId: AuthorityId, at: Instant): Promise<void> =>
  table.putUnseen([
    itemOf({key: keys.figuresMoved.make({authorityId}), type: MOVED}, firstVersion<Moment>({at}, at)),
  ])

/** Notes since when the figures are as they were counted: what happens from then on moves them again. */
export const noteCounted = (table: Table, authorityId: AuthorityId, at: Instant): Promise<void> =>
  table.putUnseen([
    itemOf({key: keys.figuresCounted.make({authorityId}), type: COUNTED}, firstVersion<Moment>({at}, at)),
  ])

/** Whether something has moved the figures since they were last counted. */
export async function haveMoved(table: Table, authorityId: AuthorityId): Promise<boolean> {
  const [moved, counted] = await Promise.all([
    table.get(keys.figuresMoved.make({authorityId})),
    table.get(keys.figuresCounted.make({authorityId})),
  ])
  if (moved === null) return false
  return (
    counted === null || storedIn<Moment>(MOVED, moved).value.at >= storedIn<Moment>(COUNTED, counted).value.at
  )
}
