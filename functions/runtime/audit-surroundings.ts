import {openChains} from '../store/audit.ts'
import {documentClient} from '../store/client.ts'
import {dynamodbTable} from '../store/dynamodb-table.ts'
import {memoryGazetteer} from '../store/gazetteer.ts'
import type {Surroundings} from './endpoint.ts'
import {readAuditEnv} from './env.ts'
import {uuidV7} from './uuid-v7.ts'

/** What the function that shows the audit works with: it reaches no record and no postcode. */
export function auditSurroundings(): Surroundings {
  const env = readAuditEnv()
  const table = dynamodbTable(documentClient(), env.AUDIT_TABLE)
  return {
    table,
    audit: table,
    chains: openChains(),
    gazetteer: memoryGazetteer([]),
    now: () => new Date().toISOString(),
    newId: uuidV7,
    checkResponses: env.HEARTH_CHECK_RESPONSES === '1',
  }
}
