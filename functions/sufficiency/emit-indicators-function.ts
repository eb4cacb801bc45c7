import {Logger} from '@aws-lambda-powertools/logger'
import {Metrics} from '@aws-lambda-powertools/metrics'
import type {EventBridgeEvent} from 'aws-lambda'
import type {AuthorityId} from '../../domain/ids.ts'
import type {CloudEvent} from '../../events/envelope.ts'
import {readRecordsEnv} from '../runtime/env.ts'
import {registerAuthority, registeredAuthorities} from '../store/authorities.ts'
import {documentClient} from '../store/client.ts'
import {dynamodbTable} from '../store/dynamodb-table.ts'
import {dynamodbGazetteer} from '../store/gazetteer.ts'
import {noteMoved} from '../store/movements.ts'
import {emitIndicators, movedSince} from './emit-indicators.ts'
import type {Due} from './indicator-metrics.ts'

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
 * Purpose: emits the indicators that a board watches as metrics. Flow: the bus when something happened that moves them,
 * which is noted; a rule every five minutes, for the authorities that were noted, so that a thousand events are counted
 * once; a daily rule, for all, since figures move with the calendar too; here; the log, out of which CloudWatch reads
 * them. A run that is repeated or late emits what is true then.
 */
export const handler = async (event: EventBridgeEvent<string, Happened> | Due): Promise<void> => {
  const {table} = emitting
  const at = new Date().toISOString()
  if ('detail' in event) {
    const {authorityId} = event.detail.data
    await registerAuthority(table, authorityId, at)
    await noteMoved(table, authorityId, at)
    return
  }
  const all = await registeredAuthorities(table)
  const due = event.due === 'all' ? all : await movedSince(table, all)
  if (due.length === 0) return
  const {emitted, failed} = await emitIndicators(emitting, due, at)
  logger.info('Emitted indicators', {emitted, failed})
  // So that Lambda counts it, tries again, and the alarm sounds when that does not help.
  if (failed.length > 0) throw new Error('Not every authority has its indicators emitted.')
}
