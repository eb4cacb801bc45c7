import * as z from 'zod'

/** What the data of an event may be made of: references, versions, days, moments and codes. */

export const authorityReference = z
  .string()
  .regex(/^[EWSN]\d{8}$/)
  .meta({description: 'ONS code of the authority.'})
export const recordReference = z.string().min(1).max(200).meta({description: 'Id of the record in Hearth.'})
export const recordVersion = z
  .int()
  .min(1)
  .meta({description: 'Version of the record that the event tells of.'})
export const day = z.iso.date()
export const moment = z.iso.datetime()
/** Consumers meet new codes without a new version of the event. */
export const code = z.string().regex(/^[A-Za-z0-9-]{1,60}$/)

/** A record as the subject of an event names it. */
export const recordAddress = z.string().regex(/^[a-z]+\/./)

/** null, and why: a fact that there is none, not one that is not known. */
export const orNull = <Schema extends z.ZodType>(schema: Schema, description: string) =>
  schema.nullable().meta({description})
