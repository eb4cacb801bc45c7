import type {Instant} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {AuthorityId, ChildId, SiblingGroupId} from '../../domain/ids.ts'
import {keys, partitions, relations} from './keys.ts'
import {pageOfStored} from './pages.ts'
import {moveReference, referenceItem, takeReference} from './references.ts'
import type {Refusal} from './refusal.ts'
import {putOver, putRecord} from './steps.ts'
import {firstVersion, itemOf, nextVersion, type Stored, storedIn, storedOrNull} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'child'

export const loadChild = async (
  table: Table,
  auth: AuthorityId,
  id: ChildId,
): Promise<Stored<Child> | null> =>
  storedOrNull<Child>(TYPE, await table.get(keys.child.make({authorityId: auth, childId: id})))

/** In any order; those that the authority does not have are left out. */
export async function loadChildren(
  table: Table,
  auth: AuthorityId,
  ids: readonly ChildId[],
): Promise<readonly Stored<Child>[]> {
  const items = await table.getMany(ids.map(childId => keys.child.make({authorityId: auth, childId})))
  return items.map(item => storedIn<Child>(TYPE, item))
}

/** By id, and so by when they were recorded. */
export const listChildren = async (
  table: Table,
  auth: AuthorityId,
  page: PageRequest,
): Promise<Page<Stored<Child>>> =>
  pageOfStored(TYPE, await table.query({pk: partitions.children.make({authorityId: auth})}, page))

/** Every child of the authority, by id. */
export const allChildren = async (table: Table, auth: AuthorityId): Promise<readonly Child[]> =>
  (await table.queryAll({pk: partitions.children.make({authorityId: auth})})).map(
    item => storedIn<Child>(TYPE, item).value,
  )

/** From the index: a child recorded a moment ago may be missing. */
export async function childrenOfSiblingGroup(
  table: Table,
  auth: AuthorityId,
  groupId: SiblingGroupId,
): Promise<readonly Stored<Child>[]> {
  const items = await table.relatedAll(
    relations.siblingGroup.make({authorityId: auth, siblingGroupId: groupId}),
  )
  return items.map(item => storedIn<Child>(TYPE, item))
}

function childItem(auth: AuthorityId, stored: Stored<Child>): Item {
  const {id, siblingGroupId} = stored.value
  const group = siblingGroupId && relations.siblingGroup.make({authorityId: auth, siblingGroupId})
  const key = keys.child.make({authorityId: auth, childId: id})
  return itemOf({key, type: TYPE, related: group ? {to: group, at: id} : undefined}, stored)
}

const newChildItems = (auth: AuthorityId, child: Child, at: Instant) =>
  [childItem(auth, firstVersion(child, at)), referenceItem(auth, TYPE, child, at)] as const

/** A new child as it is stored, for loading in bulk. */
export const childItems = (auth: AuthorityId, child: Child, at: Instant): readonly Item[] =>
  newChildItems(auth, child, at)

/** Refused when the id or the reference is taken. */
export function createChild(auth: AuthorityId, child: Child, at: Instant): Write<Refusal>[] {
  const [record, reference] = newChildItems(auth, child, at)
  return [putRecord(record, TYPE), takeReference(reference, TYPE)]
}

/** Refused when the child has changed since `before` was read, or the new reference is taken. */
export const changeChild = (
  auth: AuthorityId,
  before: Stored<Child>,
  after: Child,
  at: Instant,
): Write<Refusal>[] => [
  putOver(before.version, childItem(auth, nextVersion(before, after, at)), TYPE),
  ...moveReference(auth, TYPE, before.value.reference, after, at),
]
