import {Logger} from '@aws-lambda-powertools/logger'
import {serve} from '../../runtime/serve.ts'
import {surroundings} from '../../runtime/surroundings.ts'
import {panel} from './operations.ts'

export const handler = serve(panel, surroundings(), new Logger({serviceName: 'panel'}))
