import {Duration} from 'aws-cdk-lib'
import {
  Dashboard,
  GraphWidget,
  type GraphWidgetProps,
  type IMetric,
  type IWidget,
  MathExpression,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch'
import type {Construct} from 'constructs'
import {
  type Emitted,
  metricNameOf,
  OF_PIPELINE,
  TARGET_MISSED,
  TARGETS_MISSED,
} from '../functions/sufficiency/indicator-metrics.ts'
import type {Watched} from './alarms.ts'
import {ofEveryAuthority} from './indicators.ts'

/** A graph of indicators by what each is called in the legend. */
interface Figures {
  readonly title: string
  readonly unit: string
  readonly lines: Readonly<Partial<Record<Emitted, string>>>
}

const FIGURES: readonly Figures[] = [
  {
    title: 'Own provision and IFA, of all children looked after',
    unit: '%',
    lines: {'own-provision-foster': 'own provision', 'all-ifa-foster': 'IFA'},
  },
  {
    title: 'In-house, IFA and kinship fostering (strict mapping)',
    unit: '%',
    lines: {'in-house-foster': 'in-house', 'ifa-foster': 'IFA', 'kinship-foster': 'kinship'},
  },
  {
    title: 'Where children live',
    unit: '%',
    lines: {foster: 'foster', 'childrens-homes': "children's homes", supported: 'supported'},
  },
  {
    title: 'Near and far',
    unit: '%',
    lines: {'inside-authority': 'inside the authority', 'over-20-miles': 'over 20 miles'},
  },
  {title: 'Brothers and sisters together', unit: '%', lines: {'siblings-together': 'together'}},
  {
    title: 'Stability',
    unit: '%',
    lines: {'long-term-stability': 'long-term', 'three-or-more-placements': 'three or more placements'},
  },
  {title: 'Children looked after', unit: 'children', lines: {'children-looked-after': 'children'}},
  {title: 'Looked after, for each 10,000', unit: 'children', lines: {'rate-per-10000': 'rate'}},
  {
    title: 'Places and referrals',
    unit: 'count',
    lines: {'places-vacant': 'vacant places', 'referrals-unmet': 'referrals unmet'},
  },
  {
    title: 'Spend a week',
    unit: 'pence',
    lines: {'weekly-spend': 'spend', 'panel-spend-over-bands': 'at high cost, before the panel'},
  },
  {
    title: 'High-cost placements',
    unit: 'count',
    lines: {
      'high-cost-placements': 'high-cost',
      'panel-cases-open': 'before the panel',
      'panel-overdue': 'overdue after the panel',
    },
  },
  {
    title: 'Saving of step-downs in the year',
    unit: 'pence',
    lines: {'panel-realised-saving': 'realised'},
  },
  {
    title: 'Households in the year',
    unit: 'households',
    lines: {'recruitment-approvals': 'approved', 'households-net': 'gained, less lost'},
  },
  {
    title: 'Recruitment',
    unit: 'count',
    lines: {'recruitment-open': 'on the way', 'recruitment-overdue': 'overdue'},
  },
]

/** Half a year of indicators, of every authority that emits any; and how the service fares. */
export function dashboard(scope: Construct, name: string, namespace: string, watched: Watched): void {
  const graphs = [
    ...FIGURES.map(({title, unit, lines}) => {
      const found = Object.entries(lines) as [Emitted, string][]
      return overDays(
        title,
        unit,
        found.map(([id, label]) => search(ofEveryAuthority(namespace, metricNameOf(id), 'Average'), label)),
      )
    }),
    overDays('Recruitment by stage', 'households', [
      search(
        ofEveryAuthority(namespace, metricNameOf(OF_PIPELINE), 'Average', 'stage'),
        `\${PROP('Dim.stage')}`,
      ),
    ]),
    overDays('Targets', 'count', [
      search(ofEveryAuthority(namespace, TARGETS_MISSED, 'Maximum'), 'targets missed'),
      search(
        ofEveryAuthority(namespace, TARGET_MISSED, 'Maximum', 'indicator'),
        `\${PROP('Dim.indicator')} missed`,
      ),
    ]),
  ]
  new Dashboard(scope, 'Dashboard', {
    dashboardName: name,
    defaultInterval: Duration.days(1),
    widgets: [...rowsOf(graphs), ...rowsOf(operations(watched))],
  })
}

const THIRD = 8
const rowsOf = (widgets: readonly IWidget[]): IWidget[][] =>
  Array.from({length: Math.ceil(widgets.length / 3)}, (_, n) => widgets.slice(3 * n, 3 * n + 3))

/** One line for each authority found. */
const search = (expression: string, label: string): IMetric =>
  new MathExpression({
    expression,
    label: `\${PROP('Dim.authority')} ${label}`,
    period: Duration.days(1),
  })

const overDays = (title: string, unit: string, left: IMetric[]): IWidget =>
  graph({title, left, start: '-P180D', leftYAxis: {label: unit, showUnits: false, min: 0}})

function operations({api, functions, publisher, undelivered}: Watched): readonly IWidget[] {
  const period = Duration.minutes(5)
  return [
    graph({title: 'Faults of the API (5xx)', left: [api.metricServerError({period, statistic: Stats.SUM})]}),
    graph({
      title: 'Failed runs',
      left: functions.map(one => one.metricErrors({period, label: one.node.id})),
    }),
    graph({
      title: 'Events late, in milliseconds',
      left: [publisher.metric('IteratorAge', {period, statistic: Stats.MAXIMUM})],
    }),
    graph({
      title: 'Events undelivered',
      left: [undelivered.metricApproximateNumberOfMessagesVisible({period, statistic: Stats.MAXIMUM})],
    }),
  ]
}

const graph = (props: GraphWidgetProps): IWidget => new GraphWidget({width: THIRD, ...props})
