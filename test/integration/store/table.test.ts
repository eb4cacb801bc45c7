import {beforeAll, describe, expect, test} from 'vitest'
import {BadCursor} from '../../../functions/store/cursor.ts'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import type {Item, Table, Write} from '../../../functions/store/table.ts'
import {localClient, makeTable} from './tables.ts'

const item = (pk: string, sk: string, more: Partial<Item> = {}): Item => ({
  pk,
  sk,
  type: 'test',
  schema: 1,
  version: 1,
  ...more,
})
const put = (what: Item, expect: Write<string>['expect'] = 'absent', refusal = 'refused'): Write<string> => ({
  key: {pk: what.pk, sk: what.sk},
  expect,
  put: what,
  refuse: found => (found ? `${refusal}: found version ${found.version}` : `${refusal}: found nothing`),
})
const padded = (n: number) => String(n).padStart(3, '0')
const sks = (items: readonly Item[]) => items.map(found => found.sk)

const tables: readonly [string, () => Promise<Table>][] = [
  ['the table in memory', async () => memoryTable()],
  [
    'the table on DynamoDB',
    async () => {
      const client = localClient()
      return dynamodbTable(client, await makeTable(client))
    },
  ],
]

describe.each(tables)('%s', (_, make) => {
  let table: Table
  const fill = async (items: readonly Item[]) => {
    for (let from = 0; from < items.length; from += 100) {
      expect(await table.transact(items.slice(from, from + 100).map(each => put(each)))).toEqual({
        ok: true,
        value: undefined,
      })
    }
  }
  beforeAll(async () => {
    table = await make()
  })

  test('gives back what was put, and nothing for a key that was never written', async () => {
    const full = item('A#full', 'x', {
      value: 'é 👩‍👧',
      relatedTo: 'A#r',
      relatedAt: '1',
      bytes: new Uint8Array([0, 255]),
      list: [{a: null}],
    })
    await fill([full])
    expect(await table.get({pk: 'A#full', sk: 'x'})).toEqual(full)
    expect(await table.get({pk: 'A#full', sk: 'y'})).toBeNull()
    expect(await table.get({pk: 'B#full', sk: 'x'})).toBeNull()
  })

  test('keeps and gives copies, so that nobody changes a stored item by changing theirs', async () => {
    const mine = {...item('A#copy', 'x'), list: ['as written'], absent: undefined}
    await fill([mine])
    mine.list.push('afterwards')
    const read = await table.get({pk: 'A#copy', sk: 'x'})
    expect(read).toEqual({...item('A#copy', 'x'), list: ['as written']})
    const list = read!['list'] as string[]
    list.push('by a reader')
    expect((await table.get({pk: 'A#copy', sk: 'x'}))?.['list']).toEqual(['as written'])
  })

  test('gets 250 items at once and leaves out the keys that are absent or asked for twice', async () => {
    const items = Array.from({length: 250}, (_, n) => item('A#many', padded(n)))
    await fill(items)
    const found = await table.getMany([...items, {pk: 'A#many', sk: 'none'}, items[0]!])
    expect(sks(found).toSorted()).toEqual(sks(items))
    expect(await table.getMany([])).toEqual([])
  })

  test('queries one partition in the order of its sort keys, up or down, whole or by prefix', async () => {
    await fill(['b', 'a#2', 'a#1', 'c', 'é', 'Z'].map(sk => item('A#order', sk)))
    await fill([item('A#order-not', 'a')])
    expect(sks(await table.queryAll({pk: 'A#order'}))).toEqual(['Z', 'a#1', 'a#2', 'b', 'c', 'é'])
    expect(sks(await table.queryAll({pk: 'A#order', descending: true}))).toEqual([
      'é',
      'c',
      'b',
      'a#2',
      'a#1',
      'Z',
    ])
    expect(sks(await table.queryAll({pk: 'A#order', skPrefix: 'a#'}))).toEqual(['a#1', 'a#2'])
    expect(await table.queryAll({pk: 'A#nothing'})).toEqual([])
  })

  test('gives every item once over pages of any size, and the last page knows that it is the last', async () => {
    await fill(Array.from({length: 12}, (_, n) => item('A#pages', padded(n))))
    for (const descending of [false, true]) {
      for (const limit of [1, 5, 6, 12, 13]) {
        const seen: string[] = []
        let cursor: string | null = null
        let pages = 0
        do {
          const page = await table.query({pk: 'A#pages', descending}, {limit, cursor})
          seen.push(...sks(page.items))
          cursor = page.next
          pages++
        } while (cursor !== null)
        expect(seen).toEqual(sks(await table.queryAll({pk: 'A#pages', descending})))
        expect(pages).toBe(Math.ceil(12 / limit))
      }
    }
  })

  test('a page holds as many as were asked for even when the items are large', async () => {
    await fill(Array.from({length: 6}, (_, n) => item('A#large', padded(n), {value: 'x'.repeat(300_000)})))
    const page = await table.query({pk: 'A#large'}, {limit: 5, cursor: null})
    expect(sks(page.items)).toEqual(['000', '001', '002', '003', '004'])
    expect(sks(await table.queryAll({pk: 'A#large'}))).toHaveLength(6)
  })

  test('the next page goes on where the last ended although its last item has gone meanwhile', async () => {
    await fill(['1', '2', '3'].map(sk => item('A#gone', sk)))
    const first = await table.query({pk: 'A#gone'}, {limit: 2, cursor: null})
    await table.transact([
      {key: {pk: 'A#gone', sk: '2'}, expect: 'present', remove: true, refuse: () => 'refused'},
    ])
    expect(sks((await table.query({pk: 'A#gone'}, {limit: 2, cursor: first.next})).items)).toEqual(['3'])
  })

  test('a cursor that was changed, or was made by another query, is refused', async () => {
    await fill(
      Array.from({length: 4}, (_, n) =>
        item('A#cursor', padded(n), {relatedTo: 'A#cursor', relatedAt: padded(n)}),
      ),
    )
    const query = {pk: 'A#cursor'}
    const next = (await table.query(query, {limit: 2, cursor: null})).next!
    const relatedNext = (await table.related('A#cursor', {limit: 2, cursor: null})).next!
    const forged = Buffer.from(JSON.stringify(['made up', '002'])).toString('base64url')
    for (const cursor of ['', 'rubbish', `${next}A`, next.slice(0, -1), `${next} `, forged, relatedNext]) {
      await expect(table.query(query, {limit: 2, cursor})).rejects.toThrow(BadCursor)
    }
    for (const other of [
      {pk: 'A#other'},
      {pk: 'A#cursor', skPrefix: '0'},
      {pk: 'A#cursor', descending: true},
    ]) {
      await expect(table.query(other, {limit: 2, cursor: next})).rejects.toThrow(BadCursor)
    }
    await expect(table.related('A#cursor', {limit: 2, cursor: next})).rejects.toThrow(BadCursor)
    await expect(table.related('A#another', {limit: 2, cursor: relatedNext})).rejects.toThrow(BadCursor)
  })

  test('lists what is related in its order there, in pages, and forgets what is no longer related', async () => {
    const related = (sk: string, at: string) => item('A#rel', sk, {relatedTo: 'A#group', relatedAt: at})
    await fill([related('x', '3'), related('y', '1'), related('z', '2'), item('A#rel', 'w')])
    expect(sks(await table.relatedAll('A#group'))).toEqual(['y', 'z', 'x'])
    const first = await table.related('A#group', {limit: 2, cursor: null})
    expect(sks(first.items)).toEqual(['y', 'z'])
    expect(sks((await table.related('A#group', {limit: 2, cursor: first.next})).items)).toEqual(['x'])
    await table.transact([put(item('A#rel', 'z', {version: 2}), {version: 1})])
    expect(sks(await table.relatedAll('A#group'))).toEqual(['y', 'x'])
  })

  test('puts where nothing is, and refuses with what was found where something is', async () => {
    const first = item('A#absent', 'x')
    expect(await table.transact([put(first)])).toEqual({ok: true, value: undefined})
    expect(await table.transact([put({...first, version: 9})])).toEqual({
      ok: false,
      error: 'refused: found version 1',
    })
    expect(await table.get(first)).toEqual(first)
  })

  test('replaces the version that was read, and tells a stale version from a missing item', async () => {
    await fill([item('A#version', 'x')])
    const second = put(item('A#version', 'x', {version: 2}), {version: 1})
    expect(await table.transact([second])).toEqual({ok: true, value: undefined})
    expect(await table.transact([second])).toEqual({ok: false, error: 'refused: found version 2'})
    expect(await table.transact([put(item('A#version', 'none', {version: 2}), {version: 1})])).toEqual({
      ok: false,
      error: 'refused: found nothing',
    })
  })

  test('a check alone changes nothing and can refuse the whole', async () => {
    await fill([item('A#check', 'x')])
    const check = (sk: string, expectation: Write<string>['expect']): Write<string> => ({
      key: {pk: 'A#check', sk},
      expect: expectation,
      refuse: found => `${sk}: ${found?.version ?? 'nothing'}`,
    })
    expect(
      (await table.transact([check('x', 'present'), check('y', 'absent'), put(item('A#check', 'z'))])).ok,
    ).toBe(true)
    expect(await table.transact([put(item('A#check', 'no')), check('y', 'present')])).toEqual({
      ok: false,
      error: 'y: nothing',
    })
    expect(await table.transact([put(item('A#check', 'no')), check('x', 'absent')])).toEqual({
      ok: false,
      error: 'x: 1',
    })
    expect(sks(await table.queryAll({pk: 'A#check'}))).toEqual(['x', 'z'])
  })

  test('takes an item away only when it is as expected', async () => {
    await fill([item('A#away', 'x')])
    const away = (expectation: Write<string>['expect']): Write<string> => ({
      key: {pk: 'A#away', sk: 'x'},
      expect: expectation,
      remove: true,
      refuse: found => `found ${found?.version ?? 'nothing'}`,
    })
    expect(await table.transact([away({version: 7})])).toEqual({ok: false, error: 'found 1'})
    expect((await table.transact([away({version: 1})])).ok).toBe(true)
    expect(await table.transact([away('present')])).toEqual({ok: false, error: 'found nothing'})
  })

  test('when several steps fail the first in order gives the refusal, and none is taken', async () => {
    await fill([item('A#several', '1'), item('A#several', '2')])
    const steps = [
      put(item('A#several', 'new')),
      put(item('A#several', '2'), 'absent', 'second'),
      put(item('A#several', '1'), 'absent', 'first'),
    ]
    expect(await table.transact(steps)).toEqual({ok: false, error: 'second: found version 1'})
    expect(await table.transact(steps.toReversed())).toEqual({ok: false, error: 'first: found version 1'})
    expect(sks(await table.queryAll({pk: 'A#several'}))).toEqual(['1', '2'])
  })

  test('takes 100 steps, none at all, and refuses to begin what no table could do', async () => {
    const steps = Array.from({length: 101}, (_, n) => put(item('A#steps', padded(n))))
    expect((await table.transact(steps.slice(0, 100))).ok).toBe(true)
    expect((await table.transact([])).ok).toBe(true)
    await expect(table.transact(steps)).rejects.toThrow(RangeError)
    const twice = put(item('A#steps', 'twice'))
    await expect(table.transact([twice, twice])).rejects.toThrow(RangeError)
    await expect(table.transact([{...twice, key: {pk: 'A#steps', sk: 'another'}}])).rejects.toThrow(
      RangeError,
    )
    expect(await table.queryAll({pk: 'A#steps'})).toHaveLength(100)
  })

  test('of many who change the same version at once, one does', async () => {
    await fill([item('A#race', 'x')])
    const answers = await Promise.all(
      Array.from({length: 16}, (_, n) =>
        table.transact([put(item('A#race', 'x', {version: 2, by: n}), {version: 1})]),
      ),
    )
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(new Set(answers.filter(answer => !answer.ok).map(answer => answer.error))).toEqual(
      new Set(['refused: found version 2']),
    )
  })
})
