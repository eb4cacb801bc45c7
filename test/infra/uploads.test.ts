import {App, Duration, Stack} from 'aws-cdk-lib'
import {Template} from 'aws-cdk-lib/assertions'
import {Key} from 'aws-cdk-lib/aws-kms'
import {describe, expect, test} from 'vitest'
import settings from '../../cdk.json' with {type: 'json'}
import {serviceFunction} from '../../infra/service-function.ts'
import {letReadUploads, letTakeUploads, uploadsBucket} from '../../infra/uploads.ts'

// biome-ignore lint/suspicious/noExplicitAny: a synthesised template is untyped JSON, and each test says what it expects of it
type Json = any

const app = new App({context: {...settings.context, 'aws:cdk:bundling-stacks': []}})
const stack = new Stack(app, 'Uploading', {env: {region: 'eu-west-2'}})
const key = new Key(stack, 'Key')
const bucket = uploadsBucket(stack, key)
const made = (id: string) =>
  serviceFunction(stack, id, {
    description: '',
    entry: 'functions/schedule/raise-due-function.ts',
    environment: {},
    memoryMb: 512,
    timeout: Duration.seconds(1),
    logKey: key,
  })
letTakeUploads(made('Taker'), bucket)
letReadUploads(made('Reader'), bucket)

const template = Template.fromStack(stack)
const resources = (type: string): readonly [string, Json][] => Object.entries(template.findResources(type))
const buckets = resources('AWS::S3::Bucket')
const [logId, {Properties: log}] = buckets.find(([id]) => id.startsWith('UploadsLog'))!
const uploads = buckets.find(([id]) => id === 'Uploads')![1].Properties

describe('what people upload', () => {
  test.each(buckets)(
    '%s is closed to the public, and to whoever does not come by TLS',
    (id, {Properties}) => {
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      })
      const [, policy] = resources('AWS::S3::BucketPolicy').find(
        ([, each]) => each.Properties.Bucket.Ref === id,
      )!
      expect(policy.Properties.PolicyDocument.Statement[0]).toMatchObject({
        Effect: 'Deny',
        Action: 's3:*',
        Principal: {AWS: '*'},
        Condition: {Bool: {'aws:SecureTransport': 'false'}},
      })
    },
  )

  test.each(buckets)('%s stays when the stack goes', (_, bucket) => {
    expect(bucket).toMatchObject({DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain'})
  })

  test("is encrypted with the authority's own key", () => {
    expect(uploads.BucketEncryption.ServerSideEncryptionConfiguration).toEqual([
      {
        BucketKeyEnabled: true,
        ServerSideEncryptionByDefault: {
          SSEAlgorithm: 'aws:kms',
          KMSMasterKeyID: {'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn']},
        },
      },
    ])
  })

  test('is gone after a week, without versions that stay behind', () => {
    expect(uploads.LifecycleConfiguration.Rules).toEqual([
      {Status: 'Enabled', ExpirationInDays: 7, AbortIncompleteMultipartUpload: {DaysAfterInitiation: 1}},
    ])
    expect(uploads).not.toHaveProperty('VersioningConfiguration')
  })

  test('leaves a line for every call, kept for a year', () => {
    expect(uploads.LoggingConfiguration).toEqual({DestinationBucketName: {Ref: logId}})
    expect(log.LifecycleConfiguration.Rules).toEqual([{Status: 'Enabled', ExpirationInDays: 365}])
  })
})

describe('a function', () => {
  const policies = resources('AWS::IAM::Policy')
  const granted = (id: string): Json[] =>
    policies
      .filter(([policy]) => policy.startsWith(id))
      .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement)
      .filter(({Action}) => /^(s3|kms):/.test([Action].flat()[0]))
  const objects = {'Fn::Join': ['', [{'Fn::GetAtt': ['Uploads', 'Arn']}, '/uploads/*']]}
  const throughS3 = {StringEquals: {'kms:ViaService': 's3.eu-west-2.amazonaws.com'}}

  test('that takes uploads can put them and do no more, not even read them', () => {
    expect(granted('Taker')).toEqual([
      {Effect: 'Allow', Action: 's3:PutObject', Resource: objects},
      {Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: expect.anything(), Condition: throughS3},
    ])
  })

  test('that reads uploads can read them and learn that there is none, and do no more', () => {
    expect(granted('Reader')).toEqual([
      {Effect: 'Allow', Action: 's3:GetObject', Resource: objects},
      {Effect: 'Allow', Action: 's3:ListBucket', Resource: {'Fn::GetAtt': ['Uploads', 'Arn']}},
      {Effect: 'Allow', Action: 'kms:Decrypt', Resource: expect.anything(), Condition: throughS3},
    ])
  })
})
