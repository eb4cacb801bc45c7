import {createHash, randomBytes} from 'node:crypto'
import {once} from 'node:events'
import {mkdtempSync, readdirSync, renameSync, statSync, writeFileSync} from 'node:fs'
import {connect} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, describe, expect, test, vi} from 'vitest'
import {type UploadAddress, uploads} from '../../../functions/files/uploads.ts'
import {type Hearth, startHearth} from '../../../local/runtime.ts'
import {uploadingAssembly} from './uploading/app.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'hearth-uploads-'))
const assembly = uploadingAssembly()
const start = () =>
  startHearth({dataDir, port: 0, authorityId: 'E09000023', assembly, inMemory: true, instances: 1})
let hearth: Hearth

beforeAll(async () => {
  hearth = await start()
})
afterAll(() => hearth.stop())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

// biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of an answer
async function ask(route: 'take' | 'put' | 'read' | 'blind' | 'deny' | 'sneak', body: object): Promise<any> {
  const answer = await fetch(`${hearth.url}/${route}`, {method: 'POST', body: JSON.stringify(body)})
  expect(answer.status).toBe(200)
  return answer.json()
}
const addressFor = (key: string, bytes: number): Promise<UploadAddress> => ask('take', {key, bytes})
const readBack = (key: string) => ask('read', {key})

async function send(url: string, init: RequestInit = {}): Promise<[number, string | null]> {
  const answer = await fetch(url, init)
  return [answer.status, /<Code>(\w+)/.exec(await answer.text())?.[1] ?? null]
}
const put = ({url, method, headers}: UploadAddress, body: string | Buffer<ArrayBuffer>) =>
  send(url, {method, headers, body})
const upload = async (key: string, body: Buffer<ArrayBuffer>) => put(await addressFor(key, body.length), body)

const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')
const bucketDir = join(dataDir, 'objects', 'Uploads')
const arriving = () => readdirSync(bucketDir).filter(name => name.endsWith('.half'))

describe('a file that is uploaded', () => {
  test('is read back byte for byte', async () => {
    const body = randomBytes(100_000)
    expect(await upload('uploads/E09000023/1', body)).toEqual([200, null])
    expect(await readBack('uploads/E09000023/1')).toMatchObject({bytes: 100_000, hash: sha256(body)})
  })

  test('is found under its own key, whatever characters are in it', async () => {
    const keys = ['uploads/é (1)*.csv', 'uploads/a+b c', 'uploads/a/b', "uploads/it's%2F100%!~"]
    for (const key of keys) expect(await upload(key, Buffer.from(key))).toEqual([200, null])
    for (const key of keys) expect(await readBack(key)).toMatchObject({hash: sha256(Buffer.from(key))})
  })

  test('may be put by the function itself, even an empty one', async () => {
    expect(await ask('put', {key: 'uploads/own', text: 'child,home'})).toBe('put')
    expect(await readBack('uploads/own')).toMatchObject({bytes: 10})
    expect(await ask('put', {key: 'uploads/empty', text: ''})).toBe('put')
    expect(await readBack('uploads/empty')).toMatchObject({bytes: 0})
  })

  test('takes the place of the one before it', async () => {
    await upload('uploads/again', Buffer.from('first'))
    await upload('uploads/again', Buffer.from('second'))
    expect(await readBack('uploads/again')).toMatchObject({hash: sha256(Buffer.from('second'))})
  })

  test('of 100 MB goes to disk as it comes, and is read in pieces', async () => {
    const MB = 1024 * 1024
    const whole = createHash('sha256')
    let sent = 0
    let mostInMemory = 0
    const body = new ReadableStream({
      pull(stream) {
        const onDisk = arriving().map(name => statSync(join(bucketDir, name)).size)[0] ?? 0
        mostInMemory = Math.max(mostInMemory, sent - onDisk)
        const block = randomBytes(MB)
        whole.update(block)
        stream.enqueue(block)
        sent += MB
        if (sent === 100 * MB) stream.close()
      },
    })
    const {url, method, headers} = await addressFor('uploads/large', 100 * MB)
    expect(await send(url, {method, headers, body, duplex: 'half'})).toEqual([200, null])
    // What the sockets of both sides hold.
    expect(mostInMemory).toBeLessThan(30 * MB)
    const {largest, ...read} = await readBack('uploads/large')
    expect(read).toEqual({bytes: 100 * MB, hash: whole.digest('hex')})
    expect(largest).toBeLessThanOrEqual(MB)
  })

  test('is still there after a restart, and what was only half uploaded is not', async () => {
    await upload('uploads/kept', Buffer.from('kept'))
    await hearth.stop()
    writeFileSync(join(bucketDir, 'a-killed-process-left-this.half'), 'half')
    hearth = await start()
    expect(arriving()).toEqual([])
    expect(await readBack('uploads/kept')).toMatchObject({hash: sha256(Buffer.from('kept'))})
  })
})

