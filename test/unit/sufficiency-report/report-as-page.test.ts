import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import type {Report} from '../../../domain/sufficiency/report-tables/table.ts'
import {reportHtml} from '../../../functions/http/sufficiency/report/report-page.ts'
import {CONTENT_SECURITY_POLICY} from '../../../functions/http/sufficiency/report/style.ts'
import {children, factsOf} from '../sufficiency/a-history.ts'
import {aReport, someFacts, tableOf} from './a-report.ts'

const report = aReport()
const page = reportHtml(report)
const published = reportHtml(aReport('public'))

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
const textOf = (markup: string) =>
  markup.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, entity => ENTITIES[entity]!)
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found)

/** The cells of each table of a page, as they are read. */
const tablesIn = (html: string) =>
  new Map(
    [...html.matchAll(/<table id="data-([^"]+)"[^>]*>(.*?)<\/table>/gs)].map(([, id = '', table = '']) => {
      const body = table.split('<tbody>')[1]!
      const rows = all(body, /<tr[^>]*>(.*?)<\/tr>/gs).map(row =>
        all(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gs).map(textOf),
      )
      return [id, rows]
    }),
  )

/** What a reader takes a cell for: pounds become pence again. */
const readAs = (text: string, unit: string | null) => {
  if (text === '–') return null
  if (unit === null || text === 'c') return text
  const number = Number(text.replaceAll(',', ''))
  return unit === 'pence-a-week' ? Math.round(number * 100) : number
}

test('the page has the sixteen tables in order, each under its number, title and sentence', () => {
  expect(all(page, /<h2 id="table-[^"]+">(.*?)<\/h2>/g).map(textOf)).toEqual(
    report.tables.map(({number, title}) => `${number}. ${title}`),
  )
  expect(all(page, /<p class="says">(.*?)<\/p>/g).map(textOf)).toEqual(report.tables.map(({says}) => says))
})

test.each([
  ['in a role', 'in-role'],
  ['for publication', 'public'],
] as const)('%s, every number on the page is that of the report', (_, audience) => {
  const same = aReport(audience)
  const shown = tablesIn(reportHtml(same))
  for (const {id, columns, rows} of same.tables.filter(({rows}) => rows.length > 0))
    expect(shown.get(id)?.map(row => row.map((text, c) => readAs(text, columns[c]!.unit)))).toEqual(rows)
})

test('the headline figures say their unit', () => {
  const shown = all(page, /<dd>([^<]*)<\/dd>\n<\/div>/g)
  expect(shown).toContain('60 children')
  expect(shown.find(text => text.startsWith('£'))).toMatch(/^£[\d,]+\.\d\d a week$/)
  expect(published).toContain('<strong>c</strong> stands for a number that is not shown')
})

test('nothing runs, nothing is fetched, and no style stands outside the one sheet that the policy allows', () => {
  for (const html of [page, published]) {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|<form|javascript:|@import|url\(/i)
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/i)
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:/)
    const [sheet, ...more] = all(html, /<style>(.*?)<\/style>/gs)
    expect(more).toEqual([])
    const hash = createHash('sha256').update(sheet!).digest('base64')
    expect(CONTENT_SECURITY_POLICY).toContain(`style-src 'sha256-${hash}'`)
  }
})

test('a sheet says that small numbers are shown where they are, and nothing of it where they are hidden', () => {
  expect(page).toContain('<body class="in-role">')
  expect(published).toContain('<body class="public">')
  expect(page).toContain('.in-role{page:in-role}')
  expect(page).toContain(
    '@page in-role{@bottom-left{content:"Not for publication: small numbers are shown"}}',
  )
})

test('heads are turned where a table has more columns than A4 holds side by side', () => {
  const turned = all(page, /<table id="data-([^"]+)" class="many turned">/g)
  const wide = report.tables.filter(({rows, columns}) => rows.length > 0 && columns.length > 12)
  expect(turned).toEqual(wide.map(({id}) => id))
  expect(turned).toEqual(['legal-status', 'supply'])
})

test('the page says whose it is by name', () => {
  expect(page).toContain('<p class="lead">Lewisham, as at 31 March 2025</p>')
  expect(page).toContain('<th scope="row">Greenwich</th>')
})

test('every link leads somewhere on the page, and no id stands twice', () => {
  const ids = all(page, /\sid="([^"]+)"/g)
  expect(new Set(ids).size).toBe(ids.length)
  const targets = all(page, /href="([^"]+)"/g)
  expect(targets.length).toBeGreaterThan(60)
  for (const target of targets) expect(ids).toContain(target.replace(/^#/, ''))
  for (const [, names = ''] of page.matchAll(/aria-labelledby="([^"]+)"/g))
    for (const name of names.split(' ')) expect(ids).toContain(name)
})

