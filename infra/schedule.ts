import type {Stack} from 'aws-cdk-lib'
import {Duration} from 'aws-cdk-lib'
import {Rule, Schedule} from 'aws-cdk-lib/aws-events'
import {LambdaFunction} from 'aws-cdk-lib/aws-events-targets'
import type {Key} from 'aws-cdk-lib/aws-kms'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import {letTellOfDue} from './data-access.ts'
import type {DataStack} from './data-stack.ts'
import {serviceFunction} from './service-function.ts'

/** What tells every hour of what approaches or has lapsed. The most pressing comes first; what a run leaves
 * or fails at is for the next. */
export function schedule(stack: Stack, data: DataStack, logKey: Key): NodejsFunction {
  const made = serviceFunction(stack, 'RaiseDue', {
    description: 'Tells of deadlines that approach or have lapsed, and clears lapsed holds away',
    entry: 'functions/schedule/raise-due-function.ts',
    environment: {HEARTH_TABLE: data.table.tableName},
    memoryMb: 512,
    timeout: Duration.seconds(30),
    logKey,
  })
  letTellOfDue(made, data)
  new Rule(stack, 'EveryHour', {
    description: 'When to look for what is due',
    schedule: Schedule.rate(Duration.hours(1)),
    targets: [new LambdaFunction(made)],
  })
  return made
}
