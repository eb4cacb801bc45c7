import {expect, it} from 'vitest'
import {inMemoryService} from '../../../contracts/in-memory-service.ts'
import {CHILD, POSTCODES} from './a-borough.ts'

it.each([
  ['half past midnight in summer, while it is still yesterday in UTC', '2026-07-09T23:30:00.000Z', 201],
  ['an hour earlier, when the day has not begun', '2026-07-09T22:30:00.000Z', 422],
])('takes a child born on 10 July at %s, or not', async (_, now, status) => {
  const service = inMemoryService({postcodes: POSTCODES, now: () => now})
  const born = {reference: CHILD.reference, sex: CHILD.sex, dob: '2026-07-10'}
  expect((await service.call('createChild', {body: born})).status).toBe(status)
})
