import {
  type Call,
  inMemoryService,
  MANAGER,
  type Reply,
  type ServedRoute,
} from '../../contracts/in-memory-service.ts'
import {workplaceOf} from '../../contracts/story.ts'
import type {AuthorityId, ImportId} from '../../domain/ids.ts'
import type {FoundInImport} from '../../domain/imports/found.ts'
import type {Import} from '../../domain/imports/import.ts'
import {workOff} from '../../functions/imports/work-off.ts'
import {memoryTable} from '../../functions/store/memory-table.ts'
import type {Table} from '../../functions/store/table.ts'
import {makeBorough} from '../../sample/borough.ts'
import {makeHistories, makeReturn} from '../../sample/return/make-return.ts'

export const AUTHORITY = 'E09000023' as AuthorityId
/** Longer than anybody may keep an import without saying so. */
export const A_MINUTE = 60
export const TODAY = '2026-11-23'

/** A borough small enough to be imported hundreds of times. */
export const borough = makeBorough({seed: 7, children: 20, today: TODAY, authorityId: AUTHORITY})
const histories = makeHistories(borough)

/** CSV by name. */
export type Files = Readonly<Record<string, string>>

/** The borough's return of a year, table by table. */
export const returnOf = (year: number): Files => Object.fromEntries(makeReturn(borough, {year, histories}))

/** The borough's Header and Episodes of a year. */
export const coreOf = (year: number): Files => {
  const {'header.csv': header, 'episodes.csv': episodes} = returnOf(year)
  return {'header.csv': header!, 'episodes.csv': episodes!}
}

const postcodes = Object.fromEntries(borough.postcodes.map(({postcode, ...at}) => [postcode, at]))

export type Imported = Import & {readonly id: ImportId; readonly version: number}

/** A service in memory at which imports are asked for and worked off, on a clock that the test moves. */
export function importing({table = memoryTable()}: {readonly table?: Table} = {}) {
  let now = Date.parse(`${TODAY}T09:30:00.000Z`)
  const service = inMemoryService({table, postcodes, now: () => new Date(now).toISOString()})
  const workplace = workplaceOf(service)

  /** As an analyst, or a placements manager, of the authority. */
  async function ask(route: ServedRoute, call: Call = {}, authority: string = AUTHORITY): Promise<Reply> {
    const claims = {...MANAGER, authority, roles: '[analyst placements-manager recruitment-manager]'}
    return service.call(route, {claims, ...call})
  }

  async function given<Answer>(route: ServedRoute, call: Call = {}, authority?: string): Promise<Answer> {
    const {status, text, json} = await ask(route, call, authority)
    if (status >= 300) throw new Error(`${route} answered ${status}: ${text}`)
    return (json ?? text) as Answer
  }

  const request = (year: number, files: Files, authority?: string): Promise<Imported> =>
    given(
      'requestImport',
      {body: {year, files: Object.entries(files).map(([name, text]) => ({name, text}))}},
      authority,
    )

  const look = (importId: string, authority?: string): Promise<Imported> =>
    given('getImport', {params: {importId}}, authority)

  async function findings(importId: string, limit = 200): Promise<readonly FoundInImport[]> {
    const found: FoundInImport[] = []
    let cursor: string | null = null
    do {
      const query: Record<string, string> = {limit: String(limit), ...(cursor !== null && {cursor})}
      const page: {items: FoundInImport[]; next: string | null} = await given('listFindings', {
        params: {importId},
        query,
      })
      found.push(...page.items)
      cursor = page.next
    } while (cursor !== null)
    return found
  }

  /** Asked for and worked off; a fault of the worker's is the test's. */
  async function load(year: number, files: Files, authority: string = AUTHORITY): Promise<Imported> {
    const {id} = await request(year, files, authority)
    await work(id, authority)
    return look(id, authority)
  }

  async function work(importId: string | null, authority: string = AUTHORITY): Promise<void> {
    await workOff(workplace, authority as AuthorityId, importId as ImportId | null, fault => {
      throw fault
    })
  }

  return {
    table,
    service,
    workplace,
    ask,
    given,
    request,
    look,
    findings,
    load,
    work,
    exported: (year: number, authority?: string) =>
      given<string>('exportEpisodes', {query: {year: String(year)}}, authority),
    /** What a reader sees of all that is imported: every figure, and every row of the years. */
    async seen(asAt: string, ...years: readonly number[]): Promise<string> {
      const figures = await given<object>('getSufficiency', {query: {asAt}})
      const rows = await Promise.all(
        years.map(year => given<string>('exportEpisodes', {query: {year: String(year)}})),
      )
      return JSON.stringify([figures, ...rows])
    },
    later(seconds: number): void {
      now += seconds * 1000
    },
  }
}

/** The rows of a CSV text under its headings. */
export const rowsOf = (csv: string): readonly string[] => csv.trimEnd().split(/\r?\n/).slice(1)
