import {expect, it} from 'vitest'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {readTogether} from '../../../functions/store/read-together.ts'
import {putRecord} from '../../../functions/store/steps.ts'
import type {Key, Table} from '../../../functions/store/table.ts'

const keyOf = (sk: string): Key => ({pk: 'E09000023#things', sk})
const itemAt = (sk: string) => ({...keyOf(sk), type: 'thing', schema: 1, version: 1})

/** A table with things, and a note of every request that reads it. */
async function things(...names: string[]) {
  const requests: string[][] = []
  const table = memoryTable()
  await table.transact(names.map(name => putRecord(itemAt(name), 'child')))
  const noting: Table = {
    ...table,
    get: key => {
      requests.push([key.sk])
      return table.get(key)
    },
    getMany: keys => {
      requests.push(keys.map(({sk}) => sk))
      return table.getMany(keys)
    },
  }
  return {table: readTogether(noting), requests}
}

it('what is asked for at once is read in one request, and each is given its own', async () => {
  const {table, requests} = await things('a', 'b', 'c')
  const [a, none, [b, c]] = await Promise.all([
    table.get(keyOf('a')),
    table.get(keyOf('none')),
    table.getMany([keyOf('b'), keyOf('c'), keyOf('b')]),
  ])
  expect([a, b, c].map(item => item?.sk)).toEqual(['a', 'b', 'c'])
  expect(none).toBeNull()
  expect(requests).toEqual([['a', 'none', 'b', 'c']])
})

it('what is asked for afterwards is read afterwards, alone where it is alone', async () => {
  const {table, requests} = await things('a', 'b')
  await table.get(keyOf('a'))
  await table.get(keyOf('b'))
  expect(await table.getMany([])).toEqual([])
  expect(requests).toEqual([['a'], ['b']])
})

it('a fault is told to everyone who asked', async () => {
  const {table} = await things()
  const broken = readTogether({...table, getMany: () => Promise.reject(new Error('The table is gone.'))})
  const all = await Promise.allSettled([broken.get(keyOf('a')), broken.get(keyOf('b'))])
  expect(all.map(({status}) => status)).toEqual(['rejected', 'rejected'])
})
