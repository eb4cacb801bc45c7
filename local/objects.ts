import {createHash, randomUUID} from 'node:crypto'
import {createWriteStream, mkdirSync, readdirSync, rmSync, type Stats} from 'node:fs'
import {type FileHandle, open, rename, rm, stat} from 'node:fs/promises'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {type Listening, listen} from './listen.ts'
import type {Permissions} from './permissions.ts'
import {signatureOf} from './signature.ts'
import type {Assembly, Resource} from './template.ts'

interface Behind {
  readonly buckets: readonly Resource[]
  readonly permissions: Permissions
  readonly directory: string
}

/** A call that may be made. */
interface Call {
  readonly caller: string
  readonly bucket: Resource
  /** Of the object. */
  readonly file: string
}

/** What S3 answers when it does not do as it is asked. */
const REFUSALS = {
  AccessDenied: [403, 'Access Denied'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed size'],
  InternalError: [500, 'We encountered an internal error. Please try again.'],
  InvalidAccessKeyId: [403, 'The AWS Access Key Id you provided does not exist in our records.'],
  InvalidURI: [400, "Couldn't parse the specified URI."],
  MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
  NoSuchBucket: [404, 'The specified bucket does not exist'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NotImplemented: [501, 'The local runtime does not implement this.'],
  SignatureDoesNotMatch: [
    403,
    'The request signature we calculated does not match the signature you provided.',
  ],
} as const
type Refusal = keyof typeof REFUSALS

const ACTIONS: Readonly<Record<string, string>> = {
  PUT: 's3:PutObject',
  GET: 's3:GetObject',
}

/** All that may come with a call: signatures in headers, parts, versions, ranges, conditions and checksums would mean something at AWS. */
const QUERY = /^x-amz-(algorithm|credential|date|expires|signedheaders|signature|content-sha256)$/i
const MEANS_MORE = /^(authorization|range|if-.*|content-md5|x-amz-.*)$/

const MOST_BYTES = 5 * 1024 ** 3

/**
 * S3's PutObject and GetObject for the template's buckets, at signed addresses by path. An object is a file in the
 * data directory, written beside its place and moved there when it is whole. Signatures are checked, and who signed is
 * held against the function's own role; what is not implemented is refused.
 */
export function startObjects(
  assembly: Assembly,
  permissions: Permissions,
  dataDir: string,
): Promise<Listening> {
  const behind = {buckets: assembly.of('AWS::S3::Bucket'), permissions, directory: join(dataDir, 'objects')}
  for (const {id} of behind.buckets) openBucket(join(behind.directory, id))
  return listen(0, (request, response) => {
    answer(behind, request, response).catch(error => {
      if (response.headersSent) response.destroy()
      else refuse(response, error instanceof URIError ? 'InvalidURI' : 'InternalError')
    })
  })
}

/** What was on its way when the process was killed never became an object. */
function openBucket(directory: string): void {
  mkdirSync(directory, {recursive: true})
  for (const name of readdirSync(directory)) if (name.endsWith('.half')) rmSync(join(directory, name))
}

async function answer(behind: Behind, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = read(behind, request)
  if (typeof call === 'string') refuse(response, call)
  else if (request.method === 'PUT') await put(call, request, response)
  else await get(call, behind.permissions, response)
}

/** In the order in which S3 looks: what is asked for, by whom, of which bucket, and whether they may. */
function read({buckets, permissions, directory}: Behind, request: IncomingMessage): Call | Refusal {
  const {method = '', url = '', headers} = request
  const action = ACTIONS[method]
  const [path = '', search] = url.split('?')
  const query = new URLSearchParams(search)
  const means = [...query.keys()].some(name => !QUERY.test(name))
  if (action === undefined || means || Object.keys(headers).some(name => MEANS_MORE.test(name)))
    return 'NotImplemented'
  const signature = signatureOf({method, path, query, headers})
  if (signature === null) return 'AccessDenied'
  const {caller} = signature
  if (!permissions.callers.has(caller)) return 'InvalidAccessKeyId'
  if (!signature.genuine) return 'SignatureDoesNotMatch'
  if (!(Date.now() < signature.expiresAt)) return 'AccessDenied'
  const [, name, ...segments] = path.split('/').map(decodeURIComponent)
  const key = segments.join('/')
  const bucket = buckets.find(each => each.name === name)
  if (bucket === undefined) return 'NoSuchBucket'
  if (!permissions.allows(caller, action, `${bucket.arn}/${key}`)) return 'AccessDenied'
  const hash = createHash('sha256').update(key).digest('hex')
  return {caller, bucket, file: join(directory, bucket.id, hash)}
}

async function put({file}: Call, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = request.headers['content-length']
  if (bytes === undefined) return refuse(response, 'MissingContentLength')
  if (Number(bytes) > MOST_BYTES) return refuse(response, 'EntityTooLarge')
  const half = `${file}.${randomUUID()}.half`
  try {
    await pipeline(request, createWriteStream(half))
    await rename(half, file)
  } catch (error) {
    await rm(half, {force: true})
    throw error
  }
  response.writeHead(200, {etag: etag(await stat(file))}).end()
}

/** Whether there is an object is for those to know who may list the bucket; others are denied it, as at AWS. */
async function get(
  {caller, bucket, file}: Call,
  permissions: Permissions,
  response: ServerResponse,
): Promise<void> {
  const opened = await openIfThere(file)
  if (opened === null)
    return refuse(
      response,
      permissions.allows(caller, 's3:ListBucket', bucket.arn) ? 'NoSuchKey' : 'AccessDenied',
    )
  const about = await opened.stat()
  response.writeHead(200, {
    'content-length': about.size,
    'content-type': 'binary/octet-stream',
    etag: etag(about),
    'last-modified': about.mtime.toUTCString(),
  })
  await pipeline(opened.createReadStream(), response)
}

async function openIfThere(file: string): Promise<FileHandle | null> {
  try {
    return await open(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Of an encrypted object it is no digest at AWS either. */
const etag = ({mtimeMs, size}: Stats): string =>
  `"${createHash('md5').update(`${mtimeMs} ${size}`).digest('hex')}"`

function refuse(response: ServerResponse, code: Refusal): void {
  const [status, message] = REFUSALS[code]
  response
    .writeHead(status, {'content-type': 'application/xml'})
    .end(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    )
}
