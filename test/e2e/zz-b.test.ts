import {expect, inject, test} from 'vitest'
test('probe one', async () => {
  const {url} = inject('hearth')
  expect((await fetch(`${url}/v1/children`)).status).toBe(401)
})
test('probe two', () => {})
