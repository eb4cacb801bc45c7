import {Duration} from 'aws-cdk-lib'
import type {Key} from 'aws-cdk-lib/aws-kms'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import type {Construct} from 'constructs'
import {letKeepRecords} from './data-access.ts'
import type {DataStack} from './data-stack.ts'
import {serviceFunction} from './service-function.ts'
import {tablesOf} from './tables-of.ts'

/** What counts, shows the rows behind each figure, and writes the report. */
export function sufficiency(scope: Construct, data: DataStack, logKey: Key): NodejsFunction {
  const made = serviceFunction(scope, 'Sufficiency', {
    description: 'Indicators for any day, the rows behind them, and the report',
    entry: 'functions/http/sufficiency/sufficiency-function.ts',
    environment: tablesOf(data),
    memoryMb: 1769,
    timeout: Duration.seconds(29),
    logKey,
  })
  letKeepRecords(made, data, {items: ['GetItem'], index: false})
  return made
}
