import {setTimeout} from 'node:timers/promises'
import type {DynamoDBDocumentClient} from '@aws-sdk/lib-dynamodb'
import type {GridReference, Location} from '../../domain/location.ts'
import {batchGet} from './batch-get.ts'
import type {Wait} from './transact.ts'

/** Where a postcode is, by its letters and digits. */
export interface PostcodeItem extends GridReference {
  readonly pk: string
}

/** The postcodes of the country with their grid references. Functions only read it. */
export interface GazetteerTable {
  /** Those that it holds, in any order. */
  read(postcodes: readonly string[]): Promise<readonly PostcodeItem[]>
}

const bare = (postcode: string) => postcode.toUpperCase().replace(/\s+/g, '')

/** `se64ru` and ` SE6  4RU` are `SE6 4RU`. */
export const normalisePostcode = (postcode: string): string =>
  bare(postcode)
    .replace(/(.{3})$/, ' $1')
    .trim()

export const postcodeItem = (postcode: string, {easting, northing}: GridReference): PostcodeItem => ({
  pk: bare(postcode),
  easting,
  northing,
})

/** By normalised postcode; those that nobody knows are left out. */
export async function loadPostcodes(
  gazetteer: GazetteerTable,
  postcodes: readonly string[],
): Promise<ReadonlyMap<string, Location>> {
  const asked = [...new Set(postcodes.map(bare))].filter(postcode => /^[A-Z0-9]{5,7}$/.test(postcode))
  const found = asked.length === 0 ? [] : await gazetteer.read(asked)
  return new Map(
    found.map(({pk, easting, northing}) => {
      const postcode = normalisePostcode(pk)
      return [postcode, {postcode, easting, northing}]
    }),
  )
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
