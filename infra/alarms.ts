import {Duration, Stack} from 'aws-cdk-lib'
import type {HttpApi} from 'aws-cdk-lib/aws-apigatewayv2'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import {SnsAction} from 'aws-cdk-lib/aws-cloudwatch-actions'
import {ServicePrincipal} from 'aws-cdk-lib/aws-iam'
import type {Key} from 'aws-cdk-lib/aws-kms'
import type {IFunction} from 'aws-cdk-lib/aws-lambda'
import {Topic} from 'aws-cdk-lib/aws-sns'
import type {IQueue} from 'aws-cdk-lib/aws-sqs'
import type {Construct} from 'constructs'

export interface Watched {
  readonly api: HttpApi
  readonly functions: readonly IFunction[]
  /** Those for which nobody waits, so that nobody hears when they fail. */
  readonly inBackground: readonly IFunction[]
  readonly publisher: IFunction
  readonly undelivered: IQueue
  /** The most sufficiency targets that any authority missed in a day. */
  readonly targetsMissed: IMetric
}

interface Watch {
  readonly id: string
  /** The heading in docs/operations.md that says what it means, what to look at and what to do. */
  readonly runbook: string
  readonly says: string
  readonly metric: IMetric
  /** The alarm sounds when a period of the metric brings more than this. */
  readonly limit: number
  /** What a period without figures means; absent: that nothing is amiss. */
  readonly silence?: TreatMissingData
}

/** One alarm for each promise in docs/operations.md, and the topic that they all tell; people subscribe to it. */
export function alarms(scope: Construct, key: Key, watched: Watched): Topic {
  const topic = new Topic(scope, 'Alarms', {masterKey: key, enforceSSL: true})
  const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com', {
    conditions: {StringEquals: {'aws:SourceAccount': Stack.of(scope).account}},
  })
  topic.grants.publish(cloudWatch)
  for (const {id, runbook, says, metric, limit, silence} of watches(watched)) {
    const alarm = new Alarm(scope, id, {
      alarmDescription: `${says} What to do: docs/operations.md#${anchor(runbook)}`,
      metric,
      threshold: limit,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: silence ?? TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(topic))
  }
  return topic
}

/** A borough makes tens of calls an hour, so a single failure is news. */
function watches(watched: Watched): readonly Watch[] {
  const {api, inBackground, publisher, undelivered, targetsMissed} = watched
  const period = Duration.minutes(5)
  return [
    {
      id: 'ApiFailing',
      runbook: 'The API answers 5xx',
      says: 'Someone asked for something and got a fault instead of an answer.',
      metric: api.metricServerError({period, statistic: Stats.SUM}),
      limit: 0,
    },
    {
      id: 'FunctionsThrottled',
      runbook: 'A function is throttled',
      says: 'Lambda turned calls away because the account has no concurrency left.',
      // Of the whole account: an alarm adds up ten functions at most, and concurrency is the account's.
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: Stats.SUM,
        period,
      }),
      limit: 0,
    },
    {
      id: 'BackgroundFailing',
      runbook: 'Work in the background fails',
      says: 'A function that works by schedule or from a stream has failed.',
      metric: sum(
        'Failed runs',
        inBackground.map(one => one.metricErrors({period})),
      ),
      limit: 0,
    },
    {
      id: 'EventsLate',
      runbook: 'Events are late',
      says: 'A change made more than five minutes ago has not been published yet.',
      metric: publisher.metric('IteratorAge', {period, statistic: Stats.MAXIMUM}),
      limit: Duration.minutes(5).toMilliseconds(),
    },
    {
      id: 'EventsUndelivered',
      runbook: 'Events could not be delivered',
      says: 'An event was given up after every retry and lies in the queue of undelivered events.',
      metric: undelivered.metricApproximateNumberOfMessagesVisible({period, statistic: Stats.MAXIMUM}),
      limit: 0,
    },
    {
      id: 'TargetMissed',
      runbook: 'A sufficiency target is missed',
      says: 'An authority does not reach a target that its policy sets.',
      metric: targetsMissed,
      limit: 0,
      // Before the day's run a target is missed as it was the day before.
      silence: TreatMissingData.IGNORE,
    },
  ]
}

const sum = (label: string, metrics: readonly IMetric[]): MathExpression =>
  new MathExpression({
    label,
    period: Duration.minutes(5),
    expression: metrics.map((_, index) => `m${index}`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric])),
  })

/** As Markdown makes the anchor of a heading. */
const anchor = (heading: string): string => heading.toLowerCase().replaceAll(' ', '-')
