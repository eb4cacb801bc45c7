import {
  ArnFormat,
  CfnOutput,
  CfnParameter,
  Duration,
  RemovalPolicy,
  Stack,
  type StackProps,
} from 'aws-cdk-lib'
import {EventBus} from 'aws-cdk-lib/aws-events'
import {PolicyStatement, ServicePrincipal} from 'aws-cdk-lib/aws-iam'
import {Key} from 'aws-cdk-lib/aws-kms'
import {EventSourceMapping, FilterCriteria, FilterRule, StartingPosition} from 'aws-cdk-lib/aws-lambda'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import {Queue, QueueEncryption} from 'aws-cdk-lib/aws-sqs'
import type {Construct} from 'constructs'
import {alarms} from './alarms.ts'
import {type DataStack, RELATED_INDEX} from './data-stack.ts'
import {type ApiRoute, httpApi} from './http-api.ts'
import {allow, serviceFunction} from './service-function.ts'

export interface ServiceStackProps extends StackProps {
  readonly stage: string
  readonly data: DataStack
  readonly routes: readonly ApiRoute[]
}

/** What can be made again from this repository: the API, its functions, and how events leave the table. */
export class ServiceStack extends Stack {
  readonly #data: DataStack
  readonly #key: Key

  constructor(scope: Construct, id: string, {stage, data, routes, ...props}: ServiceStackProps) {
    super(scope, id, props)
    this.#data = data
    this.#key = this.#serviceKey()
    const functions = {
      placements: this.#placements(),
      recruitment: this.#recruitment(),
      documentation: this.#documentation(),
    }
    const api = httpApi(this, {
      name: `hearth-${stage}`,
      routes,
      functions,
      issuer: this.#setting('OidcIssuer', 'Address of the OpenID Connect issuer whose tokens are accepted'),
      audience: this.#setting('OidcAudience', 'Audience that a token must name'),
      logKey: this.#key,
    })
    const undelivered = this.#queue('UndeliveredEvents')
    const publisher = this.#publisher(this.#bus(`hearth-${stage}`, undelivered), undelivered)
    const watched = {api, functions: [...Object.values(functions), publisher], publisher, undelivered}
    const topic = alarms(this, this.#key, watched)
    new CfnOutput(this, 'ApiUrl', {value: api.apiEndpoint})
    new CfnOutput(this, 'AlarmTopic', {value: topic.topicArn})
  }

  #setting(id: string, description: string): string {
    return new CfnParameter(this, id, {description, minLength: 1}).valueAsString
  }

  #placements(): NodejsFunction {
    const made = serviceFunction(this, 'Placements', {
      description: 'Children, referrals, shortlists and the matching policy',
      entry: 'functions/http/placements/placements-function.ts',
      environment: this.#tables(),
      memoryMb: 1769,
      timeout: Duration.seconds(20),
      logKey: this.#key,
    })
    this.#letKeepRecords(made)
    return made
  }

  #recruitment(): NodejsFunction {
    const made = serviceFunction(this, 'Recruitment', {
      description: 'Households and their terms of approval',
      entry: 'functions/http/recruitment/recruitment-function.ts',
      environment: this.#tables(),
      memoryMb: 1024,
      timeout: Duration.seconds(20),
      logKey: this.#key,
    })
    this.#letKeepRecords(made)
    return made
  }

  #documentation(): NodejsFunction {
    return serviceFunction(this, 'Documentation', {
      description: 'The OpenAPI document, its page and the list of problems: public, without any record',
      entry: 'functions/http/documentation/documentation-function.ts',
      environment: {},
      memoryMb: 512,
      timeout: Duration.seconds(5),
      logKey: this.#key,
    })
  }

  #tables(): Readonly<Record<string, string>> {
    return {HEARTH_TABLE: this.#data.table.tableName, GAZETTEER_TABLE: this.#data.gazetteer.tableName}
  }

  /** Reads by key and by the index; writes in transactions, each step of which IAM checks as its own action. */
  #letKeepRecords(to: NodejsFunction): void {
    const {table, gazetteer} = this.#data
    allow(to, ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], table.tableArn)
    allow(to, ['dynamodb:Query'], [table.tableArn, `${table.tableArn}/index/${RELATED_INDEX}`])
    allow(to, ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'], table.tableArn)
    allow(to, ['dynamodb:GetItem'], gazetteer.tableArn)
    this.#letUseDataKey(to, ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'])
  }

  /** The caller of an encrypted table must itself be allowed to use the key, and only through DynamoDB. */
  #letUseDataKey(to: NodejsFunction, writing: readonly string[] = []): void {
    allow(to, ['kms:Decrypt', 'kms:DescribeKey', ...writing], this.#data.key.keyArn, {
      StringEquals: {'kms:ViaService': `dynamodb.${this.region}.amazonaws.com`},
    })
  }

  /** An event that cannot be encrypted or read back goes to the queue, as AWS advises for a bus with its own key. */
  #bus(name: string, undelivered: Queue): EventBus {
    const bus = new EventBus(this, 'Bus', {
      eventBusName: name,
      description: 'What happened in Hearth, by reference',
      kmsKey: this.#key,
      deadLetterQueue: undelivered,
    })
    undelivered.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sqs:SendMessage'],
        principals: [new ServicePrincipal('events.amazonaws.com')],
        resources: [undelivered.queueArn],
        conditions: {ArnEquals: {'aws:SourceArn': bus.eventBusArn}},
      }),
    )
    return bus
  }

  /**
   * Every event is an item written in the transaction of the change that it tells of; the stream publishes it.
   * An event that fails alone is retried alone, and after ten retries leaves its place in the queue.
   */
  #publisher(bus: EventBus, undelivered: Queue): NodejsFunction {
    const made = serviceFunction(this, 'PublishEvents', {
      description: 'Publishes the events that the table holds to the bus, in the order of their writing',
      entry: 'functions/stream/publish-events.ts',
      environment: {EVENT_BUS: bus.eventBusName},
      memoryMb: 512,
      timeout: Duration.seconds(30),
      logKey: this.#key,
    })
    const stream = this.#data.table.tableStreamArn!
    allow(made, STREAM_READ, stream)
    this.#letUseDataKey(made)
    allow(made, ['events:PutEvents'], bus.eventBusArn)
    allow(made, ['sqs:SendMessage'], undelivered.queueArn)
    new EventSourceMapping(this, 'EventStream', {
      target: made,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      filters: [NEW_EVENTS],
      onFailure: {bind: () => ({destination: undelivered.queueArn})},
    })
    return made
  }

  #queue(id: string): Queue {
    return new Queue(this, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  /** For logs, the bus and alarms: what is said about the work, apart from the records themselves. */
  #serviceKey(): Key {
    const key = new Key(this, 'ServiceKey', {
      description: 'Hearth: logs, events and alarms',
      enableKeyRotation: true,
    })
    const logGroups = this.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    key.addToResourcePolicy(
      new PolicyStatement({
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        principals: [new ServicePrincipal(`logs.${this.region}.amazonaws.com`)],
        resources: ['*'],
        conditions: {ArnLike: {'kms:EncryptionContext:aws:logs:arn': logGroups}},
      }),
    )
    return key
  }
}

const STREAM_READ = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
]

const NEW_EVENTS = FilterCriteria.filter({
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: {NewImage: {type: {S: FilterRule.isEqual('event')}}},
})
