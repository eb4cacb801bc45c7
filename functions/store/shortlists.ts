import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ReferralId, ShortlistId} from '../../domain/ids.ts'
import type {MatchingPolicy} from '../../domain/matching/policy.ts'
import type {
  Counts,
  ExcludedHousehold,
  MatchInput,
  ShortlistAnswer,
  Shortlisted,
} from '../../domain/matching/shortlist.ts'
import {shortlistMade} from '../../events/shortlist-made.v1.ts'
import {chunkItems, textOf} from './chunks.ts'
import {keys, partitions, positions, relations} from './keys.ts'
import {recordEvent} from './outbox.ts'
import {pageOfStored} from './pages.ts'
import type {Refusal} from './refusal.ts'
import {putRecord} from './steps.ts'
import {firstVersion, itemOf, type Stored, storedOrNull} from './stored.ts'
import type {SupplyFingerprint} from './supply.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'shortlist'
const PART = 'shortlist-part'
type Part = 'answer' | 'excluded' | 'inputs'

/** Everything that decided a shortlist but the supply, which is kept under its fingerprint. */
export type ShortlistInputs = Omit<MatchInput, 'supply'>

/** Who asked, when, and from what. */
export interface ShortlistHead {
  readonly id: ShortlistId
  readonly referralId: ReferralId
  readonly referralVersion: number
  readonly at: Instant
  /** The account that asked. */
  readonly by: string
  readonly policy: {readonly version: number; readonly order: MatchingPolicy['order']}
  readonly supply: SupplyFingerprint
}
export interface ShortlistSummary extends ShortlistHead {
  readonly counts: Counts
}
export interface ShortlistRecord extends ShortlistHead {
  readonly inputs: ShortlistInputs
  readonly shortlisted: Shortlisted
}

/** A shortlist as it was given. */
export type Shortlist = ShortlistHead & ShortlistAnswer

/** Kept for good: the summary, the answer, the excluded households and the inputs, each read apart. */
export function saveShortlist(auth: AuthorityId, record: ShortlistRecord, at: Instant): Write<Refusal>[] {
  const {inputs, shortlisted, ...head} = record
  const parts = {answer: shortlisted.answer, excluded: shortlisted.excluded, inputs}
  const items = [
    summaryItem(auth, {...head, counts: shortlisted.answer.counts}, at),
    ...partItems(auth, head.id, parts, at),
  ]
  const event = shortlistMade(
    {
      authorityId: auth,
      shortlistId: head.id,
      referralId: head.referralId,
      referralVersion: head.referralVersion,
      policyVersion: head.policy.version,
      supplyFingerprint: head.supply.fingerprint,
    },
    at,
  )
  return [...items.map(item => putRecord(item, TYPE)), recordEvent(auth, event)]
}

function summaryItem(auth: AuthorityId, summary: ShortlistSummary, at: Instant): Item {
  const {id, referralId} = summary
  return itemOf(
    {
      key: keys.shortlist.make({authorityId: auth, shortlistId: id}),
      type: TYPE,
      related: {
        to: relations.shortlistsOfReferral.make({authorityId: auth, referralId}),
        at: positions.shortlist.make({at: summary.at, shortlistId: id}),
      },
    },
    firstVersion(summary, at),
  )
}

const partItems = (auth: AuthorityId, id: ShortlistId, parts: Readonly<Record<Part, unknown>>, at: Instant) =>
  Object.entries(parts).flatMap(([part, content]) =>
    chunkItems(
      JSON.stringify(content),
      PART,
      chunk => keys.shortlistPart.make({authorityId: auth, shortlistId: id, part, chunk}),
      firstVersion(null, at),
    ),
  )

/** The summary and the answer as it was given; null when the authority has no such shortlist. */
export async function loadShortlist(
  table: Table,
  auth: AuthorityId,
  id: ShortlistId,
): Promise<Stored<Shortlist> | null> {
  const [summary, answer] = await Promise.all([
    table.get(keys.shortlist.make({authorityId: auth, shortlistId: id})),
    loadPart<ShortlistAnswer>(table, auth, id, 'answer'),
  ])
  const stored = storedOrNull<ShortlistSummary>(TYPE, summary)
  return stored && answer && {...stored, value: {...stored.value, ...answer}}
}

export const loadExcluded = (
  table: Table,
  auth: AuthorityId,
  id: ShortlistId,
): Promise<readonly ExcludedHousehold[] | null> => loadPart(table, auth, id, 'excluded')

export const loadShortlistInputs = (
  table: Table,
  auth: AuthorityId,
  id: ShortlistId,
): Promise<ShortlistInputs | null> => loadPart(table, auth, id, 'inputs')

async function loadPart<T>(table: Table, auth: AuthorityId, id: ShortlistId, part: Part): Promise<T | null> {
  const pk = partitions.shortlist.make({authorityId: auth, shortlistId: id})
  const items = await table.queryAll({pk, skPrefix: `${part}#`})
  return items.length === 0 ? null : (JSON.parse(textOf(items)) as T)
}

/** Of one referral, oldest first. From the index: one made a moment ago may be missing. */
export const listShortlists = async (
  table: Table,
  auth: AuthorityId,
  referralId: ReferralId,
  page: PageRequest,
): Promise<Page<Stored<ShortlistSummary>>> =>
  pageOfStored(
    TYPE,
    await table.related(relations.shortlistsOfReferral.make({authorityId: auth, referralId}), page),
  )
