import {Logger} from '@aws-lambda-powertools/logger'
import {readTableName} from '../runtime/env.ts'
import {documentClient} from '../store/client.ts'
import {dynamodbTable} from '../store/dynamodb-table.ts'
import {raiseDue} from './raise-due.ts'

const logger = new Logger()

const table = dynamodbTable(documentClient(), readTableName())

/**
 * Purpose: tells, before and when something lapses, and clears lapsed holds away. Flow: an hourly rule, here, the
 * table; the stream publishes. Nothing waits for it: a lapsed hold keeps nobody out, cleared away or not.
 */
export const handler = async (): Promise<void> => {
  const {raised, left, failed} = await raiseDue(table, new Date().toISOString())
  logger.info('Raised what is due', {raised, left, failed})
  // So that Lambda counts it, and the alarm sounds.
  if (failed > 0) throw new Error('Not everything that is due could be told.')
}