describe('nothing is kept', () => {
  const KEY = 'uploads/refused'
  const signedBy = async (caller: string, at = new Date(), secret = 'local') => {
    const {origin, pathname} = new URL((await addressFor(KEY, 4)).url)
    vi.stubEnv('AWS_ACCESS_KEY_ID', caller)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret)
    vi.useFakeTimers({toFake: ['Date'], now: at})
    const env = {AWS_REGION: 'eu-west-2', AWS_ENDPOINT_URL_S3: origin}
    const address = await uploads(pathname.split('/')[1]!, env).presign(KEY, {bytes: 4})
    vi.useRealTimers()
    return address
  }
  afterEach(async () => {
    expect(await readBack(KEY)).toBeNull()
    expect(arriving()).toEqual([])
  })

  test.each<[string, (url: string) => string]>([
    ['another key', url => url.replace('refused', 'refuse')],
    ['another function', url => url.replace('=Take%2F', '=Put%2F')],
    ['a later end', url => url.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000')],
    ['another signature', url => url.replace(/Signature=\w{8}/, 'Signature=00000000')],
  ])('at an address that was changed to %s', async (_, change) => {
    const address = await addressFor(KEY, 4)
    const url = change(address.url)
    expect(url).not.toBe(address.url)
    expect(await put({...address, url}, 'text')).toEqual([403, 'SignatureDoesNotMatch'])
  })

  test.each(['', 'tex', 'text!'])('of another length than the address is for: %j', async body => {
    const {url} = await addressFor(KEY, 4)
    expect(await send(url, {method: 'PUT', body})).toEqual([403, 'SignatureDoesNotMatch'])
  })

  test('at an address that has expired', async () => {
    const address = await signedBy('Take', new Date(Date.now() - 16 * 60_000))
    expect(Date.parse(address.expiresAt)).toBeLessThan(Date.now())
    expect(await put(address, 'text')).toEqual([403, 'AccessDenied'])
  })

  test('that somebody signed who is no function, or without the secret', async () => {
    expect(await put(await signedBy('Nobody'), 'text')).toEqual([403, 'InvalidAccessKeyId'])
    expect(await put(await signedBy('Take', new Date(), 'guess'), 'text')).toEqual([
      403,
      'SignatureDoesNotMatch',
    ])
  })

  test('that nobody signed', async () => {
    const {origin, pathname} = new URL((await addressFor(KEY, 4)).url)
    expect(await send(origin + pathname, {method: 'PUT', body: 'text'})).toEqual([403, 'AccessDenied'])
  })

  test('that was signed by a function whose role may not put it, and the ledger knows', async () => {
    expect(await put(await ask('deny', {key: KEY, bytes: 4}), 'text')).toEqual([403, 'AccessDenied'])
    expect(await ask('put', {key: 'elsewhere', text: 'text'})).toEqual({
      fault: 'The bucket of uploads answered 403.',
    })
    const arn = 'arn:aws:s3:::stub-uploads'
    expect(hearth.ledger().denied).toEqual(
      expect.arrayContaining([
        {function: 'Deny', action: 's3:PutObject', resource: `${arn}/${KEY}`},
        {function: 'Put', action: 's3:PutObject', resource: `${arn}/elsewhere`},
      ]),
    )
  })

  test('of an upload that is broken off', async () => {
    const {url} = await addressFor(KEY, 1_000_000)
    const {port, host, pathname, search} = new URL(url)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(`PUT ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000000\r\n\r\n`)
    socket.write(randomBytes(200_000))
    await vi.waitFor(() => expect(arriving()).toHaveLength(1))
    socket.destroy()
    await once(socket, 'close')
    await vi.waitFor(() => expect(arriving()).toEqual([]))
  })

  test('when it cannot be written, and the caller hears of it', async () => {
    const address = await addressFor(KEY, 4)
    renameSync(bucketDir, `${bucketDir}-away`)
    expect(await put(address, 'text')).toEqual([500, 'InternalError'])
    renameSync(`${bucketDir}-away`, bucketDir)
  })
})

describe('as S3 does', () => {
  test('it tells only who may list the bucket that there is no such object', async () => {
    expect(await ask('read', {key: 'uploads/none'})).toBeNull()
    expect(await ask('blind', {key: 'uploads/none'})).toEqual({fault: 'The bucket of uploads answered 403.'})
  })

  test('it lets whoever takes uploads read none', async () => {
    await upload('uploads/there', Buffer.from('there'))
    expect(await ask('sneak', {key: 'uploads/there'})).toEqual({fault: 'The bucket of uploads answered 403.'})
  })

  test('it does not take a bucket that is not there for an object that is not there', async () => {
    expect(await ask('read', {key: 'uploads/none', bucket: 'other'})).toEqual({
      fault: 'The bucket of uploads answered 404.',
    })
  })

  test('but what is not implemented here is refused, so that it cannot behave otherwise', async () => {
    const {url} = await addressFor('uploads/x', 1)
    expect(await send(url, {method: 'DELETE'})).toEqual([501, 'NotImplemented'])
    expect(await send(url, {headers: {range: 'bytes=1-'}})).toEqual([501, 'NotImplemented'])
    expect(await send(`${url}&uploads`, {method: 'PUT', body: 'x'})).toEqual([501, 'NotImplemented'])
  })
})
