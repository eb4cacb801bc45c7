import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {defaultProvider} from '../../functions/runtime/environment-credentials.ts'

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'of the role')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a secret')
  vi.stubEnv('AWS_SESSION_TOKEN', 'a session')
})

afterEach(() => void vi.unstubAllEnvs())

test("a function signs with its role's credentials, which Lambda puts into its environment", async () => {
  expect(await defaultProvider()()).toEqual({
    accessKeyId: 'of the role',
    secretAccessKey: 'a secret',
    sessionToken: 'a session',
  })
})

test('a function without credentials says so, and names the one that is missing', async () => {
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', '')
  await expect(defaultProvider()()).rejects.toThrow('AWS_SECRET_ACCESS_KEY is not in the environment')
})
