import * as z from 'zod'
import {RECORD_KINDS, type RecordName} from '../../store/audit-entry.ts'
import {instant} from './facts.ts'
import {listOf, pageQueryWith} from './list.ts'

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const KINDS = RECORD_KINDS.filter(kind => kind !== 'caller' && kind !== 'meeting').join('|')

const recordName = z
  .string()
  .regex(
    new RegExp(
      `^((${KINDS})/${UUID}|child/[\\x21-\\x7e]{1,100}|meeting/\\d{4}-\\d{2}-\\d{2}|caller/[\\x20-\\x7e]{1,255})$`,
    ),
    'must be a kind of record and its id, such as "child/019ab000-0000-7000-8000-000000000001"',
  )
  .meta({
    id: 'RecordName',
    description:
      'A kind of record and its id; of a child whom returns alone know, the reference; of a meeting, its day. `caller` has what an account ' +
      'asked for and was refused.',
    examples: ['child/019ab000-0000-7000-8000-000000000001'],
  }) as unknown as z.ZodType<RecordName, string>

export const auditQuery = pageQueryWith({record: recordName})

const entry = z
  .strictObject({
    id: z.string().meta({description: 'The chain and the place on it.'}),
    at: instant,
    by: z.string().meta({description: 'The account.'}),
    roles: z.array(z.string()),
    what: z.string().meta({description: 'The operation.', examples: ['getChild']}),
    records: z.array(recordName).meta({description: 'What was shown or changed.'}),
    why: z.string().nullable().meta({description: 'The reason that was given.'}),
    breakGlass: z.boolean().meta({description: 'The reason opened what the scopes do not.'}),
    from: z.strictObject({ip: z.string(), requestId: z.string()}),
    outcome: z.string().meta({description: 'done, repeated, or the kind of the refusal.'}),
    shown: z
      .array(
        z.strictObject({
          householdId: z.string(),
          rank: z.int(),
          childId: z.string().exactOptional(),
          split: z.literal(true).exactOptional(),
        }),
      )
      .exactOptional()
      .meta({description: 'The options that a shortlist showed.'}),
    previous: z.string().meta({description: 'Hash of the entry before on the chain.'}),
    hash: z.string().meta({description: 'SHA-256 of the entry as it is stored.'}),
  })
  .meta({id: 'AuditEntry', description: 'One access: who, what, when, why and from where.'})

export const auditList = listOf(entry).meta({id: 'AuditEntries'})
