import * as z from 'zod'
import {instant} from './facts.ts'

/** What every resource carries beside its own facts. */
export const record = {
  version: z.int().min(1).meta({description: 'Counts its changes; the ETag is this number in quotes.'}),
  createdAt: instant,
  updatedAt: instant,
}

const page = {
  limit: z.coerce
    .number<string>('must be a whole number')
    .int('must be a whole number')
    .min(1)
    .max(200)
    .default(50)
    .meta({description: 'How many to list at once.'}),
  cursor: z
    .string()
    .min(1)
    .max(2000)
    .regex(/^[A-Za-z0-9_=.-]+$/, 'must be the `next` of the page before')
    .exactOptional()
    .meta({description: 'The `next` of the page before.'}),
}

export const pageQuery = z.strictObject(page)
export const pageQueryWith = <Shape extends z.ZodRawShape>(more: Shape) => z.strictObject({...page, ...more})

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({description: 'Cursor of the next page; null on the last.'}),
  })
