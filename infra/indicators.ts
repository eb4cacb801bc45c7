import {Duration} from 'aws-cdk-lib'
import {Metric, Stats} from 'aws-cdk-lib/aws-cloudwatch'
import {type EventBus, type IEventBus, Rule, RuleTargetInput, Schedule} from 'aws-cdk-lib/aws-events'
import {LambdaFunction} from 'aws-cdk-lib/aws-events-targets'
import type {Key} from 'aws-cdk-lib/aws-kms'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import type {Construct} from 'constructs'
import {type Due, TARGETS_MISSED} from '../functions/sufficiency/indicator-metrics.ts'
import {letCount} from './data-access.ts'
import type {DataStack} from './data-stack.ts'
import {serviceFunction} from './service-function.ts'

export interface IndicatorsProps {
  readonly data: DataStack
  readonly bus: EventBus
  /** Of the metrics. */
  readonly namespace: string
  readonly logKey: Key
}

/** The function's name is what its metrics carry as `service`. */
const SERVICE = 'EmitIndicators'

/** What moves an indicator. */
const MOVING = [
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
]

/** What emits the indicators as metrics: of an authority when something moves them, and of all every day. */
export function emitIndicators(
  scope: Construct,
  {data, bus, namespace, logKey}: IndicatorsProps,
): NodejsFunction {
  const made = serviceFunction(scope, SERVICE, {
    description: 'Emits the indicators that a board watches as metrics, and which targets are missed',
    entry: 'functions/sufficiency/emit-indicators-function.ts',
    environment: {
      HEARTH_TABLE: data.table.tableName,
      GAZETTEER_TABLE: data.gazetteer.tableName,
      POWERTOOLS_METRICS_NAMESPACE: namespace,
    },
    memoryMb: 1769,
    timeout: Duration.minutes(5),
    logKey,
  })
  letCount(made, data)
  const dueTarget = (due: Due['due']) =>
    new LambdaFunction(made, {event: RuleTargetInput.fromObject({due} satisfies Due)})
  new Rule(scope, 'IndicatorsMoved', {
    description: 'When something happens that moves an indicator',
    // Its optional fields are typed otherwise than those of its interface (exactOptionalPropertyTypes).
    eventBus: bus as IEventBus,
    eventPattern: {source: ['hearth'], detailType: MOVING},
    targets: [new LambdaFunction(made)],
  })
  new Rule(scope, 'EveryDay', {
    description: 'When to emit the indicators of every authority, in UTC: before anybody is at work',
    schedule: Schedule.cron({hour: '5', minute: '0'}),
    targets: [dueTarget('all')],
  })
  new Rule(scope, 'EveryFiveMinutesMoved', {
    description: 'When to emit the indicators of authorities where something has moved them',
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [dueTarget('moved')],
  })
  return made
}

/** The most targets that any one authority missed within a day: an alarm cannot search through authorities. */
export const targetsMissed = (namespace: string): Metric =>
  new Metric({
    namespace,
    metricName: TARGETS_MISSED,
    dimensionsMap: {service: SERVICE},
    statistic: Stats.MAXIMUM,
    period: Duration.days(1),
  })

/** A search for a metric of every authority, and of whatever else the dimensions tell apart, day by day. */
export function ofEveryAuthority(
  namespace: string,
  metric: string,
  statistic: 'Average' | 'Maximum',
  ...dimensions: readonly string[]
): string {
  const schema = [namespace, 'service', 'authority', ...dimensions].map(each => `"${each}"`).join(',')
  return `SEARCH('{${schema}} MetricName="${metric}"', '${statistic}', ${Duration.days(1).toSeconds()})`
}
