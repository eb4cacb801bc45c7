import {createHash} from 'node:crypto'
import {uploaded} from '../../../../functions/files/uploaded.ts'
import {uploads} from '../../../../functions/files/uploads.ts'

// Bundled as every function is, and run by the local runtime: what the functions of this test do. One that fails
// answers with the words of the fault.

const BUCKET = String(process.env['UPLOADS_BUCKET'])

interface Asked {
  readonly key: string
  readonly bytes: number
  readonly text: string
  readonly bucket?: string
}

const answering = (work: (asked: Asked) => Promise<unknown>) => async (event: {readonly body: string}) => {
  const answer = await work(JSON.parse(event.body)).catch((fault: Error) => ({fault: fault.message}))
  return {statusCode: 200, body: JSON.stringify(answer)}
}

/** An address for one file. */
export const take = answering(({key, bytes}) => uploads(BUCKET).presign(key, {bytes}))

export const put = answering(async ({key, text}) => {
  await uploads(BUCKET).put(key, Buffer.from(text))
  return 'put'
})

/** How much was uploaded, its hash and the largest piece in which it came; null when nothing was. */
export const read = answering(async ({key, bucket = BUCKET}) => {
  const opened = await uploaded(bucket).open(key)
  if (opened === null) return null
  const hash = createHash('sha256')
  let [bytes, largest] = [0, 0]
  for await (const chunk of opened) {
    hash.update(chunk)
    bytes += chunk.length
    largest = Math.max(largest, chunk.length)
  }
  return {bytes, largest, hash: hash.digest('hex')}
})
