import type {HardRule} from '../domain/matching/shortlist.ts'

/** What the first look shows of an answer to `POST /v1/referrals/{referralId}/shortlists`. */
interface Shortlist {
  readonly options: readonly Option[]
  readonly counts: {
    readonly considered: number
    readonly options: number
    readonly excluded: number
    readonly byRule: Readonly<Partial<Record<HardRule, number>>>
  }
}

interface Option {
  readonly rank: number
  readonly householdId: string
  readonly suitability: {readonly value: number; readonly low: number; readonly high: number}
  readonly distanceMiles: number | null
  readonly considerations: readonly {
    readonly weight: number
    readonly score: number
    readonly known: boolean
    readonly words: string
  }[]
  readonly approvals: readonly {readonly rule: string; readonly role: string}[]
}

interface Referral {
  readonly id: string
  readonly children: readonly string[]
  readonly urgency: string
  readonly kind: string
  readonly neededFrom: string
}

const RULES: Readonly<Record<HardRule, string>> = {
  H1: 'not approved on the first night',
  H2: 'outside the terms of approval',
  H3: 'under 16 in supported lodgings',
  H4: 'supported lodgings not registered',
  H5: 'no place or no bedroom on every night',
  H6: 'on hold, suspended or in notice',
  H7: 'a court condition or a no-contact requirement',
  H8: 'someone in the home is disqualified',
  H9: 'against a section 34 order',
  H10: 'a recorded absolute no',
  H11: 'a recorded medical absolute',
}

type Ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<T>

/** Calls the API as anyone would: over HTTP, with a token. */
export const asker =
  (url: string, token: string): Ask =>
  async <T>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && {'content-type': 'application/json'}),
      },
      ...(body !== undefined && {body: JSON.stringify(body)}),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T
  }

/** Every referral that is open, following the pages. */
export async function openReferrals(ask: Ask): Promise<readonly Referral[]> {
  const all: Referral[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: {items: Referral[]; next: string | null} = await ask(
      'GET',
      `/v1/referrals?status=open&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    all.push(...page.items)
    cursor = page.next
  }
  return all
}

/** So many referrals are asked for before the most telling of them is shown. */
const ASKED = 12

/** One referral's shortlist as a table to read; null when there is no referral that has an option. */
export async function firstLook(ask: Ask, referrals: readonly Referral[]): Promise<string | null> {
  const planned = referrals.toSorted((a, b) => Number(isRushed(a)) - Number(isRushed(b)))
  const looks = await Promise.all(
    planned.slice(0, ASKED).map(async referral => {
      const path = `/v1/referrals/${referral.id}/shortlists`
      return {referral, shortlist: await ask<Shortlist>('POST', path, {limit: 5})}
    }),
  )
  const [most] = looks
    .filter(({shortlist}) => shortlist.options.length > 0)
    .toSorted((a, b) => telling(b.shortlist) - telling(a.shortlist))
  return most ? show(most.referral, most.shortlist, await references(ask, most.shortlist.options)) : null
}

const isRushed = ({urgency}: Referral): boolean => urgency === 'same-day'
/** A choice to make, and then much to weigh. */
const telling = ({options}: Shortlist): number =>
  20 * options.length + (options[0]?.considerations.length ?? 0)

async function references(ask: Ask, options: readonly Option[]): Promise<ReadonlyMap<string, string>> {
  const households = await Promise.all(
    options.map(({householdId}) =>
      ask<{id: string; reference: string}>('GET', `/v1/households/${householdId}`),
    ),
  )
  return new Map(households.map(({id, reference}) => [id, reference]))
}

function show(
  referral: Referral,
  {options, counts}: Shortlist,
  references: ReadonlyMap<string, string>,
): string {
  const {children, kind, urgency, neededFrom} = referral
  const head = ['', 'household', 'suitability', 'miles', 'strongest reasons', 'approvals needed']
  const rows = options.flatMap(option => {
    const {value, low, high} = option.suitability
    const first = [
      String(option.rank),
      references.get(option.householdId) ?? option.householdId,
      `${value} (${low}-${high})`,
      option.distanceMiles === null ? 'not known' : option.distanceMiles.toFixed(1),
    ]
    return beside(first, strongest(option), approvals(option))
  })
  const broken = Object.entries(counts.byRule).toSorted(([, a], [, b]) => b - a)
  return [
    `Shortlist for ${children.length === 1 ? 'one child' : `${children.length} children`}, ${kind}, ${urgency}, from ${neededFrom}`,
    '',
    ...table([head, ...rows]),
    '',
    `${counts.options} of ${counts.considered} households could take them. Excluded: ${counts.excluded}, some by several rules:`,
    ...broken.map(
      ([rule, count]) => `  ${String(count).padStart(4)}  ${rule.padEnd(3)} ${RULES[rule as HardRule]}`,
    ),
  ].join('\n')
}

const strongest = ({considerations}: Option): readonly string[] =>
  considerations
    .filter(({known, score}) => known && score > 0)
    .toSorted((a, b) => b.weight * b.score - a.weight * a.score)
    .slice(0, 3)
    .map(({words}) => words)

const approvals = ({approvals}: Option): readonly string[] =>
  approvals.length === 0 ? ['none'] : approvals.map(({rule, role}) => `${rule} ${role.replaceAll('-', ' ')}`)

/** The cells of an option, with a line for each of its reasons or approvals, whichever are more. */
function beside(
  first: readonly string[],
  reasons: readonly string[],
  needed: readonly string[],
): readonly string[][] {
  const lines = Math.max(reasons.length, needed.length)
  return Array.from({length: lines}, (_, line) => [
    ...first.map(cell => (line === 0 ? cell : '')),
    reasons[line] ?? '',
    needed[line] ?? '',
  ])
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}
