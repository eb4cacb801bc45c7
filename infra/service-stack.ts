import {CfnOutput, CfnParameter, Duration, Stack, type StackProps} from 'aws-cdk-lib'
import type {Key} from 'aws-cdk-lib/aws-kms'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import type {Construct} from 'constructs'
import {alarms} from './alarms.ts'
import {dashboard} from './dashboard.ts'
import {letKeepRecords, letShowAudit} from './data-access.ts'
import type {DataStack} from './data-stack.ts'
import {events} from './events.ts'
import {type ApiRoute, httpApi} from './http-api.ts'
import {imports, runImport} from './imports.ts'
import {emitIndicators, targetsMissed} from './indicators.ts'
import {openCases, panel} from './panel.ts'
import {recruitmentViews} from './recruitment-views.ts'
import {schedule} from './schedule.ts'
import {serviceFunction} from './service-function.ts'
import {serviceKey} from './service-key.ts'
import {sufficiency} from './sufficiency.ts'
import {tablesOf} from './tables-of.ts'
import {uploadsBucket} from './uploads.ts'

export interface ServiceStackProps extends StackProps {
  readonly stage: string
  readonly data: DataStack
  readonly routes: readonly ApiRoute[]
}

/** What can be made again from this repository: the API, its functions, and how events leave the table. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, {stage, data, routes, ...props}: ServiceStackProps) {
    super(scope, id, props)
    const key = serviceKey(this)
    const importing = {data, uploads: uploadsBucket(this, data.key), logKey: key}
    const functions = {
      placements: placements(this, data, key),
      recruitment: recruitment(this, data, key),
      'recruitment-views': recruitmentViews(this, data, key),
      panel: panel(this, data, key),
      imports: imports(this, importing),
      sufficiency: sufficiency(this, data, key),
      audit: audit(this, data, key),
      documentation: documentation(this, key),
    }
    const api = httpApi(this, {
      name: `hearth-${stage}`,
      routes,
      functions,
      issuer: setting(this, 'OidcIssuer', 'Address of the OpenID Connect issuer whose tokens are accepted'),
      audience: setting(this, 'OidcAudience', 'Audience that a token must name'),
      logKey: key,
    })
    const {publisher, undelivered, bus} = events(this, {busName: `hearth-${stage}`, data, key})
    const everyHour = schedule(this, data, key)
    const importer = runImport(this, {...importing, bus})
    const namespace = `Hearth/${stage}`
    const emitter = emitIndicators(this, {data, bus, namespace, logKey: key})
    const opener = openCases(this, {data, bus, logKey: key})
    const inBackground = [publisher, everyHour, importer, emitter, opener]
    const watched = {
      api,
      functions: [...Object.values(functions), ...inBackground],
      inBackground,
      publisher,
      undelivered,
      targetsMissed: targetsMissed(namespace),
    }
    const topic = alarms(this, key, watched)
    dashboard(this, `hearth-${stage}`, namespace, watched)
    new CfnOutput(this, 'ApiUrl', {value: api.apiEndpoint})
    new CfnOutput(this, 'AlarmTopic', {value: topic.topicArn})
  }
}

const setting = (stack: Stack, id: string, description: string): string =>
  new CfnParameter(stack, id, {description, minLength: 1}).valueAsString

function placements(stack: Stack, data: DataStack, logKey: Key): NodejsFunction {
  const made = serviceFunction(stack, 'Placements', {
    description: 'Children, referrals, shortlists and the matching policy',
    entry: 'functions/http/placements/placements-function.ts',
    environment: tablesOf(data),
    // From 1769 MB on a function has a whole processor, and matching is all processor.
    memoryMb: 1769,
    timeout: Duration.seconds(20),
    logKey,
  })
  letKeepRecords(made, data, {
    items: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    index: true,
  })
  return made
}

function recruitment(stack: Stack, data: DataStack, logKey: Key): NodejsFunction {
  const made = serviceFunction(stack, 'Recruitment', {
    description: 'Applications to foster, and households with their terms of approval',
    entry: 'functions/http/recruitment/recruitment-function.ts',
    environment: tablesOf(data),
    memoryMb: 1024,
    timeout: Duration.seconds(20),
    logKey,
  })
  letKeepRecords(made, data, {items: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'], index: true})
  return made
}

function audit(stack: Stack, data: DataStack, logKey: Key): NodejsFunction {
  const made = serviceFunction(stack, 'Audit', {
    description: 'Who read and wrote which record',
    entry: 'functions/http/audit/audit-function.ts',
    environment: {AUDIT_TABLE: data.audit.tableName},
    memoryMb: 1024,
    timeout: Duration.seconds(20),
    logKey,
  })
  letShowAudit(made, data)
  return made
}

function documentation(stack: Stack, logKey: Key): NodejsFunction {
  return serviceFunction(stack, 'Documentation', {
    description: 'The OpenAPI document, its page and the list of problems: public, without any record',
    entry: 'functions/http/documentation/documentation-function.ts',
    environment: {},
    memoryMb: 512,
    timeout: Duration.seconds(5),
    logKey,
  })
}
