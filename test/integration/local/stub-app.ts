import {cpSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Json, JsonObject} from '../../../local/json.ts'

const arn = (id: string): JsonObject => ({'Fn::GetAtt': [id, 'Arn']})

interface StubFunction {
  readonly may?: readonly {readonly Action: Json; readonly Resource: Json}[]
  readonly environment?: JsonObject
  readonly more?: JsonObject
}

/** A function that plays the part of this name in stub/handler.js, with a role of its own. */
export const stubFunction = (
  id: string,
  part: string,
  {may = [], environment = {}, more = {}}: StubFunction = {},
): JsonObject => ({
  [id]: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Runtime: 'nodejs24.x',
      Handler: `handler.${part}`,
      Code: {S3Bucket: 'assets', S3Key: 'stub.zip'},
      Role: arn(`${id}Role`),
      MemorySize: 128,
      Timeout: 2,
      Environment: {Variables: environment},
      ...more,
    },
  },
  [`${id}Role`]: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {},
      Policies: [
        {PolicyName: 'p', PolicyDocument: {Statement: may.map(each => ({Effect: 'Allow', ...each}))}},
      ],
    },
  },
})

/** A route to a function of its own, and the permission to call it. */
export const route = (id: string, key: string, fn: string, jwt = false, timeoutMs = 30_000): JsonObject => ({
  [`${id}Integration`]: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arn(fn),
      PayloadFormatVersion: '2.0',
      TimeoutInMillis: timeoutMs,
    },
  },
  [id]: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      RouteKey: key,
      Target: {'Fn::Join': ['', ['integrations/', {Ref: `${id}Integration`}]]},
      ...(jwt ? {AuthorizationType: 'JWT', AuthorizerId: {Ref: 'Oidc'}} : {AuthorizationType: 'NONE'}),
    },
  },
  [`${id}Permission`]: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: arn(fn),
      Principal: 'apigateway.amazonaws.com',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation
      SourceArn: {'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*'},
    },
  },
})

const INDEX = {
  IndexName: 'by-owner',
  KeySchema: [{AttributeName: 'owner', KeyType: 'HASH'}],
  Projection: {ProjectionType: 'ALL'},
}

const tables: JsonObject = {
  Things: {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      TableName: 'things',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'owner'].map(AttributeName => ({AttributeName, AttributeType: 'S'})),
      KeySchema: [
        {AttributeName: 'pk', KeyType: 'HASH'},
        {AttributeName: 'sk', KeyType: 'RANGE'},
      ],
      GlobalSecondaryIndexes: [INDEX],
      StreamSpecification: {StreamViewType: 'NEW_IMAGE'},
      TimeToLiveSpecification: {AttributeName: 'expiresAt', Enabled: true},
    },
  },
  Seen: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'seen',
      AttributeDefinitions: ['pk', 'sk'].map(AttributeName => ({AttributeName, AttributeType: 'S'})),
      KeySchema: [
        {AttributeName: 'pk', KeyType: 'HASH'},
        {AttributeName: 'sk', KeyType: 'RANGE'},
      ],
    },
  },
}

const streamArn: JsonObject = {'Fn::GetAtt': ['Things', 'StreamArn']}

const events: JsonObject = {
  Bus: {Type: 'AWS::Events::EventBus', Properties: {Name: 'stub-bus'}},
  GivenUp: {Type: 'AWS::SQS::Queue'},
  BadEvents: {Type: 'AWS::SQS::Queue'},
  ...stubFunction('Publish', 'publish', {
    environment: {BUS: {Ref: 'Bus'}},
    may: [
      {
        Action: ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'],
        Resource: streamArn,
      },
      {Action: 'events:PutEvents', Resource: arn('Bus')},
      {Action: 'sqs:SendMessage', Resource: arn('GivenUp')},
    ],
  }),
  Stream: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: streamArn,
      FunctionName: {Ref: 'Publish'},
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 10,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 2,
      FilterCriteria: {
        Filters: [{Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"sk":{"S":["event"]}}}}'}],
      },
      DestinationConfig: {OnFailure: {Destination: arn('GivenUp')}},
    },
  },
  ...stubFunction('React', 'react', {
    environment: {TABLE: {Ref: 'Seen'}},
    may: [{Action: 'dynamodb:UpdateItem', Resource: arn('Seen')}],
    more: {DeadLetterConfig: {TargetArn: arn('BadEvents')}},
  }),
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventBusName: {Ref: 'Bus'},
      EventPattern: {source: ['stub'], 'detail-type': [{prefix: 'Writ'}]},
      State: 'ENABLED',
      Targets: [{Id: 'react', Arn: arn('React')}],
    },
  },
  RulePermission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: arn('React'),
      Principal: 'events.amazonaws.com',
      SourceArn: arn('Rule'),
    },
  },
}

const api: JsonObject = {
  Api: {Type: 'AWS::ApiGatewayV2::Api', Properties: {Name: 'stub', ProtocolType: 'HTTP'}},
  Oidc: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {Issuer: {Ref: 'OidcIssuer'}, Audience: [{Ref: 'OidcAudience'}]},
    },
  },
  ...stubFunction('Echo', 'echo'),
  ...stubFunction('Call', 'call', {
    may: [
      {Action: ['dynamodb:PutItem', 'dynamodb:GetItem'], Resource: arn('Things')},
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation
      {Action: 'dynamodb:Query', Resource: {'Fn::Sub': '${Things.Arn}/index/by-owner'}},
      {Action: 'dynamodb:DeleteItem', Resource: arn('Things')},
    ],
  }),
  ...stubFunction('Fail', 'fail'),
  ...stubFunction('Never', 'never'),
  ...stubFunction('Odd', 'odd'),
  ...stubFunction('Exit', 'exit'),
  ...route('EchoRoute', 'POST /things', 'Echo', true),
  ...route('EchoOne', 'GET /things/{thingId}', 'Echo', true),
  ...route('CallRoute', 'POST /call', 'Call'),
  ...route('FailRoute', 'GET /fail', 'Fail'),
  ...route('SlowRoute', 'GET /slow', 'Never', false, 100),
  ...route('NeverRoute', 'GET /never', 'Never'),
  ...route('OddRoute', 'GET /odd', 'Odd'),
  ...route('ExitRoute', 'GET /exit', 'Exit'),
}

/** A cloud assembly with one of everything that the runtime wires up; `more` is laid over its resources. */
export function stubAssembly(more: JsonObject = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'hearth-stub-'))
  cpSync(join(import.meta.dirname, 'stub'), join(directory, 'asset.stub'), {recursive: true})
  const template = {
    Parameters: {OidcIssuer: {Type: 'String'}, OidcAudience: {Type: 'String'}},
    Resources: {...tables, ...events, ...api, ...more},
  }
  writeFileSync(join(directory, 'Stub.template.json'), JSON.stringify(template))
  return directory
}
