import {expect, test} from 'vitest'
import {EMITTED, metricNameOf, TARGET_MISSED} from '../../functions/sufficiency/indicator-metrics.ts'
import {dataStack, type Json, properties, service, serviceStack} from './templates.ts'

const [functionId, emitter] = properties(service, 'AWS::Lambda::Function').find(([id]) =>
  id.startsWith('EmitIndicators'),
) as [string, Json]
const rules = properties(service, 'AWS::Events::Rule')
  .map(([, rule]) => rule)
  .filter(({Targets}) => JSON.stringify(Targets).includes(functionId))
const variables = emitter.Environment.Variables

test('indicators are emitted every day, and within five minutes when something has moved them', () => {
  expect(rules).toHaveLength(3)
  const scheduled = rules.filter(({ScheduleExpression}) => ScheduleExpression)
  expect(scheduled.map(({ScheduleExpression, Targets}) => [ScheduleExpression, Targets[0].Input])).toEqual([
    ['cron(0 5 * * ? *)', '{"due":"all"}'],
    ['rate(5 minutes)', '{"due":"moved"}'],
  ])
  const {EventPattern, EventBusName} = rules.find(rule => rule.EventPattern)
  const [[busId]] = properties(service, 'AWS::Events::EventBus') as [[string, Json]]
  expect(EventBusName).toEqual({Ref: busId})
  expect(EventPattern).toEqual({
    source: ['hearth'],
    'detail-type': [
      'hearth.placement-started.v1',
      'hearth.placement-moved.v1',
      'hearth.placement-ended.v1',
      'hearth.household-changed.v1',
      'hearth.referral-opened.v1',
      'hearth.import-ended.v1',
      'hearth.placement-costs-recorded.v1',
      'hearth.panel-case-opened.v1',
      'hearth.panel-decision-made.v1',
      'hearth.application-opened.v1',
      'hearth.milestone-recorded.v1',
      'hearth.milestone-corrected.v1',
      'hearth.application-ended.v1',
      'hearth.household-approved.v1',
    ],
  })
})

test('what emits them reads records and postcodes, and writes down only when it was', () => {
  const [[, policy]] = properties(service, 'AWS::IAM::Policy').filter(([id]) =>
    id.startsWith('EmitIndicatorsRole'),
  ) as [[string, Json]]
  const granted = policy.PolicyDocument.Statement.flatMap(({Action}: Json) => [Action].flat())
  expect(granted.filter((action: string) => /^(dynamodb|events|s3|sqs|sns):/.test(action)).sort()).toEqual([
    'dynamodb:BatchGetItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
  ])
  expect(JSON.stringify(policy)).not.toContain(
    dataStack.getLogicalId(dataStack.audit.node.defaultChild as Json),
  )
  expect(variables).not.toHaveProperty('AUDIT_TABLE')
})

test('an alarm sounds when any authority has missed a target that its policy sets', () => {
  const alarm = properties(service, 'AWS::CloudWatch::Alarm').find(([id]) => id.startsWith('TargetMissed'))
  expect(alarm![1]).toMatchObject({
    Namespace: variables.POWERTOOLS_METRICS_NAMESPACE,
    MetricName: 'TargetsMissed',
    Dimensions: [{Name: 'service', Value: variables.POWERTOOLS_SERVICE_NAME}],
    Statistic: 'Maximum',
    Period: 24 * 3600,
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 0,
    TreatMissingData: 'ignore',
  })
})

test('one dashboard shows every indicator that is emitted, of every authority, and how the service fares', () => {
  const dashboards = properties(service, 'AWS::CloudWatch::Dashboard')
  expect(dashboards).toHaveLength(1)
  const body = JSON.stringify(serviceStack.resolve(dashboards[0]![1].DashboardBody)).replaceAll('\\', '')
  const schema = `{"${variables.POWERTOOLS_METRICS_NAMESPACE}","service","authority"}`
  for (const name of [...EMITTED.map(metricNameOf), 'TargetsMissed'])
    expect(body).toContain(`${schema} MetricName="${name}"`)
  expect(body).toContain(`${schema.replace('}', ',"stage"}')} MetricName="recruitment-open"`)
  expect(body).toContain(`${schema.replace('}', ',"indicator"}')} MetricName="${TARGET_MISSED}"`)
  for (const name of ['5xx', 'Errors', 'IteratorAge', 'ApproximateNumberOfMessagesVisible'])
    expect(body).toContain(`"${name}"`)
})
