import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, CaseId} from '../../domain/ids.ts'
import {isOpen, type PanelCase} from '../../domain/panel/case.ts'
import {keys, partitions, relations} from './keys.ts'
import {pageOfStored} from './pages.ts'
import type {Refusal} from './refusal.ts'
import {putOver, putRecord} from './steps.ts'
import {itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'case'

const keyOf = (auth: AuthorityId, caseId: CaseId) => keys.panelCase.make({authorityId: auth, caseId})
const openOnes = (auth: AuthorityId) => relations.openPanelCases.make({authorityId: auth})

export const loadCase = async (
  table: Table,
  auth: AuthorityId,
  id: CaseId,
): Promise<Stored<PanelCase> | null> => storedOrNull<PanelCase>(TYPE, await table.get(keyOf(auth, id)))

/** In any order; those that there are not are left out. */
export const loadCases = async (
  table: Table,
  auth: AuthorityId,
  ids: readonly CaseId[],
): Promise<readonly Stored<PanelCase>[]> =>
  (await table.getMany(ids.map(id => keyOf(auth, id)))).map(item => storedIn<PanelCase>(TYPE, item))

/** Every case of the authority, open and closed, by id. */
export const allCases = async (table: Table, auth: AuthorityId): Promise<readonly Stored<PanelCase>[]> =>
  (await table.queryAll({pk: partitions.panelCases.make({authorityId: auth})})).map(item =>
    storedIn<PanelCase>(TYPE, item),
  )

/** All that are open, by id. From the index: one opened a moment ago may be missing. */
export const openCases = async (table: Table, auth: AuthorityId): Promise<readonly Stored<PanelCase>[]> =>
  (await table.relatedAll(openOnes(auth))).map(item => storedIn<PanelCase>(TYPE, item))

/** A page of all, or of the open ones from the index, by id. */
export const listCases = async (
  table: Table,
  auth: AuthorityId,
  {state}: {readonly state: 'open' | 'all'},
  page: PageRequest,
): Promise<Page<Stored<PanelCase>>> =>
  pageOfStored(
    TYPE,
    state === 'open'
      ? await table.related(openOnes(auth), page)
      : await table.query({pk: partitions.panelCases.make({authorityId: auth})}, page),
  )

/** A new case, or one over what was read. Refused when somebody was faster: what they did is to be seen first. */
export function keepCase(
  auth: AuthorityId,
  before: Stored<PanelCase> | null,
  after: PanelCase,
  at: Instant,
): Write<Refusal> {
  const related = isOpen(after) ? {to: openOnes(auth), at: after.id} : undefined
  const item = itemOf({key: keyOf(auth, after.id), type: TYPE, related}, versionAfter(before, after, at))
  return before === null ? putRecord(item, TYPE) : putOver(before.version, item, TYPE)
}
