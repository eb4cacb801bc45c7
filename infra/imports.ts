import {Duration, Size} from 'aws-cdk-lib'
import {type EventBus, type IEventBus, Rule, Schedule} from 'aws-cdk-lib/aws-events'
import {LambdaFunction} from 'aws-cdk-lib/aws-events-targets'
import type {Key} from 'aws-cdk-lib/aws-kms'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import type {Bucket} from 'aws-cdk-lib/aws-s3'
import type {Construct} from 'constructs'
import {letImport, letKeepRecords} from './data-access.ts'
import type {DataStack} from './data-stack.ts'
import {serviceFunction} from './service-function.ts'
import {tablesOf} from './tables-of.ts'
import {letReadUploads, letTakeUploads} from './uploads.ts'

export interface ImportsProps {
  readonly data: DataStack
  readonly uploads: Bucket
  readonly logKey: Key
}

/** What takes imports and shows them. */
export function imports(scope: Construct, {data, uploads, logKey}: ImportsProps): NodejsFunction {
  const made = serviceFunction(scope, 'Imports', {
    description: 'Imports of returns, households and costs, and the return written back',
    entry: 'functions/http/imports/imports-function.ts',
    environment: {...tablesOf(data), UPLOADS_BUCKET: uploads.bucketName},
    memoryMb: 1769,
    timeout: Duration.seconds(29),
    logKey,
  })
  letKeepRecords(made, data, {items: ['GetItem', 'PutItem'], index: false})
  letTakeUploads(made, uploads)
  return made
}

/**
 * What works on imports: when one is asked for, and every five minutes on those that stand still. What fails is tried
 * again by the rule, so nothing is lost with it.
 */
export function runImport(
  scope: Construct,
  {data, uploads, logKey, bus}: ImportsProps & {readonly bus: EventBus},
): NodejsFunction {
  const made = serviceFunction(scope, 'RunImport', {
    description: 'Reads what was uploaded, checks it against every rule, and loads it at once',
    entry: 'functions/imports/run-import-function.ts',
    environment: {...tablesOf(data), UPLOADS_BUCKET: uploads.bucketName},
    memoryMb: 1769,
    timeout: Duration.minutes(15),
    // What does not fit in memory waits on the disk.
    disk: Size.gibibytes(8),
    logKey,
  })
  letKeepRecords(made, data, {
    items: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    index: true,
  })
  letImport(made, data)
  letReadUploads(made, uploads)
  const target = new LambdaFunction(made)
  new Rule(scope, 'ImportRequested', {
    description: 'When an import is asked for',
    // Its optional fields are typed otherwise than those of its interface (exactOptionalPropertyTypes).
    eventBus: bus as IEventBus,
    eventPattern: {source: ['hearth'], detailType: ['hearth.import-requested.v1']},
    targets: [target],
  })
  new Rule(scope, 'EveryFiveMinutes', {
    description: 'When to look for imports that stand still',
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [target],
  })
  return made
}
