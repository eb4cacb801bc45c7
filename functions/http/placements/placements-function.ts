import {Logger} from '@aws-lambda-powertools/logger'
import {serve} from '../../runtime/serve.ts'
import {surroundings} from '../../runtime/surroundings.ts'
import {placements} from './operations.ts'

export const handler = serve(placements, surroundings(), new Logger({serviceName: 'placements'}))
