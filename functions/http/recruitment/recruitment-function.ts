import {Logger} from '@aws-lambda-powertools/logger'
import {serve} from '../../runtime/serve.ts'
import {surroundings} from '../../runtime/surroundings.ts'
import {recruitment} from './operations.ts'

export const handler = serve(recruitment, surroundings(), new Logger({serviceName: 'recruitment'}))
