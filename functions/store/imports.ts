import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ImportId} from '../../domain/ids.ts'
import type {FoundInImport} from '../../domain/imports/found.ts'
import {
  type Attempt,
  type Import,
  isFinished,
  NOTHING_HELD,
  type ReturnsHeld,
} from '../../domain/imports/import.ts'
import type {Severity} from '../../domain/ssda903/finding.ts'
import {BadCursor} from './cursor.ts'
import {keys, partitions, positions, relations} from './keys.ts'
import {pageOfStored} from './pages.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided, stillAsRead} from './steps.ts'
import {firstVersion, itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'import'
const HELD = 'returns-held'
const FINDINGS = 'import-findings'

export const loadImport = async (
  table: Table,
  auth: AuthorityId,
  importId: ImportId,
): Promise<Stored<Import> | null> =>
  storedOrNull<Import>(TYPE, await table.get(keys.import.make({authorityId: auth, importId})))

/** Newest first. */
export const listImports = async (
  table: Table,
  auth: AuthorityId,
  page: PageRequest,
): Promise<Page<Stored<Import>>> =>
  pageOfStored(
    TYPE,
    await table.query({pk: partitions.imports.make({authorityId: auth}), descending: true}, page),
  )

/** Those that are not finished, oldest first. From the index: one asked for a moment ago may be missing. */
export const openImports = async (table: Table, auth: AuthorityId): Promise<readonly Stored<Import>[]> =>
  (await table.relatedAll(relations.openImports.make({authorityId: auth}))).map(item =>
    storedIn<Import>(TYPE, item),
  )

function importItem(auth: AuthorityId, stored: Stored<Import>): Item {
  const {id, requestedAt} = stored.value
  const related = {
    to: relations.openImports.make({authorityId: auth}),
    at: positions.import.make({at: requestedAt, importId: id}),
  }
  const key = keys.import.make({authorityId: auth, importId: id})
  return itemOf({key, type: TYPE, related: isFinished(stored.value) ? undefined : related}, stored)
}

/** A new import, or one over what was read; whoever is late is to decide again. */
export const keepImport = (
  auth: AuthorityId,
  before: Stored<Import> | null,
  after: Import,
  at: Instant,
): Write<Refusal> => putAsDecided(importItem(auth, versionAfter(before, after, at)), before)

/** What counts, and what is being worked on; null before the first import. */
export const loadReturnsHeld = async (table: Table, auth: AuthorityId): Promise<Stored<ReturnsHeld> | null> =>
  storedOrNull<ReturnsHeld>(HELD, await table.get(keys.returnsHeld.make({authorityId: auth})))

export const heldOrNothing = (held: Stored<ReturnsHeld> | null): ReturnsHeld => held?.value ?? NOTHING_HELD

/** Whoever is late is to decide again. */
export const keepReturnsHeld = (
  auth: AuthorityId,
  before: Stored<ReturnsHeld> | null,
  after: ReturnsHeld,
  at: Instant,
): Write<Refusal> => {
  const key = keys.returnsHeld.make({authorityId: auth})
  return putAsDecided(itemOf({key, type: HELD}, versionAfter(before, after, at)), before)
}

/** For what is done only as long as nobody else takes an import in hand. */
export const heldStands = (auth: AuthorityId, read: Stored<ReturnsHeld>): Write<Refusal> =>
  stillAsRead(keys.returnsHeld.make({authorityId: auth}), read)

/** Findings of one severity, as they are stored together. */
export const findingsItem = (
  auth: AuthorityId,
  attempt: Attempt,
  {severity, bundle, found}: {readonly severity: Severity; readonly bundle: number; readonly found: Found},
  at: Instant,
): Item => {
  const key = keys.findings.make({authorityId: auth, ...attempt, severity, bundle})
  return itemOf({key, type: FINDINGS}, firstVersion(found, at))
}

type Found = readonly FoundInImport[]

/** A finding within its bundle, as a cursor names it: the cursor of the bundle, and how many are before it there. */
const CURSOR = /^(\d{1,6})\.([A-Za-z0-9_=-]*)$/

/** What an attempt found: errors first, then warnings. */
export async function listFindings(
  table: Table,
  auth: AuthorityId,
  attempt: Attempt,
  {limit, cursor}: PageRequest,
): Promise<Page<FoundInImport>> {
  const pk = partitions.findings.make({authorityId: auth, ...attempt})
  const [, skipped = '0', within = ''] = CURSOR.exec(cursor ?? '0.') ?? badCursor()
  const items: FoundInImport[] = []
  let [skip, bundleCursor] = [Number(skipped), within || null]
  for (;;) {
    const {items: bundles, next} = await table.query({pk}, {limit: 1, cursor: bundleCursor})
    const found = bundles.flatMap(item => storedIn<Found>(FINDINGS, item).value).slice(skip)
    const taken = found.slice(0, limit - items.length)
    items.push(...taken)
    if (taken.length < found.length) return {items, next: `${skip + taken.length}.${bundleCursor ?? ''}`}
    if (next === null) return {items, next: null}
    if (items.length === limit) return {items, next: `0.${next}`}
    ;[skip, bundleCursor] = [0, next]
  }
}

function badCursor(): never {
  throw new BadCursor()
}
