import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Bundle, bundlesIn} from '../../bench/bundles.ts'

const {bundleBytes}: {bundleBytes: Record<string, number>} = JSON.parse(
  readFileSync('bench/budgets.json', 'utf8'),
)
const CEILING = 600_000

let assembly: string
let bundles: readonly Bundle[]

beforeAll(() => {
  assembly = mkdtempSync(join(tmpdir(), 'hearth-synth-'))
  const {PATH, HOME} = process.env
  execFileSync(process.execPath, ['infra/app.ts'], {
    env: {PATH, HOME, CDK_OUTDIR: assembly, NODE_OPTIONS: `--import=${resolve('test/infra/no-network.mjs')}`},
    stdio: 'pipe',
  })
  bundles = bundlesIn(assembly)
}, 120_000)

afterAll(() => rmSync(assembly, {recursive: true, force: true}))

describe('synthesis, with no account and no network', () => {
  test('makes the bundle of every function that has a budget, and of no other', () => {
    expect(bundles.map(({name}) => name).sort()).toEqual(Object.keys(bundleBytes).sort())
  })

  test.each(Object.keys(bundleBytes))('keeps %s within its budget', name => {
    const {path} = bundles.find(bundle => bundle.name === name)!
    expect(statSync(path).size).toBeLessThanOrEqual(bundleBytes[name]!)
  })

  test.each(Object.entries(bundleBytes))('%s has no budget above what any function may weigh', (_, bytes) => {
    expect(bytes).toBeLessThanOrEqual(CEILING)
  })

  test.each(Object.keys(bundleBytes))(
    'gives %s no place to look for credentials but its environment',
    name => {
      const {path} = bundles.find(bundle => bundle.name === name)!
      expect(readFileSync(path, 'utf8')).not.toMatch(
        /credential_process|sso_session|AWS_CONTAINER_CREDENTIALS/,
      )
    },
  )
})
