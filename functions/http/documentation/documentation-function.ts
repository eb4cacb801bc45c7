import {Logger} from '@aws-lambda-powertools/logger'
import {serve} from '../../runtime/serve.ts'
import {documentation} from './operations.ts'

export const handler = serve(documentation, null, new Logger({serviceName: 'documentation'}))
