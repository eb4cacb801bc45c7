import {appendFileSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {CannotStart} from './cannot-start.ts'
import type {Json, JsonObject} from './json.ts'
import type {Assembly} from './template.ts'

export interface Message {
  readonly at: string
  readonly body: Json
}

/** The template's queues, each a file of JSON lines in the data directory. Nothing on one machine consumes them. */
export interface Queues {
  send(arn: string, body: JsonObject): void
  /** The messages of every queue that has any, by the queue's logical id. */
  all(): Readonly<Record<string, readonly Message[]>>
  /** Refuses, by name, a destination that is not a queue of the template. */
  require(arn: string, where: string): string
}

export function openQueues(assembly: Assembly, dataDir: string): Queues {
  const directory = join(dataDir, 'queues')
  mkdirSync(directory, {recursive: true})
  const queues = assembly.of('AWS::SQS::Queue')
  const byArn = new Map(queues.map(({arn, id}) => [arn, join(directory, `${id}.jsonl`)]))
  return {
    send(arn, body) {
      const message: Message = {at: new Date().toISOString(), body}
      appendFileSync(byArn.get(arn)!, `${JSON.stringify(message)}\n`)
    },
    all: () =>
      Object.fromEntries(
        queues
          .map(({id, arn}) => [id, readLines<Message>(byArn.get(arn)!)] as const)
          .filter(([, messages]) => messages.length > 0),
      ),
    require(arn, where) {
      if (!byArn.has(arn))
        throw new CannotStart(`${where} sends to ${arn}, which is not a queue of the template.`)
      return arn
    },
  }
}

/** The values of a file of JSON lines; none when there is no file. A last line that was cut short is left out. */
export function readLines<T>(path: string): readonly T[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T)
}
