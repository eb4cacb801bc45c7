import * as z from 'zod'
import type {Instant} from '../domain/calendar.ts'
import type {AuthorityId} from '../domain/ids.ts'
import {moment} from './fields.ts'

/** Whose history an event belongs to. Events of one aggregate are published in the order of their sequence. */
export type Aggregate =
  | 'application'
  | 'approach'
  | 'case'
  | 'costs'
  | 'deadline'
  | 'hold'
  | 'household'
  | 'import'
  | 'placement'
  | 'referral'
  | 'shortlist'

/**
 * CloudEvents 1.0 with the extensions `sequence` (the aggregate's version, padded, so that texts sort; a second event
 * of one version adds `.001`, a third `.002`), `partitionkey` and `dataclassification` (Government Security
 * Classifications). `source` and `id` together are unique: a consumer that has seen them has seen the event.
 */
export interface CloudEvent<Data = unknown> {
  readonly specversion: '1.0'
  readonly id: string
  /** `/hearth/E09000023`: Hearth, for that authority. */
  readonly source: string
  readonly type: string
  /** `referral/<id>`. */
  readonly subject: string
  readonly time: Instant
  readonly datacontenttype: 'application/json'
  /** The JSON Schema of this version of the event. */
  readonly dataschema: string
  readonly dataclassification: 'OFFICIAL-SENSITIVE'
  readonly sequence: string
  readonly partitionkey: string
  /** References only, never a fact about a child. */
  readonly data: Data
}

/** One version of one event: its name, what it is about, and the schema of the whole envelope. */
export interface EventContract<Data> {
  readonly name: string
  readonly type: string
  readonly aggregate: Aggregate
  readonly schema: z.ZodType<CloudEvent<Data>>
}

/** The contract of `hearth.<name in kebab-case>.v1`. */
export function eventContract<Shape extends z.ZodRawShape>(
  name: string,
  aggregate: Aggregate,
  description: string,
  data: Shape,
): EventContract<z.infer<z.ZodObject<Shape>>> {
  const type = `hearth.${name.replace(/\B[A-Z]/g, letter => `-${letter}`).toLowerCase()}.v1`
  const schema = z
    .strictObject({
      specversion: z.literal('1.0'),
      id: z.string().min(1).max(200),
      source: z.string().regex(/^\/hearth\/[EWSN]\d{8}$/),
      type: z.literal(type),
      subject: z.string().regex(new RegExp(`^${aggregate}/.`)),
      time: moment,
      datacontenttype: z.literal('application/json'),
      dataschema: z.literal(`/events/${type}.json`),
      dataclassification: z.literal('OFFICIAL-SENSITIVE'),
      sequence: z.string().regex(/^\d{7}(\.\d{3})?$/),
      partitionkey: z.string().min(1).max(200),
      data: z.strictObject(data),
    })
    .meta({title: name, description})
  return {
    name,
    type,
    aggregate,
    schema: schema as unknown as z.ZodType<CloudEvent<z.infer<z.ZodObject<Shape>>>>,
  }
}

/** What happened to one version of one aggregate. */
export interface Happening {
  readonly authorityId: AuthorityId
  readonly id: string
  readonly version: number
  readonly at: Instant
}

/** The event of a happening. It is a function of its arguments: writing it again gives the same id. */
export function eventOf<Data>(
  contract: EventContract<Data>,
  {authorityId, id, version, at}: Happening,
  data: Data,
): CloudEvent<Data> {
  const subject = `${contract.aggregate}/${id}`
  return {
    specversion: '1.0',
    ...placeIn(subject, String(version).padStart(7, '0')),
    source: `/hearth/${authorityId}`,
    type: contract.type,
    subject,
    time: at,
    datacontenttype: 'application/json',
    dataschema: `/events/${contract.type}.json`,
    dataclassification: 'OFFICIAL-SENSITIVE',
    partitionkey: `${authorityId}/${subject}`,
    data,
  }
}

/** An aggregate's events are told apart by their place in its history. */
const placeIn = (subject: string, sequence: string) => ({id: `${subject}/${sequence}`, sequence})

/**
 * The events of one transaction, each with a place of its own in its aggregate's history: what happened to one version
 * of it follows in the order given.
 */
export function inSequence(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const earlier = new Map<string, number>()
  return events.map(event => {
    const {id, subject, sequence} = event
    const nth = earlier.get(id) ?? 0
    earlier.set(id, nth + 1)
    return nth === 0 ? event : {...event, ...placeIn(subject, `${sequence}.${String(nth).padStart(3, '0')}`)}
  })
}
