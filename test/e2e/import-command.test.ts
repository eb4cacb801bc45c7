import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {expect, it, onTestFinished} from 'vitest'
import {analystOf, EPISODES, HEADER, table} from './importing.ts'
import {hearth} from './service.ts'

const {token} = await analystOf('E09000015')
const HEADERS = table(HEADER, 'LCS-1,F,02/06/2014,BAFR,UN3,0,')
const EPISODE = 'LCS-1,04/05/2025,S,C2,N1,U6,PR1,,,,SE6 4RU,SE23 3HN,SC040000'

/** `npm run import` in a process of its own, over a folder of these files. */
async function run(files: Readonly<Record<string, string>>, options: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-import-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const given = {url: hearth.url, token, year: '2026', ...options}
  const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn(process.execPath, ['tools/import.ts', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const code = new Promise(done => child.once('exit', done))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return {code: await code, out, err}
}

it('ends with 0 after a return without a fault, and tells how far it has come on the way', async () => {
  const {code, out, err} = await run({'header.csv': HEADERS, 'episodes.csv': table(EPISODES, EPISODE)})
  expect({code, out}).toMatchObject({code: 0, out: expect.stringMatching(/Loaded for 2026: 0 errors/)})
  expect(out).toMatch(/Episodes +1 +1 +0 +0 +0/)
  expect(err).toMatch(/2 files for the collection year 2026/)
  expect(err).toMatch(/loaded: 2 rows read, 2 loaded, 0 quarantined, 0 seconds left/)
})

it('ends with 1 after a row was quarantined, and prints what was found', async () => {
  const rows = table(EPISODES, EPISODE, EPISODE.replace('LCS-1', 'LCS-9'))
  const {code, out} = await run({'header.csv': HEADERS, 'episodes.csv': rows})
  expect(code).toBe(1)
  expect(out).toMatch(/^E {2}INT03 +Episodes row 2 {2}The child has an episode and no row in Header\.$/m)
  expect(out).toMatch(/1 errors \(those rows are quarantined\)/)
})

it('ends with 1 after a file was refused, and says why', async () => {
  const {code, out} = await run({'header.csv': HEADERS, 'letter.csv': 'Dear all\n'})
  expect(code).toBe(1)
  expect(out).toMatch(/Refused; nothing was loaded:\n {2}letter\.csv is not a table/)
})

it.each([
  ['a folder without a table', {'notes.txt': 'x'}, {}, /There is no CSV or zip in/],
  ['an empty file', {'header.csv': ''}, {}, /There is nothing in header\.csv/],
  ['a year that is none', {'header.csv': HEADERS}, {year: 'last'}, /--year needs a year/],
  ['a token that is not accepted', {'header.csv': HEADERS}, {token: 'x'}, /The token is not accepted/],
  [
    'a service that does not answer',
    {'header.csv': HEADERS},
    {url: 'http://127.0.0.1:1'},
    /Nobody answers at/,
  ],
  ['an option that there is not', {'header.csv': HEADERS}, {colour: 'red'}, /colour/],
] as const)('ends with 1 and a sentence for %s', async (_, files, options, words) => {
  const {code, err} = await run(files, options)
  expect({code, err}).toMatchObject({code: 1, err: expect.stringMatching(words)})
  expect(err).not.toMatch(/ {4}at /)
})
