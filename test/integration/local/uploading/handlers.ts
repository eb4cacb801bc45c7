import {createHash} from 'node:crypto'
import {uploaded} from '../../../../functions/files/uploaded.ts'
import {uploads} from '../../../../functions/files/uploads.ts'

// Bundled as every function is, and run by the local runtime: what the functions of this test do.

const bucket = String(process.env['UPLOADS_BUCKET'])

interface Event {
  readonly body: string
}

const answer = (body: unknown) => ({statusCode: 200, body: JSON.stringify(body)})

/** Answers with an address for one file. */
export const take = async ({body}: Event) => {
  const {key, bytes} = JSON.parse(body)
  return answer(await uploads(bucket).presign(key, {bytes}))
}

/** Puts a file itself; answers with what went wrong. */
export const put = async ({body}: Event) => {
  const {key, text} = JSON.parse(body)
  const fault = await uploads(bucket)
    .put(key, Buffer.from(text))
    .catch((error: Error) => error)
  return answer({fault: fault?.message ?? null})
}

/** Answers with how much was uploaded, its hash and the largest piece of it, null when nothing was; or with the name of the fault. */
export const read = async ({body}: Event) => {
  try {
    const opened = await uploaded(bucket).open(JSON.parse(body).key)
    if (opened === null) return answer(null)
    const hash = createHash('sha256')
    let [bytes, largest] = [0, 0]
    for await (const chunk of opened) {
      hash.update(chunk)
      bytes += chunk.length
      largest = Math.max(largest, chunk.length)
    }
    return answer({bytes, largest, hash: hash.digest('hex')})
  } catch (fault) {
    return answer({fault: (fault as Error).name})
  }
}
