import {Logger} from '@aws-lambda-powertools/logger'
import {auditSurroundings} from '../../runtime/audit-surroundings.ts'
import {serve} from '../../runtime/serve.ts'
import {audit} from './operations.ts'

export const handler = serve(audit, auditSurroundings(), new Logger({serviceName: 'audit'}))
