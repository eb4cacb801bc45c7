import {tmpdir} from 'node:os'
import {Logger} from '@aws-lambda-powertools/logger'
import type {EventBridgeEvent, ScheduledEvent} from 'aws-lambda'
import type {AuthorityId, ImportId} from '../../domain/ids.ts'
import type {CloudEvent} from '../../events/envelope.ts'
import {uploaded} from '../files/uploaded.ts'
import {readUploadsBucket} from '../runtime/env.ts'
import {surroundings} from '../runtime/surroundings.ts'
import {registeredAuthorities} from '../store/authorities.ts'
import {workOff} from './work-off.ts'

type Requested = CloudEvent<{readonly authorityId: AuthorityId; readonly importId: ImportId}>

const logger = new Logger({serviceName: 'run-import'})
const workplace = {...surroundings(), uploads: uploaded(readUploadsBucket()), folder: tmpdir()}

/**
 * Purpose: works on imports until none is left. Flow: the bus when one is asked for, a rule every five minutes for those
 * that stand still; here; the uploads, the table. A second run of one import does the same again, and harms nothing.
 */
export const handler = async (event: EventBridgeEvent<string, Requested> | ScheduledEvent): Promise<void> => {
  const asked = 'data' in event.detail ? (event.detail as Requested).data : null
  const authorities = asked ? [asked.authorityId] : await registeredAuthorities(workplace.table)
  for (const authorityId of authorities) {
    const {done, failed} = await workOff(workplace, authorityId, asked?.importId ?? null)
    if (done + failed > 0) logger.info('Worked on imports', {authority: authorityId, done, failed})
    // So that Lambda counts it, tries again, and the alarm sounds when that does not help.
    if (failed > 0) throw new Error('An import could not be worked on.')
  }
}
