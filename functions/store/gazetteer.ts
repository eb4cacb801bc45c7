import {setTimeout} from 'node:timers/promises'
import type {DynamoDBDocumentClient} from '@aws-sdk/lib-dynamodb'
import type {GridReference, Location} from '../../domain/location.ts'
import {batchGet} from './batch-get.ts'
import type {Wait} from './transact.ts'

/** Where a postcode is, by its letters and digits. One of Northern Ireland has no place on the grid of Great Britain. */
export interface PostcodeItem extends Partial<GridReference> {
  readonly pk: string
  readonly authorityId?: string
}

/** What the gazetteer knows of a postcode. */
export interface PostcodeArea {
  /** null: not on the OS National Grid. */
  readonly grid: GridReference | null
  /** The upper-tier authority that it lies in: an ONS code, or SCO, NIR, WAL; null: not known. */
  readonly authorityId: string | null
}

/** The postcodes of the country with their grid references. Functions only read it. */
export interface GazetteerTable {
  /** Those that it holds, in any order. */
  read(postcodes: readonly string[]): Promise<readonly PostcodeItem[]>
}

const bare = (postcode: string) => postcode.toUpperCase().replace(/\s+/g, '')
const isWhole = (postcode: string) => /^[A-Z0-9]{5,7}$/.test(postcode)

/** `se64ru` and ` SE6  4RU` are `SE6 4RU`. */
export const normalisePostcode = (postcode: string): string =>
  bare(postcode)
    .replace(/(.{3})$/, ' $1')
    .trim()

export const isPostcode = (text: string): boolean => isWhole(bare(text))

export const postcodeItem = (
  postcode: string,
  grid: GridReference | null,
  authorityId: string | null = null,
): PostcodeItem => ({
  pk: bare(postcode),
  ...(grid !== null && {easting: grid.easting, northing: grid.northing}),
  ...(authorityId !== null && {authorityId}),
})

/** By normalised postcode; those that nobody knows are left out. */
export async function loadPostcodeAreas(
  gazetteer: GazetteerTable,
  postcodes: readonly string[],
): Promise<ReadonlyMap<string, PostcodeArea>> {
  const asked = [...new Set(postcodes.map(bare))].filter(isWhole)
  const found = asked.length === 0 ? [] : await gazetteer.read(asked)
  return new Map(found.map(item => [normalisePostcode(item.pk), areaOf(item)]))
}

const areaOf = ({easting, northing, authorityId}: PostcodeItem): PostcodeArea => ({
  grid: easting === undefined || northing === undefined ? null : {easting, northing},
  authorityId: authorityId ?? null,
})

/** By normalised postcode; those that nobody knows, and those without a grid reference, are left out. */
export async function loadPostcodes(
  gazetteer: GazetteerTable,
  postcodes: readonly string[],
): Promise<ReadonlyMap<string, Location>> {
  const found = new Map<string, Location>()
  for (const [postcode, {grid}] of await loadPostcodeAreas(gazetteer, postcodes))
    if (grid !== null) found.set(postcode, {postcode, ...grid})
  return found
}

/** The gazetteer does not change under a reader, so reads need not be consistent and cost half. */
export const dynamodbGazetteer = (
  client: DynamoDBDocumentClient,
  tableName: string,
  wait: Wait = setTimeout,
): GazetteerTable => ({
  read: postcodes =>
    batchGet(client, {tableName, keys: postcodes.map(pk => ({pk})), consistent: false}, wait),
})

export function memoryGazetteer(items: readonly PostcodeItem[]): GazetteerTable {
  const held = new Map(items.map(item => [item.pk, item]))
  return {read: async postcodes => postcodes.flatMap(postcode => held.get(postcode) ?? [])}
}
