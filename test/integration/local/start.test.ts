import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {chmodSync, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {ROLES} from '../../../functions/runtime/roles.ts'
import {readAbout, writeAbout} from '../../../local/data-dir.ts'
import {lock} from '../../../local/lock.ts'
import {type Hearth, type HearthOptions, startHearth} from '../../../local/runtime.ts'
import {stubAssembly} from './stub-app.ts'

const ROOT = join(import.meta.dirname, '../../..')
const emptyDir = () => mkdtempSync(join(tmpdir(), 'hearth-start-'))

interface Ended {
  readonly code: number | null
  readonly said: string
  readonly printed: string
}

async function ended(process: ChildProcess): Promise<Ended> {
  let said = ''
  let printed = ''
  process.stdout?.on('data', chunk => {
    printed += chunk
  })
  process.stderr?.on('data', chunk => {
    said += chunk
  })
  const [code] = await once(process, 'close')
  return {code, said, printed}
}

/** `npm start -- …args` with another PATH, if one is given. */
const command = (args: readonly string[], path = process.env['PATH']): Promise<Ended> =>
  ended(spawn(process.execPath, ['local/start.ts', ...args], {cwd: ROOT, env: {...process.env, PATH: path}}))

/** A directory whose only program is a `java` that does this. */
function javaThat(script: string): string {
  const directory = emptyDir()
  writeFileSync(join(directory, 'java'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(directory, 'java'), 0o755)
  return directory
}

describe('the command refuses to start, with a reason and a way on', () => {
  const refused = async (args: readonly string[], message: string | RegExp, path?: string) => {
    const {code, said, printed} = await command(['--data', emptyDir(), '--port', '0', ...args], path)
    expect(said).toMatch(message)
    expect([code, printed]).toEqual([1, ''])
  }

  test('for an option that it does not know', () =>
    refused(['--fast'], /Unknown option '--fast'[\s\S]*--fresh/))
  test('for a port that is none', () =>
    refused(['--port', 'http'], '--port needs a number from 0 to 65535, not http'))
  test('for an authority that is none', () =>
    refused(['--authority', 'Lewisham'], '--authority needs an ONS code such as E09000023'))

  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const {port} = other.address() as {port: number}
    await refused(
      ['--port', String(port)],
      `Port ${port} is taken. Stop what listens there, or choose another with --port`,
    )
    other.close()
  })

  test('when Java is missing', () =>
    refused([], /Java was not found[\s\S]*needs Java 17 or newer: install it/, emptyDir()))

  test('when Java is too old', () =>
    refused(
      [],
      /Java on the PATH is too old[\s\S]*needs Java 17/,
      javaThat('echo java.lang.UnsupportedClassVersionError >&2; exit 1'),
    ))

  test('when another Hearth uses the data', async () => {
    const data = emptyDir()
    const release = await lock(data)
    await refused(['--data', data], /Another Hearth is running on the data[\s\S]*--data DIR/)
    await release()
  })

  test('when the directory holds something else, which --fresh must never delete', async () => {
    const data = emptyDir()
    writeFileSync(join(data, 'thesis.txt'), 'years of work')
    await refused(['--data', data, '--fresh'], /holds files that are not Hearth's/)
  })

  test('when the data are of another authority', async () => {
    const data = emptyDir()
    writeAbout(data, {authorityId: 'E09000028', sample: 'none'})
    await refused(['--data', data], /is of E09000028, not of E09000023. Begin anew with --fresh/)
  })
})

test('--help shows the options and starts nothing', async () => {
  const {code, printed} = await command(['--help'])
  expect(code).toBe(0)
  expect(printed).toContain('--authority ID')
})

test('--json prints one line once ready: where, for whom, tokens and referrals; SIGTERM to npm stops everything', async () => {
  const args = ['--json', '--port', '0', '--data', emptyDir(), '--empty', '--authority', 'E09000028']
  const command = spawn('npm', ['--silent', 'start', '--', ...args], {cwd: ROOT})
  const ending = ended(command)
  const [line] = await once(command.stdout, 'data')
  const {url, tokens, authorityId, referrals} = JSON.parse(String(line))
  expect([authorityId, referrals]).toEqual(['E09000028', []])
  expect(Object.keys(tokens).toSorted()).toEqual(Object.keys(ROLES).toSorted())
  const households = await fetch(`${url}/v1/households`, {
    headers: {authorization: `Bearer ${tokens['placements-officer']}`},
  })
  expect([households.status, await households.json()]).toEqual([200, {items: [], next: null}])
  command.kill('SIGTERM')
  const {printed} = await ending
  expect(printed).toEqual(String(line))
  await expect
    .poll(
      () =>
        fetch(url).then(
          () => 'answers',
          () => 'gone',
        ),
      {timeout: 10_000},
    )
    .toBe('gone')
})

describe('the store', () => {
  let hearth: Hearth | null = null
  afterEach(async () => {
    await hearth?.stop()
    hearth = null
  })
  const options = (more: Partial<HearthOptions>): HearthOptions => ({
    dataDir: emptyDir(),
    port: 0,
    authorityId: 'E09000023',
    assembly: stubAssembly(),
    inMemory: true,
    ...more,
  })

  test('whose sample was broken off half-way is written anew, and told so', async () => {
    const told: string[] = []
    const given = options({progress: line => told.push(line)})
    const broken = startHearth({...given, seed: () => Promise.reject(new Error('the power failed'))})
    await expect(broken).rejects.toThrow('the power failed')
    expect(readAbout(given.dataDir)?.sample).toBe('being written')
    let seeded = 0
    hearth = await startHearth({...given, seed: async () => void seeded++})
    expect(told.join('\n')).toContain('the last start was broken off: writing the sample anew')
    expect([seeded, readAbout(given.dataDir)?.sample]).toEqual([1, 'written'])
  })

  test('that stands is not seeded again', async () => {
    const given = options({})
    mkdirSync(given.dataDir, {recursive: true})
    writeAbout(given.dataDir, {authorityId: 'E09000023', sample: 'written'})
    hearth = await startHearth({...given, seed: () => Promise.reject(new Error('must not be seeded'))})
    expect(hearth.authorityId).toBe('E09000023')
  })

  test('is not opened for a template that the runtime cannot run faithfully, which is named', async () => {
    const assembly = stubAssembly({Photos: {Type: 'AWS::EFS::FileSystem'}})
    await expect(startHearth(options({assembly}))).rejects.toThrow(
      'Stub/Photos is a AWS::EFS::FileSystem, which the local runtime does not implement.',
    )
  })

  test('is not opened for a route whose function nobody permits to be called', async () => {
    const assembly = stubAssembly({
      EchoOnePermission: {Type: 'AWS::CDK::Metadata'},
      EchoRoutePermission: {Type: 'AWS::CDK::Metadata'},
    })
    await expect(startHearth(options({assembly}))).rejects.toThrow(
      /apigateway.amazonaws.com has no permission to call .*Echo/,
    )
  })
})

test('a runtime that is killed leaves no database behind', async () => {
  const script = `import {startDatabase} from './local/database.ts'; console.log((await startDatabase(null)).endpoint)`
  const owner = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {cwd: ROOT})
  const [endpoint] = await once(owner.stdout, 'data')
  const answers = () =>
    fetch(String(endpoint).trim()).then(
      () => true,
      () => false,
    )
  expect(await answers()).toBe(true)
  owner.kill('SIGKILL')
  await expect.poll(answers, {timeout: 10_000}).toBe(false)
})
