import {expect, it} from 'vitest'
import {importLarge} from '../support/large-import.ts'
import {analystOf} from './importing.ts'
import {hearth} from './service.ts'

it('a return of some megabytes is read row by row, and the service answers all the while', async () => {
  const {token} = await analystOf('E09000016')
  const {bytes, state, rows} = await importLarge({url: hearth.url, token, megabytes: 4})
  expect(bytes).toBeGreaterThan(4_000_000)
  expect(state).toBe('loaded')
  expect(rows.read).toBeGreaterThan(50_000)
  expect(rows.loaded + rows.quarantined).toBe(rows.read)
})
