import type {AuthorityId} from '../../domain/ids.ts'
import {
  type Access,
  type Chained,
  ENTRY,
  hashOf,
  type Link,
  linkIn,
  mentionItem,
  NOTHING,
  REGISTERS,
  REGISTRATION,
  type RecordName,
  type Registration,
} from './audit-entry.ts'
import {auditKeys, partitions} from './keys.ts'
import {storedIn} from './stored.ts'
import type {Item, Table} from './table.ts'

/** Something that an untouched audit cannot show. */
export interface Finding {
  readonly chain: string
  /** The place on the chain. */
  readonly number: number
  readonly problem:
    | 'changed'
    | 'removed or moved'
    | 'does not follow the entry before'
    | 'not found from its record'
    | 'found from a record that it does not name'
    | 'on no registered chain'
    | 'removed from the end'
}

export interface Verified {
  readonly chains: number
  readonly entries: number
  readonly findings: readonly Finding[]
  /** The end of each chain. Kept elsewhere, it shows the next time whether anything was cut off here. */
  readonly ends: readonly Link[]
}

interface Walked {
  readonly entries: readonly Chained<Access | Registration>[]
  readonly findings: readonly Finding[]
  readonly end: Link
}

/** Walks every chain of an authority from its first entry, and looks each entry up from each record that it names. */
export async function verifyAuthority(
  audit: Table,
  authorityId: AuthorityId,
  kept: readonly Link[] = [],
): Promise<Verified> {
  const registers = await walkRegisters(audit, authorityId)
  const findings: Finding[] = registers.flatMap(({findings}) => findings)
  const ends = registers.map(({end}) => end)
  let entries = 0
  for (const {chain, start} of registers.flatMap(chainsIn)) {
    const walked = await walk(audit, authorityId, ENTRY, {chain, number: 0, hash: start})
    findings.push(...walked.findings, ...(await unfound(audit, authorityId, walked)))
    if (walked.entries.length === 0) findings.push({chain, number: 1, problem: 'removed or moved'})
    ends.push(walked.end)
    entries += walked.entries.length
  }
  for (const link of kept)
    if (!(await stands(audit, authorityId, link)))
      findings.push({chain: link.chain, number: link.number, problem: 'removed from the end'})
  return {
    chains: ends.length - registers.length,
    entries,
    findings,
    ends: ends.filter(({number}) => number > 0),
  }
}

/** Walks the chains that mention one record, and looks up each entry that it is said to be named in. */
export async function verifyRecord(
  audit: Table,
  authorityId: AuthorityId,
  record: RecordName,
): Promise<Verified> {
  const registers = await walkRegisters(audit, authorityId)
  const mentions = (await audit.queryAll({pk: partitions.auditOfRecord.make({authorityId, record})})).map(
    linkIn,
  )
  const starts = new Map(registers.flatMap(chainsIn).map(({chain, start}) => [chain, start]))
  const findings: Finding[] = registers.flatMap(({findings}) => findings)
  const ends: Link[] = []
  for (const chain of new Set(mentions.map(link => link.chain))) {
    const hash = starts.get(chain)
    if (hash === undefined) {
      findings.push({chain, number: 0, problem: 'on no registered chain'})
      continue
    }
    const walked = await walk(audit, authorityId, ENTRY, {chain, number: 0, hash})
    const naming = new Set(
      walked.entries.filter(entry => recordsOf(entry).includes(record)).map(({number}) => number),
    )
    const mentioned = new Set(mentions.filter(link => link.chain === chain).map(({number}) => number))
    findings.push(
      ...walked.findings,
      ...[...naming.difference(mentioned)].map(
        number => ({chain, number, problem: 'not found from its record'}) as const,
      ),
      ...[...mentioned.difference(naming)].map(
        number => ({chain, number, problem: 'found from a record that it does not name'}) as const,
      ),
    )
    ends.push(walked.end)
  }
  return {chains: ends.length, entries: mentions.length, findings, ends}
}

const walkRegisters = (audit: Table, authorityId: AuthorityId) =>
  Promise.all(
    REGISTERS.map(chain => walk(audit, authorityId, REGISTRATION, {chain, number: 0, hash: NOTHING})),
  )

/** The chains that were begun, each with the hash that its first entry follows. */
const chainsIn = ({entries}: Walked) =>
  entries.map(entry => ({
    chain: (entry as Chained<Registration>).begins,
    start: hashOf(JSON.stringify(entry)),
  }))

const recordsOf = (entry: Chained<Access | Registration>): readonly RecordName[] =>
  'records' in entry ? entry.records : []

async function walk(
  audit: Table,
  authorityId: AuthorityId,
  type: typeof ENTRY | typeof REGISTRATION,
  start: Link,
): Promise<Walked> {
  const {chain} = start
  const findings: Finding[] = []
  const entries: Chained<Access | Registration>[] = []
  let end = start
  for (const item of await audit.queryAll({
    pk: partitions.auditChain.make({authorityId, auditChain: chain}),
  })) {
    const number = auditKeys.entry.parse(item)?.link ?? 0
    const found = (problem: Finding['problem'], at = number) => findings.push({chain, number: at, problem})
    for (let gone = end.number + 1; gone < number; gone++) found('removed or moved', gone)
    const entry = readEntry(type, item)
    const hash = hashOf(item['value'])
    if (entry === null || hash !== item['hash'] || !isAt(entry, authorityId, chain, number)) found('changed')
    else if (number === end.number + 1 && entry.previous !== end.hash)
      found('does not follow the entry before')
    if (entry !== null) entries.push(entry)
    end = {chain, number, hash}
  }
  return {entries, findings, end}
}

function readEntry(type: string, item: Item): Chained<Access | Registration> | null {
  try {
    return storedIn<Chained<Access | Registration>>(type, item).value
  } catch {
    return null
  }
}

const isAt = (entry: Chained<unknown>, authorityId: AuthorityId, chain: string, number: number): boolean =>
  entry.authorityId === authorityId && entry.chain === chain && entry.number === number

/** Entries that are not found from one of the records that they name. */
async function unfound(
  audit: Table,
  authorityId: AuthorityId,
  {entries}: Walked,
): Promise<readonly Finding[]> {
  const due = entries.flatMap(entry =>
    recordsOf(entry).map(record =>
      mentionItem(authorityId, record, entry.at, {
        chain: entry.chain,
        number: entry.number,
        hash: hashOf(JSON.stringify(entry)),
      }),
    ),
  )
  const stored = new Set((await audit.getMany(due)).map(item => `${item.pk} ${item.sk} ${item['value']}`))
  return due
    .filter(item => !stored.has(`${item.pk} ${item.sk} ${item['value']}`))
    .map(item => {
      const {chain, number} = linkIn(item)
      return {chain, number, problem: 'not found from its record'}
    })
}

async function stands(audit: Table, authorityId: AuthorityId, {chain, number, hash}: Link): Promise<boolean> {
  if (number === 0) return true
  const item = await audit.get(auditKeys.entry.make({authorityId, auditChain: chain, link: number}))
  return item !== null && hashOf(item['value']) === hash
}
