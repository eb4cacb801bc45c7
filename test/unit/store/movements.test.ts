import {expect, it} from 'vitest'
import type {AuthorityId} from '../../../domain/ids.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {haveMoved, noteCounted, noteMoved} from '../../../functions/store/movements.ts'

const [LEWISHAM, SOUTHWARK] = ['E09000023', 'E09000028'] as AuthorityId[] as [AuthorityId, AuthorityId]
const at = (second: number) => `2026-11-23T09:30:${String(second).padStart(2, '0')}.000Z`

it('figures have moved from an event on until they are counted after it', async () => {
  const table = memoryTable()
  expect(await haveMoved(table, LEWISHAM)).toBe(false)
  await noteMoved(table, LEWISHAM, at(1))
  expect(await haveMoved(table, LEWISHAM)).toBe(true)
  await noteCounted(table, LEWISHAM, at(2))
  expect(await haveMoved(table, LEWISHAM)).toBe(false)
  await noteMoved(table, LEWISHAM, at(3))
  expect(await haveMoved(table, LEWISHAM)).toBe(true)
})

it('what happens while the figures are being counted moves them again', async () => {
  const table = memoryTable()
  await noteMoved(table, LEWISHAM, at(5))
  await noteCounted(table, LEWISHAM, at(5))
  expect(await haveMoved(table, LEWISHAM)).toBe(true)
})

it('what moves one authority moves no other', async () => {
  const table = memoryTable()
  await noteMoved(table, LEWISHAM, at(1))
  expect(await haveMoved(table, SOUTHWARK)).toBe(false)
})
