import {CfnOutput, Duration, RemovalPolicy} from 'aws-cdk-lib'
import {EventBus} from 'aws-cdk-lib/aws-events'
import {PolicyStatement, ServicePrincipal} from 'aws-cdk-lib/aws-iam'
import type {Key} from 'aws-cdk-lib/aws-kms'
import {EventSourceMapping, FilterCriteria, FilterRule, StartingPosition} from 'aws-cdk-lib/aws-lambda'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import {Queue, QueueEncryption} from 'aws-cdk-lib/aws-sqs'
import type {Construct} from 'constructs'
import {letReadStream} from './data-access.ts'
import type {DataStack} from './data-stack.ts'
import {allow, serviceFunction} from './service-function.ts'

export interface EventsProps {
  readonly busName: string
  readonly data: DataStack
  readonly key: Key
}

export interface Events {
  readonly publisher: NodejsFunction
  readonly undelivered: Queue
  readonly bus: EventBus
}

/** How events leave the table: its stream, the function that publishes them, the bus, and where the undelivered lie. */
export function events(scope: Construct, {busName, data, key}: EventsProps): Events {
  const undelivered = new Queue(scope, 'UndeliveredEvents', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const publisher = serviceFunction(scope, 'PublishEvents', {
    description: 'Publishes the events that the table holds to the bus',
    entry: 'functions/stream/publish-events.ts',
    environment: {EVENT_BUS: busName},
    memoryMb: 512,
    timeout: Duration.seconds(30),
    logKey: key,
  })
  letReadStream(publisher, data)
  const carrier = bus(scope, busName, key, undelivered)
  allow(publisher, ['events:PutEvents'], carrier.eventBusArn)
  allow(publisher, ['sqs:SendMessage'], undelivered.queueArn)
  subscribe(scope, publisher, data.table.tableStreamArn!, undelivered)
  new CfnOutput(scope, 'EventsTable', {value: data.table.tableName})
  new CfnOutput(scope, 'UndeliveredEventsUrl', {value: undelivered.queueUrl})
  return {publisher, undelivered, bus: carrier}
}

/** An event that cannot be encrypted or decrypted goes to the queue, as AWS advises for a bus with its own key. */
function bus(scope: Construct, name: string, key: Key, undelivered: Queue): EventBus {
  const made = new EventBus(scope, 'Bus', {
    eventBusName: name,
    description: 'What happened in Hearth, by reference',
    kmsKey: key,
    deadLetterQueue: undelivered,
  })
  undelivered.addToResourcePolicy(
    new PolicyStatement({
      actions: ['sqs:SendMessage'],
      principals: [new ServicePrincipal('events.amazonaws.com')],
      resources: [undelivered.queueArn],
      conditions: {ArnEquals: {'aws:SourceArn': made.eventBusArn}},
    }),
  )
  return made
}

/** An event that fails is retried, at last alone, so that it holds no other back; after ten retries it is given up. */
function subscribe(scope: Construct, publisher: NodejsFunction, stream: string, undelivered: Queue): void {
  new EventSourceMapping(scope, 'EventStream', {
    target: publisher,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 10,
    filters: [EVENTS],
    onFailure: {bind: () => ({destination: undelivered.queueArn})},
  })
}

/** New ones, and those that tools/redrive.ts touches so that they are published again. */
const EVENTS = FilterCriteria.filter({
  eventName: FilterRule.or('INSERT', 'MODIFY'),
  dynamodb: {NewImage: {type: {S: FilterRule.isEqual('event')}}},
})
