import * as z from 'zod'
import type {AuthorityId} from '../../../domain/ids.ts'

/** The small facts that every schema is made of. Bounds are generous for work and tight for abuse. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Upper-tier authorities of England, and those of Wales, Scotland and Northern Ireland where a child may come from. */
const ONS_CODE = /^(E(06|08|09|10)|W06|S12|N09)\d{6}$/

/** An id that Hearth made. The brand is the type's alone: at run time it is a UUID. */
export const idOf = <Id extends string>(what: string) =>
  z
    .string()
    .regex(UUID, 'must be a UUID in lower case')
    .meta({description: `Id of ${what}.`, format: 'uuid'}) as unknown as z.ZodType<Id, string>

export const authorityId = z
  .string()
  .regex(ONS_CODE, 'must be the ONS code of an upper-tier authority, such as E09000023')
  .meta({
    id: 'AuthorityId',
    description: 'ONS code of an upper-tier authority.',
    examples: ['E09000023'],
  }) as unknown as z.ZodType<AuthorityId, string>

/** A name from another system: letters, digits and a few separators, so that it is safe in a key and in a log. */
export const reference = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/,
    'must be 1 to 64 letters, digits, dots, dashes, underscores or slashes',
  )

/** A word of the trade: needs and skills, risks, religions, animals. */
export const term = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as "self-harm"')
  .meta({id: 'Term', description: 'Lower-case words joined by hyphens.', examples: ['self-harm']})

/** Written text. Control characters other than a new line and a tab have no business in it. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/\S/, 'must not be blank')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
    .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]*$/u, 'must not hold control characters')

/** A day that exists, between the births of the oldest carers and the far end of any plan. */
export const day = z.iso
  .date('must be a day that exists, as YYYY-MM-DD')
  .refine(value => value >= '1900-01-01' && value <= '2150-12-31', 'must be between 1900 and 2150')
  .meta({id: 'Day', description: 'A day that exists.', examples: ['2026-11-23']})

export const instant = z.iso.datetime().meta({id: 'Instant', examples: ['2026-11-23T09:30:00.000Z']})

export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'must be a BCP 47 tag, such as "so" or "en-GB"')
  .meta({id: 'Language', description: 'BCP 47 tag.', examples: ['so', 'en-GB']})

/** Up to a million pounds. */
export const pence = z.int().min(0).max(100_000_000)
export const years = z.int().min(0).max(25)
/** Longer than any road in Great Britain. */
export const miles = z.number().min(0).max(1000)

/** A list in which nothing stands twice. */
export const distinct = <Item extends z.ZodType>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .refine(
      items => new Set(items.map(each => JSON.stringify(each))).size === items.length,
      'must not name the same twice',
    )
