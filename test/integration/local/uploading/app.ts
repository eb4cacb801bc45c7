import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {buildSync} from 'esbuild'
import {route, stubAssembly, stubFunction} from '../stub-app.ts'

// biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation
const OBJECTS = {'Fn::Sub': '${Uploads.Arn}/uploads/*'}
const MAY = {
  take: {Action: 's3:PutObject', Resource: OBJECTS},
  read: {Action: 's3:GetObject', Resource: OBJECTS},
  list: {Action: 's3:ListBucket', Resource: {'Fn::GetAtt': ['Uploads', 'Arn']}},
}

const uploading = (id: string, part: string, ...may: readonly (keyof typeof MAY)[]) => ({
  ...stubFunction(id, part, {
    may: may.map(each => MAY[each]),
    environment: {UPLOADS_BUCKET: {Ref: 'Uploads'}},
    more: {Code: {S3Bucket: 'assets', S3Key: 'uploading.zip'}, Timeout: 30},
  }),
  ...route(`${id}Route`, `POST /${id.toLowerCase()}`, id),
})

/** A cloud assembly with a bucket, and functions that may take or read uploads, or may not. */
export function uploadingAssembly(): string {
  const directory = stubAssembly({
    Uploads: {Type: 'AWS::S3::Bucket'},
    ...uploading('Take', 'take', 'take'),
    ...uploading('Put', 'put', 'take'),
    ...uploading('Read', 'read', 'read', 'list'),
    ...uploading('Blind', 'read', 'read'),
    ...uploading('Deny', 'take'),
    ...uploading('Sneak', 'read', 'take'),
  })
  const bundle = join(directory, 'asset.uploading')
  buildSync({
    entryPoints: [join(import.meta.dirname, 'handlers.ts')],
    outfile: join(bundle, 'handler.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: {'@aws-sdk/credential-provider-node': './functions/runtime/environment-credentials.ts'},
  })
  writeFileSync(join(bundle, 'package.json'), '{"type": "commonjs"}')
  return directory
}
