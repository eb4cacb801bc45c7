import {CannotStart} from './cannot-start.ts'
import {isObject, type Json, type JsonObject} from './json.ts'

/** What the runtime does with a property: a nested list of properties, or one of these. */
type Support = 'honoured' | 'no local effect' | readonly Json[] | {readonly [property: string]: Support}

/**
 * Every type of resource that the runtime wires up, and every property that it may carry. An array lists the only
 * values that mean here what they mean in AWS. Anything that is not named is refused, so that a template can never
 * quietly behave otherwise on one machine than deployed.
 */
const WIRED: Readonly<Record<string, Readonly<Record<string, Support>>>> = {
  'AWS::DynamoDB::GlobalTable': {
    TableName: 'honoured',
    AttributeDefinitions: 'honoured',
    KeySchema: 'honoured',
    GlobalSecondaryIndexes: 'honoured',
    StreamSpecification: 'honoured',
    TimeToLiveSpecification: 'honoured',
    BillingMode: ['PAY_PER_REQUEST'],
    SSESpecification: 'no local effect',
    Replicas: 'no local effect',
  },
  'AWS::DynamoDB::Table': {
    TableName: 'honoured',
    AttributeDefinitions: 'honoured',
    KeySchema: 'honoured',
    GlobalSecondaryIndexes: 'honoured',
    StreamSpecification: 'honoured',
    TimeToLiveSpecification: 'honoured',
    BillingMode: ['PAY_PER_REQUEST'],
    SSESpecification: 'no local effect',
    PointInTimeRecoverySpecification: 'no local effect',
    DeletionProtectionEnabled: 'no local effect',
    Tags: 'no local effect',
  },
  'AWS::Lambda::Function': {
    FunctionName: 'honoured',
    Code: {S3Bucket: 'no local effect', S3Key: 'honoured'},
    Handler: 'honoured',
    Role: 'honoured',
    MemorySize: 'honoured',
    Timeout: 'honoured',
    Environment: {Variables: 'honoured'},
    ReservedConcurrentExecutions: 'honoured',
    DeadLetterConfig: {TargetArn: 'honoured'},
    Runtime: ['nodejs24.x'],
    Architectures: 'no local effect',
    EphemeralStorage: 'no local effect',
    Description: 'no local effect',
    LoggingConfig: 'no local effect',
    TracingConfig: 'no local effect',
    Tags: 'no local effect',
  },
  'AWS::Lambda::Permission': {
    Action: ['lambda:InvokeFunction'],
    FunctionName: 'honoured',
    Principal: 'honoured',
    SourceArn: 'honoured',
  },
  'AWS::Lambda::EventInvokeConfig': {
    FunctionName: 'honoured',
    Qualifier: ['$LATEST'],
    MaximumRetryAttempts: 'honoured',
    DestinationConfig: {OnFailure: {Destination: 'honoured'}},
    MaximumEventAgeInSeconds: 'no local effect',
  },
  'AWS::Lambda::EventSourceMapping': {
    EventSourceArn: 'honoured',
    FunctionName: 'honoured',
    BatchSize: 'honoured',
    BisectBatchOnFunctionError: 'honoured',
    FilterCriteria: {Filters: 'honoured'},
    FunctionResponseTypes: 'honoured',
    MaximumRetryAttempts: 'honoured',
    DestinationConfig: {OnFailure: {Destination: 'honoured'}},
    StartingPosition: ['TRIM_HORIZON', 'LATEST'],
    Enabled: [true],
    ParallelizationFactor: [1],
    MaximumRecordAgeInSeconds: [-1],
    Tags: 'no local effect',
  },
  'AWS::ApiGatewayV2::Api': {
    Name: 'honoured',
    ProtocolType: ['HTTP'],
    Description: 'no local effect',
    Tags: 'no local effect',
  },
  'AWS::ApiGatewayV2::Stage': {
    ApiId: 'honoured',
    StageName: ['$default'],
    AutoDeploy: [true],
    AccessLogSettings: 'no local effect',
    DefaultRouteSettings: 'no local effect',
    Tags: 'no local effect',
  },
  'AWS::ApiGatewayV2::Route': {
    ApiId: 'honoured',
    RouteKey: 'honoured',
    Target: 'honoured',
    AuthorizationType: ['NONE', 'JWT'],
    AuthorizerId: 'honoured',
  },
  'AWS::ApiGatewayV2::Integration': {
    ApiId: 'honoured',
    IntegrationType: ['AWS_PROXY'],
    IntegrationUri: 'honoured',
    PayloadFormatVersion: ['2.0'],
    TimeoutInMillis: 'honoured',
  },
  'AWS::ApiGatewayV2::Authorizer': {
    ApiId: 'honoured',
    AuthorizerType: ['JWT'],
    IdentitySource: [['$request.header.Authorization']],
    JwtConfiguration: {Issuer: 'honoured', Audience: 'honoured'},
    Name: 'no local effect',
  },
  'AWS::Events::EventBus': {
    Name: 'honoured',
    DeadLetterConfig: 'no local effect',
    Description: 'no local effect',
    KmsKeyIdentifier: 'no local effect',
    Tags: 'no local effect',
  },
  'AWS::Events::Rule': {
    Name: 'honoured',
    EventBusName: 'honoured',
    EventPattern: 'honoured',
    ScheduleExpression: 'honoured',
    State: ['ENABLED'],
    Targets: 'honoured',
    Description: 'no local effect',
    Tags: 'no local effect',
  },
  'AWS::SQS::Queue': {
    QueueName: 'honoured',
    MessageRetentionPeriod: 'no local effect',
    SqsManagedSseEnabled: 'no local effect',
    KmsMasterKeyId: 'no local effect',
    Tags: 'no local effect',
  },
  'AWS::S3::Bucket': {
    BucketName: 'honoured',
    BucketEncryption: 'no local effect',
    LifecycleConfiguration: 'no local effect',
    LoggingConfiguration: 'no local effect',
    OwnershipControls: 'no local effect',
    PublicAccessBlockConfiguration: 'no local effect',
    Tags: 'no local effect',
  },
  'AWS::IAM::Role': {
    RoleName: 'honoured',
    Policies: 'honoured',
    AssumeRolePolicyDocument: 'no local effect',
    Description: 'no local effect',
    Tags: 'no local effect',
  },
  'AWS::IAM::Policy': {PolicyName: 'no local effect', PolicyDocument: 'honoured', Roles: 'honoured'},
}

