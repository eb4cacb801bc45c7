import {randomUUID} from 'node:crypto'
import {setTimeout} from 'node:timers/promises'
import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {ok, type Result} from '../../domain/result.ts'
import {
  type Access,
  chained,
  ENTRY,
  type Entry,
  entryIn,
  type Link,
  linkIn,
  mentionItem,
  NOTHING,
  REGISTRATION,
  type RecordName,
  type Registration,
  registerOf,
} from './audit-entry.ts'
import {auditKeys, partitions} from './keys.ts'
import {storedIn} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'
import {StoreBusy} from './transact.ts'

/** Steps of one transaction, without the entry and what registers its chain. */
const MOST_STEPS = 98
/** Others may begin a chain at the same moment. */
const MOST_TRIES = 10

/**
 * The chains that one process writes, by authority. Nobody else writes them, so an entry waits for nobody: a process
 * that serves one request at a time has one chain, and one that serves several at once has as many.
 */
export interface Chains {
  /** Ends of chains that nobody is writing at this moment. */
  readonly idle: Map<AuthorityId, Link[]>
  readonly newId: () => string
}

export const openChains = (newId: () => string = randomUUID): Chains => ({idle: new Map(), newId})

/** Where what is written comes together: `table` commits, `audit` is read for the register of chains. */
export interface Ledger {
  readonly table: Table
  readonly audit: Table
  readonly chains: Chains
}

/**
 * Commits the writes together with the entry that tells of them; without writes, the entry alone. Refused as the
 * writes are. An access to more records than one transaction can mention leaves several entries, all before the
 * writes. After a fault the chain is left where it is, because its end is not known, and another begins.
 */
export async function commitWithEntry<R>(
  ledger: Ledger,
  authorityId: AuthorityId,
  access: Access,
  writes: readonly Write<R>[],
): Promise<Result<void, R>> {
  const {chains} = ledger
  const idle = chains.idle.get(authorityId) ?? []
  chains.idle.set(authorityId, idle)
  let end = idle.pop() ?? {chain: chains.newId(), number: 0, hash: NOTHING}
  const parts = inParts(access, MOST_STEPS - writes.length)
  for (const [n, part] of parts.entries()) {
    const isLast = n === parts.length - 1
    const done = await append(ledger, authorityId, end, part, isLast ? writes : [])
    if (!done.ok) {
      if (end.number > 0) idle.push(end)
      return done
    }
    end = done.value
  }
  idle.push(end)
  return ok(undefined)
}

/** Each with as many records as are mentioned at once; what was shown stands in the last. */
function inParts({shown, ...access}: Access, most: number): readonly Access[] {
  const count = Math.max(1, Math.ceil(access.records.length / most))
  return Array.from({length: count}, (_, n) => ({
    ...access,
    records: access.records.slice(n * most, (n + 1) * most),
    ...(shown && n === count - 1 && {shown}),
  }))
}

/** Another chain was registered first. */
const BEGUN_ELSEWHERE: unique symbol = Symbol('begun elsewhere')
type BegunElsewhere = typeof BEGUN_ELSEWHERE

async function append<R>(
  {table, audit}: Ledger,
  authorityId: AuthorityId,
  end: Link,
  access: Access,
  writes: readonly Write<R>[],
): Promise<Result<Link, R>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const registered = end.number === 0 ? await register(audit, authorityId, end.chain, access.at) : null
    const after = registered ? {...end, hash: registered.link.hash} : end
    const {item, link} = chained(authorityId, ENTRY, after, access)
    const mentions = access.records.map(record => mentionItem(authorityId, record, access.at, link))
    const done = await table.transact<R | BegunElsewhere>([
      ...writes,
      ...(registered ? [kept<BegunElsewhere>(registered.item, () => BEGUN_ELSEWHERE)] : []),
      ...[item, ...mentions].map(each => kept<never>(each, stoodThere)),
    ])
    if (done.ok) return ok(link)
    if (done.error !== BEGUN_ELSEWHERE) return {ok: false, error: done.error as R}
    await setTimeout(Math.random() * Math.min(25 * 2 ** tries, 500))
  }
  throw new StoreBusy(null)
}

const kept = <R>(item: Item, refuse: () => R): Write<R> => ({
  table: 'audit',
  key: {pk: item.pk, sk: item.sk},
  expect: 'absent',
  put: item,
  refuse,
})

/** Nobody else writes the chain, so this is never so unless somebody tampers. */
const stoodThere = (): never => {
  throw new Error('An audit entry stood there already.')
}

async function register(audit: Table, authorityId: AuthorityId, begins: string, at: Instant) {
  const register = registerOf(begins)
  const newest = {pk: partitions.auditChain.make({authorityId, auditChain: register}), descending: true}
  const [last] = (await audit.query(newest, {limit: 1, cursor: null})).items
  const after = last
    ? {...storedIn<Registration & Link>(REGISTRATION, last).value, hash: String(last['hash'])}
    : {chain: register, number: 0, hash: NOTHING}
  return chained(authorityId, REGISTRATION, after, {at, begins})
}

/** Who read and wrote a record, newest first. */
export async function loadEntries(
  audit: Table,
  authorityId: AuthorityId,
  record: RecordName,
  page: PageRequest,
): Promise<Page<Entry>> {
  const pk = partitions.auditOfRecord.make({authorityId, record})
  const {items, next} = await audit.query({pk, descending: true}, page)
  const links = items.map(linkIn)
  const found = await audit.getMany(
    links.map(({chain: auditChain, number}) => auditKeys.entry.make({authorityId, auditChain, link: number})),
  )
  const byPlace = new Map(found.map(entryIn).map(entry => [placeOf(entry), entry]))
  return {items: links.map(link => byPlace.get(placeOf(link)) ?? isGone()), next}
}

/** What is missing here is never just left out: `npm run audit:verify` says what it was. */
function isGone(): never {
  throw new Error('An audit entry is gone.')
}

const placeOf = ({chain, number}: Pick<Link, 'chain' | 'number'>) => `${chain}#${number}`
