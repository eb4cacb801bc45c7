import {openChains} from '../store/audit.ts'
import {documentClient} from '../store/client.ts'
import {dynamodbTable} from '../store/dynamodb-table.ts'
import {dynamodbGazetteer} from '../store/gazetteer.ts'
import type {Surroundings} from './endpoint.ts'
import {readEnv} from './env.ts'
import {uuidV7} from './uuid-v7.ts'

/** What a deployed function works with; called once, as the process starts. */
export function surroundings(): Surroundings {
  const env = readEnv()
  const client = documentClient()
  return {
    table: dynamodbTable(client, {records: env.HEARTH_TABLE, audit: env.AUDIT_TABLE}),
    audit: dynamodbTable(client, env.AUDIT_TABLE),
    chains: openChains(),
    gazetteer: dynamodbGazetteer(client, env.GAZETTEER_TABLE),
    now: () => new Date().toISOString(),
    newId: uuidV7,
    checkResponses: env.HEARTH_CHECK_RESPONSES === '1',
  }
}
