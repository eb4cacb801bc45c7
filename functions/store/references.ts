import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {keys} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putNew, takeAway} from './steps.ts'
import {firstVersion, itemOf, storedIn} from './stored.ts'
import type {Item, Table, Write} from './table.ts'

/** Records that carry a reference of the case system, which no two of a kind share. */
export type Referenced = 'child' | 'household' | 'application'

const keysOf = {
  child: keys.childReference,
  household: keys.householdReference,
  application: keys.applicationReference,
} as const

/** The item that stands for a reference in use, and names whose it is. */
export function referenceItem(
  auth: AuthorityId,
  record: Referenced,
  of: {id: string; reference: string},
  at: Instant,
): Item {
  const key = keysOf[record].make({authorityId: auth, reference: of.reference})
  return itemOf({key, type: `${record}-reference`}, firstVersion({id: of.id}, at))
}

export const takeReference = (item: Item, record: Referenced): Write<Refusal> =>
  putNew(item, () => ({kind: 'reference-taken', record}))

/** The ids of the records that have these references, by reference; a reference that nobody has is left out. */
export async function idsByReference(
  table: Table,
  auth: AuthorityId,
  record: Referenced,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await table.getMany(
    references.map(reference => keysOf[record].make({authorityId: auth, reference})),
  )
  return new Map(
    found.map(item => [
      keysOf[record].parse(item)!.reference,
      storedIn<{readonly id: string}>(`${record}-reference`, item).value.id,
    ]),
  )
}

/** Gives back the old reference and takes the new one; nothing when they are the same. */
export function moveReference(
  auth: AuthorityId,
  record: Referenced,
  from: string,
  to: {readonly id: string; readonly reference: string},
  at: Instant,
): Write<Refusal>[] {
  if (from === to.reference) return []
  const old = keysOf[record].make({authorityId: auth, reference: from})
  return [takeReference(referenceItem(auth, record, to, at), record), takeAway(old, record)]
}
