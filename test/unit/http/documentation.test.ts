import {createHash} from 'node:crypto'
import {Logger} from '@aws-lambda-powertools/logger'
import type {APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context} from 'aws-lambda'
import {expect, it} from 'vitest'
import openApi from '../../../contracts/generated/openapi.json' with {type: 'json'}
import {html, prose} from '../../../functions/http/documentation/html.ts'
import {documentation} from '../../../functions/http/documentation/operations.ts'
import {ROUTES} from '../../../functions/http/routes.ts'
import {PROBLEM_KINDS} from '../../../functions/runtime/problem-kinds.ts'
import {serve} from '../../../functions/runtime/serve.ts'

const handler = serve(documentation, null, new Logger({logLevel: 'SILENT'}))

async function read(path: string) {
  const event = {
    routeKey: `GET ${path}`,
    headers: {},
    requestContext: {requestId: 'r'},
  } as unknown as APIGatewayProxyEventV2
  const {
    statusCode,
    headers = {},
    body = '',
  } = (await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2
  return {status: statusCode, headers, body}
}

const PAGES = ['/docs', '/problems']

it('serves the contract as it was committed', async () => {
  const {status, headers, body} = await read('/v1/openapi.json')
  expect([status, headers['content-type']]).toEqual([200, 'application/json'])
  expect(JSON.parse(body)).toEqual(openApi)
})

it.each(PAGES)('serves %s whole: nothing is fetched, and only its own style is allowed', async path => {
  const {headers, body} = await read(path)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(body).not.toMatch(
    /<script|<link|<img|<iframe|@import|url\(|\sstyle=|\son\w+=|(src|href)="(https?:)?\/\//,
  )
  const style = /<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
})

it.each(PAGES)('gives every link of %s a place to go, and no two places one name', async path => {
  const {body} = await read(path)
  const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(match => match[1])
  expect(new Set(ids).size).toBe(ids.length)
  const links = [...body.matchAll(/href="#([^"]+)"/g)].map(match => match[1])
  expect(links.filter(link => !ids.includes(link))).toEqual([])
})

it.each(PAGES)(
  'lets %s be read by everybody: language, title, one first heading, headings in order, named tables',
  async path => {
    const {body} = await read(path)
    expect(body).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
    expect(body).toMatch(/<title>[^<]+ - Hearth<\/title>/)
    const levels = [...body.matchAll(/<h(\d)/g)].map(match => Number(match[1]))
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    expect(levels.every((level, n) => n === 0 || level <= levels[n - 1]! + 1)).toBe(true)
    expect(body.match(/<table>/g)?.length ?? 0).toBe(body.match(/<caption>/g)?.length ?? 0)
    expect(body).toContain('<a class="skip" href="#content">')
  },
)

it('describes every operation with its path, and every shape with its fields', async () => {
  const {body} = await read('/docs')
  for (const route of ROUTES) {
    expect(body).toContain(`id="${route.id}"`)
    expect(body).toContain(`<code>${route.path}</code>`)
  }
  for (const shape of Object.keys(openApi.components.schemas)) expect(body).toContain(`id="shape-${shape}"`)
  for (const field of [
    'approval.registration.urn',
    'ages.from',
    'options',
    'restrictions[].reviewBy',
    'needs[].level',
  ])
    expect(body).toContain(`<code>${field}</code>`)
})

it('explains every problem at the place that its type names', async () => {
  const {body} = await read('/problems')
  for (const [kind, {title}] of Object.entries(PROBLEM_KINDS))
    expect(body).toContain(`<h2 id="${kind}">${title}</h2>`)
})

it('escapes whatever is put into a page', () => {
  expect(html`<p>${'<b>"it\'s" & more</b>'}</p>${html`<i>${[1, null, false]}</i>`}`.markup).toBe(
    '<p>&lt;b&gt;&quot;it&#39;s&quot; &amp; more&lt;/b&gt;</p><i>1</i>',
  )
  expect(prose('*a* `b` [c](/d) <e>\n\n[f](javascript:g)').markup).toBe(
    '<p><em>a</em> <code>b</code> <a href="/d">c</a> &lt;e&gt;</p>\n<p>[f](javascript:g)</p>',
  )
})
