import {Logger} from '@aws-lambda-powertools/logger'
import type {EventBridgeEvent, ScheduledEvent} from 'aws-lambda'
import type {AuthorityId, ChildId} from '../../domain/ids.ts'
import type {CloudEvent} from '../../events/envelope.ts'
import {readTableName} from '../runtime/env.ts'
import {registeredAuthorities} from '../store/authorities.ts'
import {documentClient} from '../store/client.ts'
import {dynamodbTable} from '../store/dynamodb-table.ts'
import {observeAuthority, observeChild} from './observe.ts'

type Happened = CloudEvent<{readonly authorityId: AuthorityId; readonly childId: ChildId}>

const logger = new Logger()
const table = dynamodbTable(documentClient(), readTableName())

/**
 * Purpose: opens cases of the panel, says when they meet no trigger any more, and tells of step-downs that are overdue.
 * Flow: the bus when a child's placement or its costs change, a rule each morning for all; here; the table; the stream
 * publishes. Repeated, late or in another order it makes true what is true then.
 */
export const handler = async (event: EventBridgeEvent<string, Happened> | ScheduledEvent): Promise<void> => {
  const at = new Date().toISOString()
  const happened = 'data' in event.detail ? (event.detail as Happened).data : null
  const authorities = happened ? [happened.authorityId] : await registeredAuthorities(table)
  let left = 0
  for (const authority of authorities) {
    const seen = happened
      ? await observeChild(table, authority, happened.childId, at)
      : await observeAuthority(table, authority, at)
    if (seen.changed + seen.left > 0) logger.info('Looked at cases', {authority, ...seen})
    left += seen.left
  }
  // So that Lambda counts it, tries again, and the alarm sounds when that does not help.
  if (left > 0) throw new Error('A case was being changed each time that it was looked at.')
}
