import {Duration} from 'aws-cdk-lib'
import type {Key} from 'aws-cdk-lib/aws-kms'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import type {Construct} from 'constructs'
import {letKeep} from './data-access.ts'
import type {DataStack} from './data-stack.ts'
import {serviceFunction} from './service-function.ts'
import {tablesOf} from './tables-of.ts'

/** What shows how recruitment goes, and works out which carers are needed. It changes nothing. */
export function recruitmentViews(scope: Construct, data: DataStack, logKey: Key): NodejsFunction {
  const made = serviceFunction(scope, 'RecruitmentViews', {
    description: 'Pipeline, funnel and returns of recruitment, and which carers are needed',
    entry: 'functions/http/recruitment/views/views-function.ts',
    environment: tablesOf(data),
    // The engine matches a year of referrals against hundreds of households.
    memoryMb: 1769,
    timeout: Duration.seconds(29),
    logKey,
  })
  letKeep(made, data, {items: ['GetItem'], index: true})
  return made
}
