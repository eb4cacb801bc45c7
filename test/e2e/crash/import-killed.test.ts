import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, it, vi} from 'vitest'
import {writeReturn} from '../../../bench/made-return.ts'
import type {Call, ServedRoute} from '../../../contracts/in-memory-service.ts'
import type {Role} from '../../../functions/runtime/roles.ts'
import {carers, listOf} from '../../support/household-lists.ts'
import {hearth} from '../service.ts'
import {type Running, startRunning} from './running.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-import-killed-'))
afterAll(() => rmSync(folder, {recursive: true}))

const FILES = ['header.csv', 'episodes.csv']
const HOMES = 200
const setting = {
  dataDir: join(folder, 'data'),
  assembly: join(hearth.dataDir, 'cdk.out'),
  authorityId: 'E09000023',
}

interface Imported {
  readonly id: string
  readonly state: string
  readonly tries: number
  readonly uploads: readonly {
    readonly name: string
    readonly url: string
    readonly headers: Record<string, string>
  }[]
  readonly tables: readonly {readonly read: number; readonly loaded: number; readonly quarantined: number}[]
}

async function asked<Answer>(
  {service, tokenOf}: Running,
  route: ServedRoute,
  call: Call = {},
  role: Role = 'analyst',
): Promise<Answer> {
  const {status, json, text} = await service.call(route, call, {token: await tokenOf(role)})
  if (status >= 300) throw new Error(`${route}: ${status} ${text}`)
  return (json ?? text) as Answer
}

/** A return that takes a second or two to load, and the authority's homes, which have so many places each. */
async function uploadedTo(at: Running, year: number, episodes: number, places: number): Promise<string> {
  const of = join(folder, String(year))
  writeReturn(of, {children: Math.round(episodes / 12), episodes, seed: year, year})
  const homes = listOf(
    Array.from({length: HOMES}, (_, n) =>
      carers({REFERENCE: `FC-${n}`, POSTCODE: 'SE6 4RU', PLACES: String(places)}),
    ),
  )
  const contents = new Map([
    ...FILES.map(name => [name, readFileSync(join(of, name))] as const),
    ...Object.entries(homes).map(([name, text]) => [name, Buffer.from(text)] as const),
  ])
  const files = [...contents].map(([name, {length}]) => ({name, bytes: length}))
  const {id, uploads} = await asked<Imported>(at, 'requestImport', {body: {year, files}})
  for (const {name, url, headers} of uploads)
    expect((await fetch(url, {method: 'PUT', headers, body: contents.get(name)!})).status).toBe(200)
  return id
}

const look = (at: Running, importId: string) => asked<Imported>(at, 'getImport', {params: {importId}})
const start = (at: Running, importId: string) =>
  asked<Imported>(at, 'startImport', {params: {importId}, body: {}})

/** All that anybody can see of what is imported. */
const seen = async (at: Running): Promise<string> =>
  JSON.stringify([
    await asked(at, 'getSufficiency', {query: {asAt: '2026-03-31'}}),
    await asked(at, 'exportEpisodes', {query: {year: '2025'}}),
    await asked(at, 'exportEpisodes', {query: {year: '2026'}}),
    (await asked<{items: object[]}>(at, 'listHouseholds', {query: {limit: '200'}}, 'placements-manager'))
      .items,
  ])

const placesIn = (seen: string): readonly number[] =>
  (JSON.parse(seen).at(-1) as {approval: {terms: {places: number}}}[]).map(
    ({approval}) => approval.terms.places,
  )

const until = (at: Running, importId: string, is: (now: Imported) => boolean): Promise<Imported> =>
  vi.waitUntil(
    async () => {
      const now = await look(at, importId)
      return is(now) && now
    },
    {timeout: 60_000, interval: 20},
  ) as Promise<Imported>

it('an import whose whole service is killed is not seen by half, and goes on to its end when it is started again', async () => {
  let at = await startRunning(setting)
  const first = await uploadedTo(at, 2025, 600, 2)
  await start(at, first)
  await until(at, first, ({state}) => state === 'loaded')
  const before = await seen(at)

  const id = await uploadedTo(at, 2026, 80_000, 1)
  await start(at, id)
  await until(at, id, ({state}) => state === 'running')
  await at.kill()

  at = await startRunning(setting)
  expect(await look(at, id)).toMatchObject({state: 'running', tries: 1})
  expect(await seen(at)).toBe(before)
  // Whoever had it in hand is not heard of any more, which shows after twenty seconds.
  const done = await vi.waitUntil(
    async () => {
      const now = await look(at, id)
      if (now.state === 'loaded') return now
      if (now.tries === 1) await start(at, id)
      return false
    },
    {timeout: 90_000, interval: 1_000},
  )
  expect((done as Imported).tries).toBe(2)
  expect(
    (done as Imported).tables.reduce((sum, {loaded, quarantined}) => sum + loaded + quarantined, 0),
  ).toBe(86_667 + HOMES)
  const after = await seen(at)
  expect(placesIn(before)).toEqual(Array(HOMES).fill(2))
  expect(placesIn(after)).toEqual(Array(HOMES).fill(1))
  await at.kill()
})
