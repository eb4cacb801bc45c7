import {createHash} from 'node:crypto'
import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {auditKeys} from './keys.ts'
import {firstVersion, itemOf, storedIn} from './stored.ts'
import type {Item} from './table.ts'

/** What accesses are told of. `caller` is for what was refused before it came to any record. */
export const RECORD_KINDS = [
  'child',
  'household',
  'referral',
  'shortlist',
  'import',
  'case',
  'meeting',
  'application',
  'caller',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]
export type RecordName = `${RecordKind}/${string}`

/** A household that a shortlist showed, and where. */
export interface Shown {
  readonly householdId: string
  readonly rank: number
  /** Where each child has a shortlist of its own. */
  readonly childId?: string
  /** One of the homes of a parted group. */
  readonly split?: true
}

/** One request for records, and how it went: references only, never a fact about a child. */
export interface Access {
  readonly at: Instant
  /** The account that asked. */
  readonly by: string
  readonly roles: readonly string[]
  /** The operation, by the id of its route. */
  readonly what: string
  readonly records: readonly RecordName[]
  readonly why: string | null
  /** Whether the reason opened what the caller's scopes do not. */
  readonly breakGlass: boolean
  readonly from: {readonly ip: string; readonly requestId: string}
  /** `done`, `repeated` (an answer given again), or the kind of the refusal. */
  readonly outcome: string
  readonly shown?: readonly Shown[]
}

/** A place on a chain, and the hash of what stands there. */
export interface Link {
  readonly chain: string
  /** From 1; 0 before the first. */
  readonly number: number
  readonly hash: string
}

/** What an entry tells, bound to its place: moved, changed or left out, it breaks the chain. */
export type Chained<T> = T & {
  readonly authorityId: AuthorityId
  readonly chain: string
  readonly number: number
  /** Hash of the entry before; of a chain's first entry, of the entry that registered the chain. */
  readonly previous: string
}
export type Entry = Chained<Access> & {readonly hash: string}

export const ENTRY = 'audit-entry'
export const REGISTRATION = 'audit-registration'
const MENTION = 'audit-mention'

/**
 * The chains of an authority that name all the others, by the last digit of their ids: when many processes begin at
 * once, each meets few others.
 */
export const REGISTERS = [...'0123456789abcdef'].map(digit => `register-${digit}`)
export const registerOf = (chain: string): string => `register-${chain.at(-1)}`
/** What the first registration follows. */
export const NOTHING = ''

/** One writer began a chain. */
export interface Registration {
  readonly at: Instant
  readonly begins: string
}

export const hashOf = (text: unknown): string => createHash('sha256').update(String(text)).digest('hex')

/** The entry that comes after a link, as it is stored, and the link that it makes. The hash is of the stored text. */
export function chained(
  authorityId: AuthorityId,
  type: typeof ENTRY | typeof REGISTRATION,
  after: Link,
  told: Access | Registration,
): {readonly item: Item; readonly link: Link} {
  const {chain, hash: previous} = after
  const number = after.number + 1
  const key = auditKeys.entry.make({authorityId, auditChain: chain, link: number})
  const value = {authorityId, chain, number, previous, ...told}
  const item = itemOf({key, type}, firstVersion(value, told.at))
  const hash = hashOf(item['value'])
  return {item: {...item, hash}, link: {chain, number, hash}}
}

export function mentionItem(authorityId: AuthorityId, record: string, at: Instant, link: Link): Item {
  const {chain: auditChain, number} = link
  const key = auditKeys.mention.make({authorityId, record, at, auditChain, link: number})
  return itemOf({key, type: MENTION}, firstVersion(link, at))
}

export const linkIn = (item: Item): Link => storedIn<Link>(MENTION, item).value

export const entryIn = (item: Item): Entry => ({
  ...storedIn<Chained<Access>>(ENTRY, item).value,
  hash: String(item['hash']),
})