test('each figure leads to its definition, from its column or from its row', () => {
  for (const {id, rows, columns, rowIndicators} of report.tables.filter(({rows}) => rows.length > 0)) {
    const table = new RegExp(`<table id="data-${id}".*?</table>`, 's').exec(page)![0]
    for (const {indicator} of columns)
      if (indicator !== null) expect(table).toContain(`href="#definition-${indicator}"`)
    for (const indicator of rowIndicators)
      if (indicator !== null) expect(table).toContain(`href="#definition-${indicator}"`)
    const linked = columns.slice(1).every(({indicator, unit}) => indicator !== null || unit === 'percent')
    expect(linked || rowIndicators.length === rows.length).toBe(true)
  }
  for (const {id} of report.definitions) expect(page).toContain(`id="definition-${id}"`)
})

test('a reader of any kind finds the way: language, one title, headings in order, tables with captions and scopes', () => {
  expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
  expect(page).toContain('<a class="skip" href="#content">')
  expect(all(page, /<h1>(.*?)<\/h1>/g)).toEqual(['Sufficiency of homes for children'])
  const levels = all(page, /<h(\d)/g).map(Number)
  for (const [i, level] of levels.entries()) if (i > 0) expect(level - levels[i - 1]!).toBeLessThanOrEqual(1)
  for (const table of page.match(/<table .*?<\/table>/gs) ?? []) {
    expect(table).toMatch(/<caption id="[^"]+"><span>Table \d+: /)
    expect(table.match(/<th(?! scope="(col|row)")[ >]/g)).toBeNull()
  }
  const regions = page.match(/<div class="wide"[^>]*>/g) ?? []
  expect(regions.length).toBeGreaterThan(20)
  for (const region of regions) expect(region).toMatch(/role="region" aria-labelledby="[^"]+" tabindex="0"/)
})

test('each chart has a title, says in words what it shows, and bears the numbers of its table', () => {
  const charts = page.match(/<svg .*?<\/svg>/gs) ?? []
  expect(charts).toHaveLength(11)
  for (const chart of charts) {
    expect(chart).toMatch(/role="img" aria-labelledby="(chart-[a-z-]+)-title \1-desc"/)
    expect(chart).toMatch(/<title id="[^"]+">[^<]+<\/title>\n<desc id="[^"]+">[^<]+\.<\/desc>/)
  }
  const ages = charts.find(chart => chart.includes('chart-people-title'))!
  for (const [name, ...cells] of tableOf(report, 'people').rows.slice(0, -1)) {
    expect(ages).toContain(`${name}: ${cells.at(-1)}`)
    expect(ages).toContain(`>${cells.at(-1)}</text>`)
  }
})

test('nothing is drawn of a table of noughts', () => {
  const nobody = reportHtml(aReport('in-role', factsOf({histories: []})))
  expect(nobody).toContain('<table id="data-people"')
  expect(nobody).not.toContain('chart-people')
})

test('bars are as long as their numbers, from nought, and what is hidden has no bar', () => {
  const facts = factsOf({
    histories: [
      ...children(40, {legalStatus: 'C2'}),
      ...children(20, {legalStatus: 'V2'}),
      ...children(10, {legalStatus: 'C1'}),
      ...children(2, {legalStatus: 'E1'}),
      ...children(4, {legalStatus: 'L2'}),
    ],
  })
  const bars = (audience: 'in-role' | 'public') => {
    const html = reportHtml(aReport(audience, facts))
    const chart = /<svg [^>]*chart-legal-status-title.*?<\/svg>/s.exec(html)![0]
    return all(chart, /<rect [^>]*width="([^"]+)"/g).map(Number)
  }
  const [c1, c2, e1, l2, v2] = bars('in-role') as [number, number, number, number, number]
  expect([c1 / c2, v2 / c2, e1 / c2, l2 / c2].map(ratio => ratio.toFixed(2))).toEqual([
    '0.25',
    '0.50',
    '0.05',
    '0.10',
  ])
  expect(bars('public')).toEqual([c1, c2, v2])
})

test('hostile text is text', () => {
  const hostile = `"><script>alert(1)</script><b style='x'>&amp;`
  const facts = someFacts({
    authorityId: hostile as Report['authorityId'] as never,
    population: {count: 60_000, source: hostile, on: '2024-06-30'},
  })
  const html = reportHtml(aReport('in-role', facts))
  expect(html).not.toContain('<script')
  expect(html).not.toContain('<b ')
  expect(textOf(html).split(hostile).length).toBeGreaterThan(2)
})
