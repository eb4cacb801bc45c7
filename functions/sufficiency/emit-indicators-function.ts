import {Logger} from '@aws-lambda-powertools/logger'
import {Metrics} from '@aws-lambda-powertools/metrics'
import type {EventBridgeEvent, ScheduledEvent} from 'aws-lambda'
import type {AuthorityId} from '../../domain/ids.ts'
import type {CloudEvent} from '../../events/envelope.ts'
import {readRecordsEnv} from '../runtime/env.ts'
import {registeredAuthorities} from '../store/authorities.ts'
import {documentClient} from '../store/client.ts'
import {dynamodbTable} from '../store/dynamodb-table.ts'
import {dynamodbGazetteer} from '../store/gazetteer.ts'
import {emitIndicators} from './emit-indicators.ts'

type Happened = CloudEvent<{readonly authorityId: AuthorityId}>

const {HEARTH_TABLE, GAZETTEER_TABLE} = readRecordsEnv()
const logger = new Logger()
const client = documentClient()
const emitting = {
  table: dynamodbTable(client, HEARTH_TABLE),
  gazetteer: dynamodbGazetteer(client, GAZETTEER_TABLE),
  // Namespace and service are set where it is deployed (infra/indicators.ts).
  metrics: new Metrics(),
}

/**
 * Purpose: emits the indicators that a board watches as metrics. Flow: the bus when something happened that moves them, for
 * its authority; a daily rule, for all, since figures move with the calendar too; here; the log, out of which CloudWatch
 * reads them. A run that is repeated or late emits what is true then.
 */
export const handler = async (event: EventBridgeEvent<string, Happened> | ScheduledEvent): Promise<void> => {
  const authorities =
    'data' in event.detail
      ? [(event.detail as Happened).data.authorityId]
      : await registeredAuthorities(emitting.table)
  const {emitted, failed} = await emitIndicators(emitting, authorities, new Date().toISOString())
  logger.info('Emitted indicators', {emitted, failed})
  // So that Lambda counts it, tries again, and the alarm sounds when that does not help.
  if (failed.length > 0) throw new Error('Not every authority has its indicators emitted.')
}
