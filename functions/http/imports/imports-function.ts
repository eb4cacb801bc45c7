import {Logger} from '@aws-lambda-powertools/logger'
import {uploads} from '../../files/uploads.ts'
import {readUploadsBucket} from '../../runtime/env.ts'
import {serve} from '../../runtime/serve.ts'
import {surroundings} from '../../runtime/surroundings.ts'
import {imports} from './operations.ts'

export const handler = serve(
  imports(uploads(readUploadsBucket())),
  surroundings(),
  new Logger({serviceName: 'imports'}),
)
