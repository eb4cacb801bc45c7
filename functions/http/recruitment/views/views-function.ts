import {Logger} from '@aws-lambda-powertools/logger'
import {serve} from '../../../runtime/serve.ts'
import {surroundings} from '../../../runtime/surroundings.ts'
import {recruitmentViews} from './operations.ts'

export const handler = serve(recruitmentViews, surroundings(), new Logger({serviceName: 'recruitment-views'}))
