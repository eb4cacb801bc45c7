import {Logger} from '@aws-lambda-powertools/logger'
import {serve} from '../../runtime/serve.ts'
import {surroundings} from '../../runtime/surroundings.ts'
import {readTogether} from '../../store/read-together.ts'
import {placements} from './operations.ts'

const around = surroundings()

export const handler = serve(
  placements,
  {...around, table: readTogether(around.table)},
  new Logger({serviceName: 'placements'}),
)
