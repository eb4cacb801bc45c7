import {type App, Validations} from 'aws-cdk-lib'
import {PUBLIC_ROUTES} from './http-api.ts'

export interface Acknowledgement {
  readonly rule: string
  /** Constructs of the service stack. */
  readonly on: readonly string[]
  readonly reason: string
  /** Who answers for the exception, and reads it again each year. */
  readonly owner: 'platform' | 'data protection'
}

/** Every finding of the nag packs that we accept, and why. */
export const ACKNOWLEDGEMENTS: readonly Acknowledgement[] = [
  {
    rule: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
    on: [
      'PlacementsRole',
      'RecruitmentRole',
      'AuditRole',
      'DocumentationRole',
      'PublishEventsRole',
      'RaiseDueRole',
      'ImportsRole',
      'RunImportRole',
      'RecruitmentViewsRole',
      'SufficiencyRole',
      'EmitIndicatorsRole',
      'PanelRole',
      'OpenCasesRole',
    ],
    reason: 'X-Ray has no resources to name: its two write actions can only be granted on *.',
    owner: 'platform',
  },
  {
    rule: 'AwsSolutions::AwsSolutions-IAM5[Resource::<Uploads.Arn>/uploads/*]',
    on: ['ImportsRole', 'RunImportRole'],
    reason: 'Each upload has a key of its own, under the one folder that these two may reach.',
    owner: 'data protection',
  },
  {
    rule: 'AwsSolutions::AwsSolutions-APIG4',
    on: PUBLIC_ROUTES.map(id => `Route-${id}`),
    reason: 'Documentation of the API, the same for everyone; its function has no access to any record.',
    owner: 'data protection',
  },
  {
    rule: 'Serverless::Serverless-LambdaDLQ',
    on: [
      'Placements',
      'Recruitment',
      'RecruitmentViews',
      'Panel',
      'Imports',
      'Sufficiency',
      'Audit',
      'Documentation',
    ],
    reason: 'Called synchronously by the API only: the caller gets the failure, so no call can be lost.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-LambdaDLQ',
    on: ['PublishEvents'],
    reason: 'Called by its stream only, whose mapping names the queue of undelivered events.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-LambdaDLQ',
    on: ['RaiseDue'],
    reason:
      'Called by the hour: a run that fails or is missed is made up for by the next, and nothing waits for it.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-EventBusDLQ',
    on: ['EveryHour'],
    reason:
      'Called by the hour: a run that fails or is missed is made up for by the next, and nothing waits for it.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-LambdaDLQ',
    on: ['RunImport'],
    reason: 'An import that is not finished is found in the table and tried again every five minutes.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-EventBusDLQ',
    on: ['ImportRequested', 'EveryFiveMinutes'],
    reason: 'An import that is not finished is found in the table and tried again every five minutes.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-LambdaDLQ',
    on: ['EmitIndicators'],
    reason:
      'Emits what is true when it runs: a run that fails for good is made up for by the next, within a day.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-EventBusDLQ',
    on: ['EveryDay', 'EveryFiveMinutesMoved', 'IndicatorsMoved'],
    reason: 'Emits what is true when it runs: a run that is missed is made up for by the next, within a day.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-LambdaDLQ',
    on: ['OpenCases'],
    reason:
      'Makes true what is true when it runs: a run that fails for good is made up for by the next, within a day.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-EventBusDLQ',
    on: ['PlacementChanged', 'EveryMorning'],
    reason: 'Makes true what is true when it runs: a run that is missed is made up for by the next.',
    owner: 'platform',
  },
  {
    rule: 'AwsSolutions::AwsSolutions-SQS3',
    on: ['UndeliveredEvents'],
    reason: 'Is itself the dead-letter queue, of a stream and a bus; an alarm watches it.',
    owner: 'platform',
  },
  {
    rule: 'Serverless::Serverless-SQSRedrivePolicy',
    on: ['UndeliveredEvents'],
    reason: 'Is itself the dead-letter queue, of a stream and a bus; an alarm watches it.',
    owner: 'platform',
  },
]

/** Records each acknowledgement on its construct; one that names no construct fails the synthesis. */
export function acknowledge(app: App): void {
  const service = app.node.findChild('HearthService')
  for (const {rule, on, reason, owner} of ACKNOWLEDGEMENTS)
    for (const id of on)
      Validations.of(service.node.findChild(id)).acknowledge({id: rule, reason: `${reason} Owner: ${owner}.`})
}
