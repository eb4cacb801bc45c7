import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {ROUTES} from '../../functions/http/routes.ts'
import {PUBLIC_ROUTES} from '../../infra/http-api.ts'
import {type Json, properties, service} from './templates.ts'

const functions = properties(service, 'AWS::Lambda::Function')
const policies = properties(service, 'AWS::IAM::Policy')
const routes = properties(service, 'AWS::ApiGatewayV2::Route').map(([, route]) => route)
const statements: Json[] = policies.flatMap(([, policy]) => policy.PolicyDocument.Statement)
/** Those for which somebody waits: no longer than the gateway does. */
const called: string[] = properties(service, 'AWS::Lambda::Permission')
  .filter(([, {Principal}]) => Principal === 'apigateway.amazonaws.com')
  .map(([, {FunctionName}]) => FunctionName['Fn::GetAtt'][0])
const listOf = (value: Json): Json[] => [value].flat()

describe('the API', () => {
  test('has every route of the routes table, and no other', () => {
    const told = ROUTES.map(({method, path}) => `${method} ${path}`)
    expect(routes.map(route => route.RouteKey).sort()).toEqual(told.sort())
  })

  test('asks for a token on every route but those on the list of public ones', () => {
    const open = ROUTES.filter(({id}) => PUBLIC_ROUTES.includes(id)).map(
      ({method, path}) => `${method} ${path}`,
    )
    for (const route of routes)
      expect([route.RouteKey, route.AuthorizationType]).toEqual([
        route.RouteKey,
        open.includes(route.RouteKey) ? 'NONE' : 'JWT',
      ])
  })

  test("takes tokens of the authority's own issuer, which is a setting of the deployment", () => {
    service.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {Issuer: {Ref: 'OidcIssuer'}, Audience: [{Ref: 'OidcAudience'}]},
    })
  })

  test('turns a flood away before it reaches a function', () => {
    const [[, stage]] = properties(service, 'AWS::ApiGatewayV2::Stage') as [[string, Json]]
    expect(stage.DefaultRouteSettings).toEqual({ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50})
  })

  test('logs each call by its route, without address, query string or body', () => {
    const [[, stage]] = properties(service, 'AWS::ApiGatewayV2::Stage') as [[string, Json]]
    const logged = Object.values(JSON.parse(stage.AccessLogSettings.Format) as Record<string, string>)
    expect(logged).toContain('$context.routeKey')
    expect(logged).toContain('$context.status')
    for (const field of logged) expect(field).not.toMatch(/path|query|protocol|body|domain/i)
  })
})

describe('each function', () => {
  test.each(functions)('%s has a role of its own, with nothing from a managed policy', (_, made) => {
    const id = made.Role['Fn::GetAtt'][0]
    expect(functions.filter(([, other]) => other.Role['Fn::GetAtt'][0] === id)).toHaveLength(1)
    expect(service.findResources('AWS::IAM::Role')[id]!['Properties']).not.toHaveProperty('ManagedPolicyArns')
  })

  test.each(functions)(
    '%s runs Node 24 on arm64, with a limit of time and of memory, and is traced',
    (id, made) => {
      expect(made).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: {Mode: 'Active'},
      })
      expect(made.Timeout).toBeLessThanOrEqual(called.includes(id) ? 30 : 15 * 60)
      expect(made.MemorySize).toBeGreaterThanOrEqual(512)
    },
  )

  test.each(functions)('%s writes to its own log', (_, made) => {
    expect(Object.keys(service.findResources('AWS::Logs::LogGroup'))).toContain(
      made.LoggingConfig.LogGroup.Ref,
    )
  })

  test('may do nothing by wildcard, and nothing everywhere but write traces, which know no resources', () => {
    for (const {Action, Resource} of statements) {
      for (const action of listOf(Action)) expect(action).not.toContain('*')
      if (listOf(Resource).includes('*'))
        expect(listOf(Action)).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments'])
    }
  })

  test('never scans a table, and uses the key of the records only through DynamoDB and S3', () => {
    expect(statements.flatMap(({Action}) => listOf(Action))).not.toContain('dynamodb:Scan')
    const through = ['dynamodb', 's3'].map(by => ({
      StringEquals: {'kms:ViaService': `${by}.eu-west-2.amazonaws.com`},
    }))
    for (const {Action, Condition} of statements)
      if (listOf(Action).some(action => action.startsWith('kms:'))) expect(through).toContainEqual(Condition)
  })

  test('that answers without a token can reach no record', () => {
    const documentation = policies.filter(([id]) => id.startsWith('Documentation'))
    expect(documentation).toHaveLength(1)
    expect(JSON.stringify(documentation)).not.toMatch(/dynamodb|kms|events|sqs/)
  })
})

