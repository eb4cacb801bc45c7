import {Duration, RemovalPolicy} from 'aws-cdk-lib'
import type {IKey} from 'aws-cdk-lib/aws-kms'
import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type {Construct} from 'constructs'
import {allow} from './service-function.ts'

/** Where every key of an upload begins. */
const UPLOADS = 'uploads/*'

/**
 * Where people put the files that they bring. They come straight here, at an address that a function has signed; what
 * was in them lives on in the table. The log of who called the bucket is the only one of uploads themselves, and has
 * keys in it, never names: so a key holds ids alone.
 */
export function uploadsBucket(scope: Construct, key: IKey): Bucket {
  const log = new Bucket(scope, 'UploadsLog', {
    ...CLOSED,
    // S3 writes its logs to no bucket that is encrypted with a key of ours.
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{expiration: Duration.days(365)}],
  })
  const bucket = new Bucket(scope, 'Uploads', {
    ...CLOSED,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: log as IBucket,
    lifecycleRules: [{expiration: Duration.days(7), abortIncompleteMultipartUploadAfter: Duration.days(1)}],
  })
  const resource = bucket.node.defaultChild as CfnBucket
  resource.overrideLogicalId('Uploads')
  return bucket
}

const CLOSED = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN,
}

/** Lets a function put uploads, and so sign addresses at which others may: they act with its permissions. */
export function letTakeUploads(to: NodejsFunction, bucket: Bucket): void {
  allow(to, ['s3:PutObject'], bucket.arnForObjects(UPLOADS))
  letUseKey(to, bucket, 'kms:GenerateDataKey')
}

/** Lets a function read uploads. Without leave to list, S3 tells nobody that there is nothing under a key. */
export function letReadUploads(to: NodejsFunction, bucket: Bucket): void {
  allow(to, ['s3:GetObject'], bucket.arnForObjects(UPLOADS))
  allow(to, ['s3:ListBucket'], bucket.bucketArn)
  letUseKey(to, bucket, 'kms:Decrypt')
}

function letUseKey(to: NodejsFunction, {encryptionKey}: Bucket, action: string): void {
  allow(to, [action], encryptionKey!.keyArn, {
    StringEquals: {'kms:ViaService': `s3.${to.stack.region}.amazonaws.com`},
  })
}
