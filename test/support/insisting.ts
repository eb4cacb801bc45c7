import {randomUUID} from 'node:crypto'
import type {Call, Reply, ServedRoute} from '../../contracts/in-memory-service.ts'

/** How callers ask who do not give up. */
export interface Insisting {
  readonly ask: (route: ServedRoute, call: Call) => Promise<Reply>
  /** How often a caller asks again, under the same key, who got no answer or a 5xx. Without faults none needs to. */
  readonly patience: number
  /** Every so many answers, one is lost on its way and asked for again under the same key; 0 for none. */
  readonly losing: number
}

export interface Tally {
  /** How many were told what. */
  readonly heard: Record<string, number>
  /** Answers that no caller should get, and what does not hold together. */
  readonly faults: string[]
  askedAgain: number
  answers: number
}

export const newTally = (): Tally => ({heard: {}, faults: [], askedAgain: 0, answers: 0})

/** Asks under a key until there is an answer, and asks again under the same key when that one is lost. */
export async function insisting(
  setting: Insisting,
  tally: Tally,
  route: ServedRoute,
  asked: Call,
): Promise<Reply | null> {
  const call = {...asked, headers: {'idempotency-key': randomUUID()}}
  const first = await patiently(setting, tally, route, call)
  tally.answers += 1
  if (setting.losing === 0 || tally.answers % setting.losing !== 0) return first
  tally.askedAgain += 1
  const second = await patiently(setting, tally, route, call)
  if (first?.status === 201 && second?.text !== first.text)
    tally.faults.push('a repeated key got another answer')
  return second
}

async function patiently({ask, patience}: Insisting, tally: Tally, route: ServedRoute, call: Call) {
  for (let again = 0; ; again++) {
    const reply = await ask(route, call).catch(() => null)
    if ((reply !== null && reply.status < 500) || again === patience) return reply
    tally.askedAgain += 1
  }
}

/** The kind of the problem, or the status when it is none that a caller should get. */
export const refusalIn = ({status, json}: Reply): string =>
  (status === 409 ? (json as {readonly type: string}).type.split('#')[1] : undefined) ?? `${status}`

/** Counts what was heard; null: no answer came. */
export function hear(tally: Tally, route: ServedRoute, output: string | null): void {
  const heard = output ?? 'nothing'
  tally.heard[heard] = (tally.heard[heard] ?? 0) + 1
  if (output === null || /^\d/.test(output)) tally.faults.push(`${route} was answered ${heard}`)
}
