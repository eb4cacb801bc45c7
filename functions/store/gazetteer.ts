import {setTimeout} from 'node:timers/promises'
import {BatchGetCommand, type DynamoDBDocumentClient} from '@aws-sdk/lib-dynamodb'
import type {GridReference, Location} from '../../domain/location.ts'
import {StoreBusy, type Wait} from './transact.ts'

/** Where a postcode is, by its letters and digits. */
export interface PostcodeItem extends GridReference {
  readonly pk: string
}

/** The postcodes of the country with their grid references. Functions only read it. */
export interface GazetteerTable {
  /** Those that it holds, in any order. */
  read(postcodes: readonly string[]): Promise<readonly PostcodeItem[]>
}

/** BatchGetItem takes no more. */
const MOST_GETS = 100
const MOST_RETRIES = 8

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

export function dynamodbGazetteer(
  client: DynamoDBDocumentClient,
  tableName: string,
  wait: Wait = setTimeout,
): GazetteerTable {
  const readBatch = async (keys: readonly {pk: string}[], retry = 0): Promise<readonly PostcodeItem[]> => {
    const {Responses, UnprocessedKeys} = await client.send(
      new BatchGetCommand({RequestItems: {[tableName]: {Keys: [...keys]}}}),
    )
    const found = (Responses?.[tableName] ?? []) as PostcodeItem[]
    const left = (UnprocessedKeys?.[tableName]?.Keys ?? []) as {pk: string}[]
    if (left.length === 0) return found
    if (retry === MOST_RETRIES) throw new StoreBusy(null)
    await wait(Math.random() * 50 * 2 ** retry)
    return [...found, ...(await readBatch(left, retry + 1))]
  }
  return {
    read: async postcodes => {
      const batches = Array.from({length: Math.ceil(postcodes.length / MOST_GETS)}, (_, n) =>
        postcodes.slice(n * MOST_GETS, (n + 1) * MOST_GETS).map(pk => ({pk})),
      )
      return (await Promise.all(batches.map(batch => readBatch(batch)))).flat()
    },
  }
}

export function memoryGazetteer(items: readonly PostcodeItem[]): GazetteerTable {
  const held = new Map(items.map(item => [item.pk, item]))
  return {read: async postcodes => postcodes.flatMap(postcode => held.get(postcode) ?? [])}
}
