import {Duration} from 'aws-cdk-lib'
import {type EventBus, type IEventBus, Rule, Schedule} from 'aws-cdk-lib/aws-events'
import {LambdaFunction} from 'aws-cdk-lib/aws-events-targets'
import type {Key} from 'aws-cdk-lib/aws-kms'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import type {Construct} from 'constructs'
import {letKeep, letOpenCases} from './data-access.ts'
import type {DataStack} from './data-stack.ts'
import {serviceFunction} from './service-function.ts'
import {tablesOf} from './tables-of.ts'

/** What shows the panel its cases and packs, and records what it decides. */
export function panel(scope: Construct, data: DataStack, logKey: Key): NodejsFunction {
  const made = serviceFunction(scope, 'Panel', {
    description: 'Cases, packs, meetings and decisions of the Best Care panel, and what placements cost',
    entry: 'functions/http/panel/panel-function.ts',
    environment: tablesOf(data),
    // A pack is one search of the engine for each case.
    memoryMb: 1769,
    timeout: Duration.seconds(29),
    logKey,
  })
  letKeep(made, data, {items: ['GetItem', 'BatchGetItem', 'PutItem'], index: true})
  return made
}

/** What changes whether a trigger holds, but for the calendar. */
const CHANGING = [
  'hearth.placement-started.v1',
  'hearth.placement-moved.v1',
  'hearth.placement-ended.v1',
  'hearth.placement-costs-recorded.v1',
]

export interface OpenCasesProps {
  readonly data: DataStack
  readonly bus: EventBus
  readonly logKey: Key
}

/** What opens cases: of a child when something about the placement changes, and of all every morning. */
export function openCases(scope: Construct, {data, bus, logKey}: OpenCasesProps): NodejsFunction {
  const made = serviceFunction(scope, 'OpenCases', {
    description: 'Opens cases of the panel by their triggers, and tells of step-downs that are overdue',
    entry: 'functions/panel/open-cases-function.ts',
    environment: {HEARTH_TABLE: data.table.tableName},
    memoryMb: 1024,
    timeout: Duration.minutes(5),
    logKey,
  })
  letOpenCases(made, data)
  const target = new LambdaFunction(made)
  new Rule(scope, 'PlacementChanged', {
    description: 'When a placement or what it costs changes',
    // Its optional fields are typed otherwise than those of its interface (exactOptionalPropertyTypes).
    eventBus: bus as IEventBus,
    eventPattern: {source: ['hearth'], detailType: CHANGING},
    targets: [target],
  })
  new Rule(scope, 'EveryMorning', {
    description: 'When to look at every placement, in UTC: before anybody is at work',
    schedule: Schedule.cron({hour: '4', minute: '30'}),
    targets: [target],
  })
  return made
}
