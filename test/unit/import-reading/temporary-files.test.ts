import {mkdtemp, readdir, stat, symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {gather} from '../../../functions/imports/reading/gather.ts'
import {LIMITS} from '../../../functions/imports/reading/limits.ts'
import {rowStore} from '../../../functions/imports/reading/row-store.ts'
import {NoRoom} from '../../../functions/imports/reading/temporary-file.ts'
import {emptyFolder, everythingIn, file, HOUSEHOLDS, lines, UASC} from './import-files.ts'

const CHILDREN = 600
const rows = Array.from({length: 5 * CHILDREN}, (_, n) => `${n % CHILDREN},${n},é,`)
const files = [
  file('u.csv', lines(UASC, ...rows)),
  file('l.csv', lines(HOUSEHOLDS, ...rows.map(row => `${row}${','.repeat(12)}`))),
]
const tight = {memory: 10_000, piece: 200}

test('What goes through temporary files comes back as from memory', async () => {
  expect(await everythingIn(files, tight)).toEqual(await everythingIn(files))
})

test('Children are handed over a few at a time, however many rows there are', async () => {
  const folder = await emptyFolder()
  const gathered = await gather(files, {folder, limits: tight})
  if (!gathered.ok) throw new Error('refused')
  let children = 0
  let most = 0
  for await (const some of gathered.value.partitions()) {
    children += some.length
    most = Math.max(most, some.length)
  }
  expect(children).toBe(CHILDREN)
  expect(most).toBeLessThan(10)
  await gathered.value.dispose()
})

test('It can be read again until it is disposed of, which may happen twice and leaves nothing', async () => {
  const folder = await emptyFolder()
  const gathered = await gather(files, {folder, limits: tight})
  if (!gathered.ok) throw new Error('refused')
  const twice = [
    await Array.fromAsync(gathered.value.partitions()),
    await Array.fromAsync(gathered.value.partitions()),
  ]
  expect(twice[1]).toEqual(twice[0])
  const [directory] = await readdir(folder)
  const names = await readdir(join(folder, directory!))
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect((await stat(join(folder, directory!, name))).mode & 0o077).toBe(0)
  await gathered.value.dispose()
  await gathered.value.dispose()
  expect(await readdir(folder)).toEqual([])
})

test('Progress tells how many rows are read, up to all of them, even where all bytes come at once', async () => {
  const told: number[] = []
  const content = lines(UASC) + lines(...rows).repeat(50)
  const gathered = await gather([file('u.csv', content, content.length)], {
    folder: await emptyFolder(),
    progress: read => told.push(read),
  })
  if (!gathered.ok) throw new Error('refused')
  await gathered.value.dispose()
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(-1)).toBe(50 * rows.length)
  expect(told.length).toBeGreaterThan(content.length / 100_000)
})

test('When the bytes stop coming nothing is left behind', async () => {
  const folder = await emptyFolder()
  const broken = {
    name: 'broken.csv',
    async *open() {
      yield Buffer.from('CHILD,')
      throw new Error('The connection was reset')
    },
  }
  await expect(gather([files[0]!, broken], {folder, limits: tight})).rejects.toThrow(
    'The connection was reset',
  )
  expect(await readdir(folder)).toEqual([])
})

test('A full disk is said to be one', async () => {
  const directory = await mkdtemp(join(await emptyFolder(), 'full-'))
  // Every write to it fails with ENOSPC.
  for (let list = 0; list < 256; list++) await symlink('/dev/full', join(directory, `children-${list}`))
  const store = rowStore(directory, 'children', {...LIMITS, memory: 1})
  store.add('1\u001fF\u001f1\u001f3')
  await expect(store.settle()).rejects.toThrow(NoRoom)
})
