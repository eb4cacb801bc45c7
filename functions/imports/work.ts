import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ImportId} from '../../domain/ids.ts'
import {type Import, isFinished, type Progress, type ReturnsHeld} from '../../domain/imports/import.ts'
import {type ImportEnded, importEnded} from '../../events/import-ended.v1.ts'
import {heldOrNothing, keepImport, keepReturnsHeld, loadImport, loadReturnsHeld} from '../store/imports.ts'
import {recordEvent} from '../store/outbox.ts'
import type {Refusal} from '../store/refusal.ts'
import {nextVersion, type Stored, versionAfter} from '../store/stored.ts'
import type {Table, Write} from '../store/table.ts'

/** How long an import is left to whoever works on it without their saying so again. */
const LEASE_MS = 20_000

/** Somebody else took the import over: whatever this one has written nobody will see, and it stops. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver'
  constructor() {
    super('The import was taken over.')
  }
}

/** An import in hand: what is stored of it, so that it can be written over. */
export interface InHand {
  readonly authorityId: AuthorityId
  readonly import: Stored<Import>
  readonly held: Stored<ReturnsHeld>
}

export type Taken =
  | {readonly kind: 'taken'; readonly inHand: InHand}
  /** Finished, waiting for files, unknown, or another of the authority's is being worked on. */
  | {readonly kind: 'nothing-to-do' | 'others-first'}

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString()

/** Takes an import in hand, unless somebody has it. */
export async function takeInHand(
  table: Table,
  authorityId: AuthorityId,
  importId: ImportId,
  now: Instant,
): Promise<Taken> {
  const [stored, heldBefore] = await Promise.all([
    loadImport(table, authorityId, importId),
    loadReturnsHeld(table, authorityId),
  ])
  if (stored === null || isFinished(stored.value) || stored.value.state === 'waiting')
    return {kind: 'nothing-to-do'}
  const held = heldOrNothing(heldBefore)
  if (held.working !== null && held.working.until > now) return {kind: 'others-first'}
  const tries = stored.value.tries + 1
  const after: Import = {...stored.value, state: 'running', tries}
  const working = {importId, tries, until: later(now, LEASE_MS)}
  const done = await table.transact([
    keepImport(authorityId, stored, after, now),
    keepReturnsHeld(authorityId, heldBefore, {...held, working}, now),
  ])
  if (!done.ok) return {kind: 'others-first'}
  return {
    kind: 'taken',
    inHand: {
      authorityId,
      import: nextVersion(stored, after, now),
      held: versionAfter(heldBefore, {...held, working}, now),
    },
  }
}

/** Says how far it has come, and keeps it in hand. Throws `TakenOver` when it is not any more. */
export async function goOn(table: Table, inHand: InHand, progress: Progress, now: Instant): Promise<InHand> {
  const {authorityId} = inHand
  const held = {
    ...inHand.held.value,
    working: {...inHand.held.value.working!, until: later(now, LEASE_MS)},
  }
  const after = {...inHand.import.value, progress}
  const done = await table.transact([
    keepImport(authorityId, inHand.import, after, now),
    keepReturnsHeld(authorityId, inHand.held, held, now),
  ])
  if (!done.ok) throw new TakenOver()
  return {
    authorityId,
    import: nextVersion(inHand.import, after, now),
    held: nextVersion(inHand.held, held, now),
  }
}

/** Ends it, and in the same write makes all of it seen, where it loaded anything. Answers whether nothing had moved. */
export async function finish(
  table: Table,
  inHand: InHand,
  result: Pick<Import, 'state'> & Partial<Import>,
  now: Instant,
  ofList: readonly Write<Refusal>[],
): Promise<boolean> {
  const {authorityId} = inHand
  const {id: importId, tries, year} = inHand.import.value
  const {loaded} = inHand.held.value
  const isLoaded = result.state === 'loaded'
  const done = await table.transact([
    keepImport(authorityId, inHand.import, {...inHand.import.value, ...result, finishedAt: now}, now),
    keepReturnsHeld(
      authorityId,
      inHand.held,
      {loaded: isLoaded ? [...loaded, {importId, tries, year, at: now}] : loaded, working: null},
      now,
    ),
    ended(authorityId, inHand.import, result.state as ImportEnded['state'], now),
    ...ofList,
  ])
  return done.ok
}

const ended = (
  authorityId: AuthorityId,
  before: Stored<Import>,
  state: ImportEnded['state'],
  now: Instant,
) => {
  const {id: importId, year} = before.value
  return recordEvent(
    authorityId,
    importEnded({authorityId, importId, importVersion: before.version + 1, year, state}, now),
  )
}
