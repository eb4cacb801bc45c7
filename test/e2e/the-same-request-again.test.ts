import {randomUUID} from 'node:crypto'
import {expect, it} from 'vitest'
import {aChild, ask, given} from './service.ts'

it('gives 32 callers with one key one child and one answer', async () => {
  const asked = {body: aChild(), headers: {'idempotency-key': randomUUID()}}
  const answers = await Promise.all(Array.from({length: 32}, () => ask('POST', '/v1/children', asked)))
  expect(answers.map(({status}) => status)).toEqual(answers.map(() => 201))
  expect(new Set(answers.map(({text}) => text)).size).toBe(1)
  const {reference} = asked.body
  const again = await ask('POST', '/v1/children', {body: {...aChild(), reference}})
  expect(again.status).toBe(409)
})

it('refuses the key for another request', async () => {
  const headers = {'idempotency-key': randomUUID()}
  await given(201, 'POST', '/v1/children', {body: aChild(), headers})
  expect((await ask('POST', '/v1/children', {body: aChild(), headers})).status).toBe(422)
})
