import {gunzipSync, gzipSync} from 'node:zlib'
import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, CaseId} from '../../domain/ids.ts'
import {isOpen, type PanelCase} from '../../domain/panel/case.ts'
import {keys, partitions, relations} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putOver, putRecord} from './steps.ts'
import {itemOf, type Place, type Stored, storedIn, versionAfter} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'case'

const keyOf = (auth: AuthorityId, caseId: CaseId) => keys.panelCase.make({authorityId: auth, caseId})
const openOnes = (auth: AuthorityId) => relations.openPanelCases.make({authorityId: auth})

/** Decisions stay with their case for good, and come weekly: compressed, an item holds those of a childhood. */
const caseItem = (place: Omit<Place, 'type'>, stored: Stored<PanelCase>): Item => ({
  ...itemOf({...place, type: TYPE}, {...stored, value: null}),
  bytes: gzipSync(JSON.stringify(stored.value)),
})

const caseIn = (item: Item): Stored<PanelCase> => ({
  ...storedIn<null>(TYPE, item),
  value: JSON.parse(gunzipSync(item['bytes'] as Uint8Array).toString()) as PanelCase,
})

export async function loadCase(
  table: Table,
  auth: AuthorityId,
  id: CaseId,
): Promise<Stored<PanelCase> | null> {
  const item = await table.get(keyOf(auth, id))
  return item && caseIn(item)
}

/** In any order; those that there are not are left out. */
export const loadCases = async (
  table: Table,
  auth: AuthorityId,
  ids: readonly CaseId[],
): Promise<readonly Stored<PanelCase>[]> => (await table.getMany(ids.map(id => keyOf(auth, id)))).map(caseIn)

/** Every case of the authority, open and closed, by id. */
export const allCases = async (table: Table, auth: AuthorityId): Promise<readonly Stored<PanelCase>[]> =>
  (await table.queryAll({pk: partitions.panelCases.make({authorityId: auth})})).map(caseIn)

/** All that are open, by id. From the index: one opened a moment ago may be missing. */
export const openCases = async (table: Table, auth: AuthorityId): Promise<readonly Stored<PanelCase>[]> =>
  (await table.relatedAll(openOnes(auth))).map(caseIn)

/** A page of all, or of the open ones from the index, by id. */
export async function listCases(
  table: Table,
  auth: AuthorityId,
  {state}: {readonly state: 'open' | 'all'},
  page: PageRequest,
): Promise<Page<Stored<PanelCase>>> {
  const {items, next} =
    state === 'open'
      ? await table.related(openOnes(auth), page)
      : await table.query({pk: partitions.panelCases.make({authorityId: auth})}, page)
  return {items: items.map(caseIn), next}
}

/** A new case, or one over what was read. Refused when somebody was faster: what they did is to be seen first. */
export function keepCase(
  auth: AuthorityId,
  before: Stored<PanelCase> | null,
  after: PanelCase,
  at: Instant,
): Write<Refusal> {
  const related = isOpen(after) ? {to: openOnes(auth), at: after.id} : undefined
  const item = caseItem({key: keyOf(auth, after.id), related}, versionAfter(before, after, at))
  return before === null ? putRecord(item, TYPE) : putOver(before.version, item, TYPE)
}
