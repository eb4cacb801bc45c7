import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import type {Attempt, ReturnsHeld} from '../../domain/imports/import.ts'
import {commitWithEntry} from '../store/audit.ts'
import {
  type HouseholdLists,
  keepHouseholdLists,
  listsOrNone,
  listsStand,
  loadHouseholdLists,
} from '../store/household-lists.ts'
import type {HouseholdItem} from '../store/household-versions.ts'
import {heldStands, loadReturnsHeld} from '../store/imports.ts'
import type {Refusal} from '../store/refusal.ts'
import {idOf, stagedHouseholds, tellHousehold, undoHousehold} from '../store/staged-households.ts'
import type {Stored} from '../store/stored.ts'
import type {Write} from '../store/table.ts'
import type {HouseholdList} from './import-households.ts'
import {type InHand, TakenOver} from './work.ts'

/** A new one has three items, each one a mention in the audit, and a transaction has a hundred steps. */
export const HOUSEHOLDS_AT_ONCE = 24
/** With an event each. */
const TOLD_AT_ONCE = 49

/** A list that was begun: under its number alone can anything be written for it. */
export interface BegunList {
  readonly inHand: InHand
  readonly number: number
}

/** Begins a list; from now on no earlier one can write, and what an earlier one left behind is brought to its end. */
export async function beginList(at: HouseholdList, inHand: InHand): Promise<BegunList> {
  const {authorityId} = inHand
  await tellHouseholds(at, authorityId)
  const list = {inHand, number: await nextNumber(at, inHand)}
  for (;;) {
    const {lists, staged} = await stagedHouseholds(at.table, authorityId)
    if (staged.length === 0) return list
    for (const items of inBatches(staged, HOUSEHOLDS_AT_ONCE)) {
      const writes = items.flatMap(item => undoHousehold(authorityId, item))
      if (!(await writeForList(at, list, lists, 'undone', items.map(idOf), writes))) break
    }
  }
}

/** Numbers are given to whoever has the authority's imports in hand, and to nobody who had. */
async function nextNumber(
  {table, now}: HouseholdList,
  {authorityId, import: {value}}: InHand,
): Promise<number> {
  for (;;) {
    const [lists, held] = await Promise.all([
      loadHouseholdLists(table, authorityId),
      loadReturnsHeld(table, authorityId),
    ])
    if (held === null || !isInHand(held.value, {importId: value.id, tries: value.tries}))
      throw new TakenOver()
    const before = listsOrNone(lists)
    const number = before.begun + 1
    const done = await table.transact([
      keepHouseholdLists(authorityId, lists, {...before, begun: number, overruled: []}, now()),
      heldStands(authorityId, held),
    ])
    if (done.ok) return number
  }
}

const isInHand = ({working}: ReturnsHeld, {importId, tries}: Attempt): boolean =>
  working?.importId === importId && working.tries === tries

/** Writes for a list with an entry in the audit. Answers whether it was done; throws `TakenOver` when another is begun. */
export async function writeForList(
  at: HouseholdList,
  {inHand: {authorityId, import: stored}, number}: BegunList,
  lists: Stored<HouseholdLists> | null,
  outcome: 'done' | 'undone',
  ids: readonly HouseholdId[],
  writes: readonly Write<Refusal>[],
): Promise<boolean> {
  if (listsOrNone(lists).begun !== number) throw new TakenOver()
  const {id: importId, requestedBy} = stored.value
  const access = {
    at: at.now(),
    by: requestedBy,
    roles: [],
    what: 'import',
    records: [...ids.map(id => `household/${id}` as const), `import/${importId}` as const],
    why: null,
    breakGlass: false,
    from: {ip: '', requestId: importId},
    outcome,
  }
  const done = await commitWithEntry(at, authorityId, access, [listsStand(authorityId, lists), ...writes])
  return done.ok
}

/** What attempts that came to nothing left behind is taken back. */
export async function takeBackLists(at: HouseholdList, inHand: InHand): Promise<void> {
  const {begun, applied} = listsOrNone(await loadHouseholdLists(at.table, inHand.authorityId))
  if (begun !== (applied.at(-1) ?? 0)) await beginList(at, inHand)
}

/** The lists with this one among those that are seen. Throws `TakenOver` when another is begun. */
export function applying({number}: BegunList, lists: HouseholdLists): HouseholdLists {
  if (lists.begun !== number) throw new TakenOver()
  return {...lists, applied: [...lists.applied, number], untold: number}
}

/** Records the events of the list that was applied last, where that was not done, whoever comes to it. */
export async function tellHouseholds(
  {table, now}: Pick<HouseholdList, 'table' | 'now'>,
  authorityId: AuthorityId,
): Promise<void> {
  for (;;) {
    if (listsOrNone(await loadHouseholdLists(table, authorityId)).untold === null) return
    const {lists, staged} = await stagedHouseholds(table, authorityId)
    const {untold} = listsOrNone(lists)
    const write = (items: readonly HouseholdItem[]) =>
      table.transact(items.flatMap(item => tellHousehold(authorityId, item, now())))
    const ofList = staged.filter(({list}) => list?.number === untold)
    for (const items of inBatches(ofList, TOLD_AT_ONCE)) if (!(await write(items)).ok) break
    if (ofList.length > 0) continue
    await table.transact([
      keepHouseholdLists(authorityId, lists, {...listsOrNone(lists), untold: null}, now()),
    ])
  }
}

export const inBatches = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({length: Math.ceil(all.length / size)}, (_, n) => all.slice(n * size, (n + 1) * size))
