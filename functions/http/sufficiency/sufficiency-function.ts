import {Logger} from '@aws-lambda-powertools/logger'
import {serve} from '../../runtime/serve.ts'
import {surroundings} from '../../runtime/surroundings.ts'
import {sufficiency} from './operations.ts'

export const handler = serve(sufficiency, surroundings(), new Logger({serviceName: 'sufficiency'}))
