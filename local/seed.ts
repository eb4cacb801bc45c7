import {type DynamoDBDocumentClient, TransactWriteCommand} from '@aws-sdk/lib-dynamodb'
import type {AuthorityId, ChildId} from '../domain/ids.ts'
import {nowhereYet, withPlacements} from '../domain/placement/whereabouts.ts'
import {authorityItem} from '../functions/store/authorities.ts'
import {childItems} from '../functions/store/children.ts'
import {documentClient} from '../functions/store/client.ts'
import {postcodeItem} from '../functions/store/gazetteer.ts'
import {householdItems} from '../functions/store/households.ts'
import {costsItem} from '../functions/store/placement-costs.ts'
import {placementItems} from '../functions/store/placements.ts'
import {referralItems} from '../functions/store/referrals.ts'
import {firstVersion} from '../functions/store/stored.ts'
import {whereaboutsItem} from '../functions/store/whereabouts.ts'
import {type Borough, makeBorough} from '../sample/borough.ts'
import {makeFourYears} from '../sample/four-years/four-years.ts'
import {isObject} from './json.ts'
import type {HearthOptions, Seeding} from './runtime.ts'
import {pipelineItems} from './seed-pipeline.ts'
import {type Assembly, REGION} from './template.ts'

export interface SampleSize {
  readonly seed: number
  /** Looked after and placed. */
  readonly children: number
  /** About fostering, over the last three years. */
  readonly enquiries: number
}

/** The size of borough of domain.md: what `npm start` shows. */
export const SAMPLE: SampleSize = {seed: 7, children: 470, enquiries: 3000}

type Seed = NonNullable<HearthOptions['seed']>

/** Writes the sample borough of this moment straight into the tables, without events. */
export function sample(authorityId: string, {seed, children, enquiries}: SampleSize = SAMPLE): Seed {
  return async (into, progress) => {
    const at = new Date().toISOString()
    const auth = authorityId as AuthorityId
    const borough = makeBorough({seed, children, today: at.slice(0, 10), authorityId: auth})
    const {left, placements, costs, referrals} = makeFourYears(borough)
    await write(into, progress, postcodeItems(borough), [
      authorityItem(auth, at),
      ...[...borough.children, ...left].flatMap(child => childItems(auth, child, at)),
      ...borough.homes.flatMap(home => householdItems(auth, home, at)),
      ...[...Map.groupBy(placements, ({childId}): ChildId => childId)].map(([childId, ofChild]) =>
        whereaboutsItem(auth, withPlacements(nowhereYet(childId), ofChild), at),
      ),
      ...placements.flatMap(placement => placementItems(auth, placement, at)),
      ...costs.map(each => costsItem(auth, firstVersion(each, at))),
      ...borough.referrals.flatMap(referral => referralItems(auth, referral, at, 'sample')),
      ...pipelineItems(
        auth,
        {seed, enquiries},
        borough.homes.map(({household}) => household),
        at,
      ),
      // Opened, and placed, in the night itself.
      ...referrals.flatMap(referral =>
        referralItems(auth, referral, `${referral.neededFrom}T00:00:00.000Z`, 'sample'),
      ),
    ])
  }
}

/** Writes no record, but the sample's postcodes: what an authority begins with knows where SE6 4RU is. */
export const postcodesAlone: Seed = (into, progress) =>
  write(into, progress, postcodeItems(makeBorough({...SAMPLE, today: '2026-11-23'})), [])

const postcodeItems = ({postcodes}: Borough) =>
  postcodes.map(({postcode, authorityId, ...grid}) => postcodeItem(postcode, grid, authorityId))

async function write(
  {assembly, database}: Seeding,
  progress: (done: number, of: number) => void,
  postcodes: readonly object[],
  records: readonly object[],
): Promise<void> {
  const of = postcodes.length + records.length
  const client = clientOf(database)
  const tables = tableNames(assembly)
  await load(client, tables.GAZETTEER_TABLE, postcodes, done => progress(done, of))
  await load(client, tables.HEARTH_TABLE, records, done => progress(postcodes.length + done, of))
  client.destroy()
}

/**
 * In transactions of the most steps that one may have: DynamoDB Local waits for the disk once a transaction, but once
 * an item of a batch, which makes 3,000 items on a busy disk a matter of 3 seconds or of 40.
 */
async function load(
  client: DynamoDBDocumentClient,
  TableName: string,
  items: readonly object[],
  progress: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < items.length; from += MOST_STEPS) {
    const TransactItems = items.slice(from, from + MOST_STEPS).map(Item => ({Put: {TableName, Item}}))
    await client.send(new TransactWriteCommand({TransactItems}))
    progress(from + TransactItems.length)
  }
}

const MOST_STEPS = 100

const clientOf = (endpoint: string) =>
  documentClient({endpoint, region: REGION, credentials: {accessKeyId: 'seed', secretAccessKey: 'local'}})

/** The tables as the functions know them. */
export function tableNames(assembly: Assembly): {HEARTH_TABLE: string; GAZETTEER_TABLE: string} {
  const variables = assembly.of('AWS::Lambda::Function').flatMap(({properties}) => {
    const own = isObject(properties['Environment']) ? properties['Environment']['Variables'] : undefined
    return isObject(own) ? [own] : []
  })
  const named = (name: string) => String(variables.find(own => own[name] !== undefined)?.[name])
  return {HEARTH_TABLE: named('HEARTH_TABLE'), GAZETTEER_TABLE: named('GAZETTEER_TABLE')}
}
