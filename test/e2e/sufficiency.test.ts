import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {AuthorityId} from '../../domain/ids.ts'
import {makeBorough} from '../../sample/borough.ts'
import {costExtract} from '../../sample/return/cost-extract.ts'
import {makeHistories, makeReturn} from '../../sample/return/make-return.ts'
import {analystOf, file, imported} from './importing.ts'
import {ask, given, hearth} from './service.ts'

const AS_AT = '2026-03-31'
const YEARS = [2024, 2025, 2026]
/** The sample borough as a return tells of it, held by an authority that has nothing else. */
const authorityId = 'E09000014'
const as = await analystOf(authorityId)

interface Indicator {
  readonly id: string
  readonly numerator: number | 'c'
  readonly denominator: number | 'c' | null
  readonly unknown: number | 'c'
  readonly value: number | 'c' | null
  readonly rows: string
  readonly definition: string
  readonly source: string
}

let folder: string
let counted: Readonly<Record<string, number | string | null>>

/** What a script that shares no code with the service counts from the same files. */
function countedFrom(
  returns: ReadonlyMap<number, ReadonlyMap<string, string>>,
  costs: string,
  postcodes: string,
) {
  for (const [year, files] of returns) {
    mkdirSync(join(folder, String(year)))
    for (const [name, text] of files) writeFileSync(join(folder, String(year), name), text)
  }
  writeFileSync(join(folder, String(YEARS.at(-1)), 'costs.csv'), costs)
  writeFileSync(join(folder, 'postcodes.csv'), postcodes)
  const folders = [...returns.keys()].map(year => join(folder, String(year)))
  const options = ['--as-at', AS_AT, '--authority', authorityId, '--postcodes', join(folder, 'postcodes.csv')]
  return JSON.parse(
    execFileSync(process.execPath, ['tools/count-shares.ts', ...folders, ...options], {encoding: 'utf8'}),
  )
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-shares-'))
  const today = new Date().toISOString().slice(0, 10)
  const borough = makeBorough({seed: 7, children: 100, today, authorityId: hearth.authorityId as AuthorityId})
  const histories = makeHistories(borough)
  const returns = new Map(YEARS.map(year => [year, makeReturn(borough, {year, histories})]))
  const extract = costExtract(histories, borough.today)
  for (const [year, files] of returns) {
    const costs = year === 2026 ? [file('costs.csv', extract)] : []
    const done = await imported(as, [...[...files].map(([name, text]) => file(name, text)), ...costs], year)
    expect(
      done.tables.map(({table, quarantined}) => [table, quarantined]).filter(([, n]) => n !== 0),
    ).toEqual([])
  }
  const places = borough.postcodes.map(({postcode, authorityId: of, easting, northing}) =>
    [postcode, '', of, easting, northing].join(),
  )
  counted = countedFrom(returns, extract, ['pcds,oscty,oslaua,oseast1m,osnrth1m', ...places].join('\n'))
})
afterAll(() => rmSync(folder, {recursive: true}))

const figures = async (query = ''): Promise<ReadonlyMap<string, Indicator>> => {
  const {indicators} = await given(200, 'GET', `/v1/sufficiency?asAt=${AS_AT}${query}`, {as})
  return new Map(indicators.map((indicator: Indicator) => [indicator.id, indicator]))
}