describe('what is kept', () => {
  test.each(properties(service, 'AWS::Logs::LogGroup'))(
    '%s is encrypted, and kept for a stated time',
    (_, log) => {
      expect(log.RetentionInDays).toBeGreaterThanOrEqual(180)
      expect(log.KmsKeyId).toBeDefined()
    },
  )
})

describe('events', () => {
  const [[, stream]] = properties(service, 'AWS::Lambda::EventSourceMapping') as [[string, Json]]
  const [[queueId, queue]] = properties(service, 'AWS::SQS::Queue') as [[string, Json]]

  test('only event items wake the publisher, when they are new or redriven', () => {
    const patterns = stream.FilterCriteria.Filters.map(({Pattern}: Json) => JSON.parse(Pattern))
    expect(patterns).toEqual([
      {eventName: ['INSERT', 'MODIFY'], dynamodb: {NewImage: {type: {S: ['event']}}}},
    ])
  })

  test('one that fails holds no other back, and in the end goes to a queue', () => {
    expect(stream).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: {OnFailure: {Destination: {'Fn::GetAtt': [queueId, 'Arn']}}},
    })
  })

  test('the queue keeps what it got for two weeks, encrypted', () => {
    expect(queue).toMatchObject({MessageRetentionPeriod: 14 * 24 * 3600, SqsManagedSseEnabled: true})
  })

  test("the bus is encrypted with the authority's key, and hands over what it cannot decrypt", () => {
    const [[, bus]] = properties(service, 'AWS::Events::EventBus') as [[string, Json]]
    expect(bus.KmsKeyIdentifier).toBeDefined()
    expect(bus.DeadLetterConfig).toEqual({Arn: {'Fn::GetAtt': [queueId, 'Arn']}})
  })
})

describe('alarms', () => {
  const alarms = properties(service, 'AWS::CloudWatch::Alarm')
  const anchors = readFileSync('docs/operations.md', 'utf8')
    .split('\n')
    .filter(line => line.startsWith('#'))
    .map(line => line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'))

  test('watch faults, throttling, work in the background, late and lost events, and missed targets', () => {
    expect(alarms).toHaveLength(6)
  })

  test('watch every function for which nobody waits', () => {
    const watched = alarms
      .flatMap(([, {Metrics}]) => Metrics ?? [])
      .filter(({MetricStat}: Json) => MetricStat?.Metric.MetricName === 'Errors')
      .map(({MetricStat}: Json) => MetricStat.Metric.Dimensions[0].Value.Ref)
    const all = properties(service, 'AWS::Lambda::Function').map(([id]) => id)
    expect(watched.toSorted()).toEqual(all.filter(id => !called.includes(id)).toSorted())
  })

  test.each(alarms)('%s tells somebody, and says where to read what to do', (_, alarm) => {
    expect(alarm.AlarmActions).toHaveLength(1)
    const [, anchor] = /docs\/operations\.md#(\S+)$/.exec(alarm.AlarmDescription) ?? []
    expect(anchors).toContain(anchor)
  })

  test('CloudWatch may publish to their topic, and only over TLS', () => {
    const [[, {PolicyDocument}]] = properties(service, 'AWS::SNS::TopicPolicy') as [[string, Json]]
    expect(PolicyDocument.Statement).toMatchObject([
      {Effect: 'Deny', Condition: {Bool: {'aws:SecureTransport': 'false'}}},
      {Effect: 'Allow', Action: 'sns:Publish', Principal: {Service: 'cloudwatch.amazonaws.com'}},
    ])
  })
})