/** Nothing on one machine stands behind these: who watches, who encrypts, who else may call. */
const NO_LOCAL_EFFECT: ReadonlySet<string> = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
])

/** Says something about deploying, nothing about running. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'Type',
  'Properties',
  'DependsOn',
  'Metadata',
  'DeletionPolicy',
  'UpdateReplacePolicy',
])

export const isWired = (type: string): boolean => type in WIRED

/** Refuses, by name, a resource that would do something else here than deployed, or nothing at all. */
export function checkResource(where: string, resource: JsonObject): void {
  const type = String(resource['Type'])
  if (NO_LOCAL_EFFECT.has(type)) return
  const properties = WIRED[type]
  if (properties === undefined)
    throw new CannotStart(`${where} is a ${type}, which the local runtime does not implement.`)
  for (const attribute of Object.keys(resource)) if (!ATTRIBUTES.has(attribute)) refuse(where, attribute)
}

/** As `checkResource`, for its properties once their intrinsics are resolved. */
export function checkProperties(where: string, type: string, properties: JsonObject): void {
  check(where, '', properties, WIRED[type] ?? {})
}

function check(where: string, path: string, value: Json, support: Support | undefined): void {
  if (support === 'honoured' || support === 'no local effect') return
  if (support === undefined) refuse(where, path)
  if (Array.isArray(support)) {
    if (!support.some(each => JSON.stringify(each) === JSON.stringify(value)))
      refuse(where, `${path}: ${JSON.stringify(value)}`)
    return
  }
  if (!isObject(value)) refuse(where, path)
  for (const [name, each] of Object.entries(value))
    check(where, path ? `${path}.${name}` : name, each, (support as Readonly<Record<string, Support>>)[name])
}

function refuse(where: string, what: string): never {
  throw new CannotStart(`${where} has ${what}, which the local runtime does not implement.`)
}
