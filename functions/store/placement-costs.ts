import type {AuthorityId, PlacementId} from '../../domain/ids.ts'
import {noCosts, type PlacementCosts} from '../../domain/panel/costs.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {keys, partitions} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putOver, putRecord} from './steps.ts'
import {itemOf, type Stored, storedIn, storedOrNull} from './stored.ts'
import type {Item, Table, Write} from './table.ts'

const TYPE = 'costs'

const keyOf = (auth: AuthorityId, placementId: PlacementId) =>
  keys.placementCosts.make({authorityId: auth, placementId})

export const loadCosts = async (
  table: Table,
  auth: AuthorityId,
  id: PlacementId,
): Promise<Stored<PlacementCosts> | null> =>
  storedOrNull<PlacementCosts>(TYPE, await table.get(keyOf(auth, id)))

/** Of those placements of which any are recorded. */
export const loadCostsOf = async (
  table: Table,
  auth: AuthorityId,
  ids: readonly PlacementId[],
): Promise<readonly PlacementCosts[]> =>
  (await table.getMany(ids.map(id => keyOf(auth, id)))).map(
    item => storedIn<PlacementCosts>(TYPE, item).value,
  )

/** All that the authority has recorded. */
export const allCosts = async (table: Table, auth: AuthorityId): Promise<readonly PlacementCosts[]> =>
  (await table.queryAll({pk: partitions.placementCosts.make({authorityId: auth})})).map(
    item => storedIn<PlacementCosts>(TYPE, item).value,
  )

/** Until any are recorded a placement has none: version 1, as old as itself. */
export const costsOrNone = (
  recorded: Stored<PlacementCosts> | null,
  {value, createdAt}: Stored<Placement>,
): Stored<PlacementCosts> =>
  recorded ?? {value: noCosts(value.id), version: 1, createdAt, updatedAt: createdAt}

/** The next version, over what was recorded, or where nothing was. Refused when somebody was faster. */
export function keepCosts(
  auth: AuthorityId,
  recorded: Stored<PlacementCosts> | null,
  after: Stored<PlacementCosts>,
): Write<Refusal> {
  const item = costsItem(auth, after)
  return recorded === null ? putRecord(item, TYPE) : putOver(recorded.version, item, TYPE)
}

/** As they are stored, for loading in bulk. */
export const costsItem = (auth: AuthorityId, stored: Stored<PlacementCosts>): Item =>
  itemOf({key: keyOf(auth, stored.value.placementId), type: TYPE}, stored)
