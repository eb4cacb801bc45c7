import * as z from 'zod'
import type {GridReference, Location} from '../../../domain/location.ts'
import {contradiction} from './contradictions.ts'

export const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/i

const postcode = z
  .string()
  .regex(POSTCODE, 'must be a postcode, such as SE6 4RU')
  .meta({examples: ['SE6 4RU']})
/** OS grid, metres: Great Britain lies within 700 by 1,300 km. */
const easting = z.int().min(0).max(700_000)
const northing = z.int().min(0).max(1_300_000)

/** A location as a caller gives it: before the gazetteer has been asked, one of the two may be missing. */
export interface GivenLocation {
  readonly postcode: string | null
  readonly grid: GridReference | null
}

export const givenLocation = z
  .strictObject({
    postcode: postcode.nullable().exactOptional(),
    easting: easting.exactOptional(),
    northing: northing.exactOptional(),
  })
  .refine(
    at => (at.easting === undefined) === (at.northing === undefined),
    contradiction('', 'must have both easting and northing, or neither', ['easting', 'northing']),
  )
  .refine(
    at => (at.postcode ?? at.easting ?? at.northing ?? null) !== null,
    contradiction('', 'must have a postcode, a grid reference, or both', ['postcode', 'easting', 'northing']),
  )
  .transform(
    (at): GivenLocation => ({
      postcode: at.postcode ?? null,
      grid:
        at.easting === undefined || at.northing === undefined
          ? null
          : {easting: at.easting, northing: at.northing},
    }),
  )
  .meta({
    id: 'GivenLocation',
    description:
      'A postcode, an OS grid reference in metres, or both. The grid reference wins; a postcode alone is looked up in the gazetteer.',
    examples: [{postcode: 'SE6 4RU'}, {easting: 537600, northing: 173900}],
  })

export const location = z.strictObject({postcode: postcode.nullable(), easting, northing}).meta({
  id: 'Location',
  description: 'Where something is: a grid reference in metres, and the postcode if one was given.',
})

/** The same shape once every given location has its grid reference. */
export type Located<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends GivenLocation
    ? Location
    : T extends readonly (infer Item)[]
      ? Located<Item>[]
      : {[Key in keyof T]: Located<T[Key]>}