describe('the figures of an authority', () => {
  it('are those that a script counts from the same files without sharing any code', async () => {
    const served = await figures()
    const told = Object.fromEntries(
      [...served].filter(([id]) => id in counted).map(([id, {numerator}]) => [id, numerator]),
    )
    const {
      'as-at': _,
      'long-term-children': longTerm,
      'distance-unknown': unknown,
      'sdq-scores': scores,
      'sdq-unknown': unscored,
      'foster-weeks': fosterWeeks,
      'residential-weeks': residentialWeeks,
      ...expected
    } = counted
    expect(told).toMatchObject(expected)
    expect(served.get('long-term-stability')?.denominator).toBe(longTerm)
    expect(served.get('over-20-miles')?.unknown).toBe(unknown)
    expect(served.get('sdq-mean')).toMatchObject({denominator: scores, unknown: unscored})
    expect(served.get('sdq-concern')?.denominator).toBe(scores)
    expect(scores).toBeGreaterThan(20)
    expect(served.get('foster-unit-cost-in-year')?.denominator).toBe(fosterWeeks)
    expect(served.get('residential-unit-cost-in-year')?.denominator).toBe(residentialWeeks)
    expect(fosterWeeks).toBeGreaterThan(1_000)
    expect(counted['children-looked-after']).toBeGreaterThan(50)
  })

  it('can each be opened to the rows that add up to them', async () => {
    for (const {rows, numerator} of (await figures()).values()) {
      let [sum, path]: [number, string | null] = [0, `${rows}&limit=200`]
      while (path !== null) {
        const page: {items: {standing: string; amount: number}[]; next: string | null} = await given(
          200,
          'GET',
          path,
          {as},
        )
        for (const {standing, amount} of page.items) if (standing === 'counted') sum += amount
        path = page.next === null ? null : `${rows}&limit=200&cursor=${page.next}`
      }
      expect([rows, sum]).toEqual([rows, numerator])
    }
  })

  it('each say what they are and whose definition it is, and hide small numbers from the public', async () => {
    const [inRole, open] = [await figures(), await figures('&audience=public')]
    for (const {definition, source} of inRole.values()) {
      expect(definition).not.toBe('')
      expect(source).not.toBe('')
    }
    expect([...inRole.values()].filter(({numerator}) => numerator === 'c')).toEqual([])
    const small = [...inRole.values()].filter(
      ({numerator, id}) => id.endsWith('foster') && numerator !== 0 && (numerator as number) < 5,
    )
    for (const {id} of small) expect([id, open.get(id)?.numerator]).toEqual([id, 'c'])
    expect([...open.values()].some(({numerator}) => numerator === 'c')).toBe(true)
  })

  it('follow each month, and are divided by what their members differ in', async () => {
    const trend = await given(
      200,
      'GET',
      '/v1/sufficiency/trend?from=2025-10-01&to=2026-03-31&indicator=foster',
      {as},
    )
    expect(trend.indicators[0].points.map(({asAt}: {asAt: string}) => asAt)).toEqual([
      '2025-10-31',
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ])
    expect(trend.indicators[0].points.at(-1).numerator).toBe(counted['foster'])
    const {parts, total} = await given(200, 'GET', `/v1/sufficiency/indicators/foster?asAt=${AS_AT}&by=age`, {
      as,
    })
    const sum = parts.reduce((all: number, {numerator}: Indicator) => all + (numerator as number), 0)
    expect([sum, total.numerator]).toEqual([counted['foster'], counted['foster']])
  })
})

describe('the report', () => {
  const report = (query: string) => ask('GET', `/v1/sufficiency/report?asAt=${AS_AT}${query}`, {as})

  it('is a page that runs nothing and loads nothing', async () => {
    const page = await report('')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    expect(page.text).toMatch(/<svg/)
    expect(page.text).not.toMatch(/<script|src="http/)
  })

  it('is JSON, and a CSV of each table', async () => {
    const json = await report('&format=json')
    expect(json.headers.get('content-type')).toMatch(/^application\/json/)
    expect(json.json.tables).toHaveLength(16)
    for (const table of [1, 8, 16]) {
      const csv = await report(`&format=csv&table=${table}`)
      expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    }
    expect((await report('&format=csv')).status).toBe(422)
    expect((await report('&format=csv&table=17')).status).toBe(422)
  })
})

it('are for everybody with a role, and a return for those alone whose work it is', async () => {
  expect((await ask('GET', '/v1/sufficiency', {as: 'auditor'})).status).toBe(200)
  expect((await ask('GET', '/v1/exports/ssda903?year=2026', {as: 'auditor'})).status).toBe(403)
  expect((await ask('GET', '/v1/sufficiency', {as: null})).status).toBe(401)
})
