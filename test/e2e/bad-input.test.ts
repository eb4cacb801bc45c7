import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {aChild, aHousehold, ask, given, hearth, uniqueReference} from './service.ts'

async function refusedChild(body: unknown, headers: Record<string, string> = {}) {
  return ask('POST', '/v1/children', {body, headers})
}

const pointers = (answer: {json: {errors: {pointer: string}[]}}) =>
  answer.json.errors.map(({pointer}) => pointer).sort()

describe('bad input', () => {
  it('is answered with every fault at once, and nothing is written', async () => {
    const reference = uniqueReference()
    const answer = await refusedChild({
      ...aChild({reference}),
      dob: '2019-02-30',
      ethnicity: 'XXXX',
      nickname: 'unknown field',
      home: {postcode: 'ZZ99 9ZZ'},
      needs: [{need: 'trauma', level: 'very'}],
    })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(pointers(answer)).toEqual(['/dob', '/ethnicity', '/home/postcode', '/needs/0/level', '/nickname'])
    await given(201, 'POST', '/v1/children', {body: aChild({reference})})
  })

  it('may be terms that contradict themselves', async () => {
    const terms = {places: 0, ages: {from: 12, to: 4}, sexes: [], kinds: ['short-term']}
    const answer = await ask('POST', '/v1/households', {
      body: aHousehold({approval: {from: '2026-05-01', until: '2025-05-01', terms}}),
    })
    expect(answer.status).toBe(422)
    expect(pointers(answer)).toEqual([
      '/approval/terms/ages/to',
      '/approval/terms/places',
      '/approval/terms/sexes',
      '/approval/until',
    ])
  })

  it('may be 5,000 skills', async () => {
    const skills = Array.from({length: 5000}, (_, i) => `skill-${i}`)
    const answer = await ask('POST', '/v1/households', {body: aHousehold({skills})})
    expect(answer.status).toBe(422)
    expect(pointers(answer)).toEqual(['/skills'])
  })

  it('may not be JSON, or not say that it is', async () => {
    const json = {'content-type': 'application/json'}
    expect(await refusedChild('{"reference": ', json)).toMatchObject({status: 400, json: {status: 400}})
    expect(
      (await refusedChild('reference=1', {'content-type': 'application/x-www-form-urlencoded'})).status,
    ).toBe(415)
  })

  it('may be more than the gateway takes', async () => {
    const answer = await refusedChild(`{"reference": "${'x'.repeat(10 * 1024 * 1024)}"}`)
    expect(answer.status).toBe(413)
  })
})

describe('who asks', () => {
  it('needs a token, and one of ours', async () => {
    for (const as of [null, {token: 'not-a-token'}] as const) {
      const answer = await ask('GET', '/v1/children', {as})
      expect([answer.status, answer.json]).toEqual([401, {message: 'Unauthorized'}])
    }
  })

  it('needs the scope, and is told so by a problem document', async () => {
    const answer = await ask('GET', '/v1/children', {as: 'recruitment-officer'})
    expect(answer.status).toBe(403)
    expect(answer.json).toMatchObject({status: 403, type: expect.stringContaining('/problems#')})
  })

  it('finds nothing where there is nothing', async () => {
    const answer = await ask('DELETE', '/v1/children')
    expect([answer.status, answer.json]).toEqual([404, {message: 'Not Found'}])
  })

  it('may read the contract, its page and the problems without a token', async () => {
    for (const path of ['/v1/openapi.json', '/docs', '/problems'])
      expect((await ask('GET', path, {as: null})).status, path).toBe(200)
    expect((await ask('GET', '/v1/openapi.json', {as: null})).json.openapi).toMatch(/^3\.1\./)
  })
})

it('writes nothing about a child into the log of the functions', async () => {
  const marked = aChild({reference: 'CANARY-REFERENCE', needs: [{need: 'canary-need', level: 'essential'}]})
  const {id} = await given(201, 'POST', '/v1/children', {body: marked})
  await given(200, 'GET', `/v1/children/${id}`)
  await refusedChild({...marked, wishes: [{text: 'CANARY WISH', recordedOn: 'never'}]})
  const log = readFileSync(`${hearth.dataDir}/functions.log`, 'utf8')
  expect(log).toContain('POST /v1/children')
  for (const canary of [id, 'CANARY', 'canary-need', 'SE6 4RU']) expect(log, canary).not.toContain(canary)
})
