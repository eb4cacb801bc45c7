/** What a service said no to, or could not do, in its own words. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

export interface Progress {
  readonly rowsRead: number
  readonly rowsDecided: number
  readonly loaded: number
  readonly quarantined: number
  readonly secondsLeft: number | null
}

export interface ImportResource {
  readonly id: string
  readonly year: number
  readonly state: 'waiting' | 'queued' | 'running' | 'loaded' | 'refused' | 'failed'
  readonly uploads: readonly {
    readonly name: string
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
  }[]
  readonly progress: Progress
  readonly tables: readonly {
    readonly table: string
    readonly file: string
    readonly read: number
    readonly loaded: number
    readonly unchanged: number
    readonly quarantined: number
    readonly withdrawn: number
  }[]
  readonly findings: {readonly errors: number; readonly warnings: number; readonly disagreements: number}
  readonly refused: readonly {readonly file: string; readonly words: string}[]
  readonly notes: readonly string[]
}

export interface Finding {
  readonly severity: 'E' | 'W'
  readonly rule: string
  readonly about: string
  readonly row: number
  readonly file: string | null
  readonly words: string
}

export interface Service {
  readonly url: string
  readonly token: string
}

/** One call of the API, as JSON; throws `Refused` with every fault that the answer names. */
export async function ask<Answer>(
  {url, token}: Service,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && {'content-type': 'application/json'}),
    },
    ...(body !== undefined && {body: JSON.stringify(body)}),
  }).catch((fault: unknown) => {
    throw new Refused(`Nobody answers at ${url}: ${(fault as Error).message}`)
  })
  const text = await answer.text()
  if (answer.ok) return JSON.parse(text) as Answer
  if (answer.status === 401) throw new Refused('The token is not accepted.')
  const {title = text, detail = '', errors = []} = problemIn(text)
  const faults = errors.map(({pointer, detail}) => `\n  ${pointer} ${detail}`).join('')
  throw new Refused(`${title} (${answer.status}). ${detail}${faults}`)
}

interface Problem {
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly {readonly pointer: string; readonly detail: string}[]
}

function problemIn(text: string): Problem {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return {title: text}
  }
}
