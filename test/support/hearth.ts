import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'
import {ROLES, type Role} from '../../functions/runtime/roles.ts'
import {asker, openReferrals} from '../../local/first-look.ts'
import {tokenFor} from '../../local/issuer.ts'
import type {Ledger} from '../../local/permissions.ts'
import {type Hearth, startHearth} from '../../local/runtime.ts'
import {sample} from '../../local/seed.ts'

type Tokens = Readonly<Record<Role, string>>

declare module 'vitest' {
  interface ProvidedContext {
    /** The whole service, running over HTTP with a small sample borough. */
    hearth: {
      readonly url: string
      readonly authorityId: string
      readonly tokens: Tokens
      /** An authority that has no records. */
      readonly other: {readonly authorityId: string; readonly tokens: Tokens}
      /** Ids of the sample's open referrals. */
      readonly referrals: readonly string[]
      /** For tokens of other clients: `role@authority`, or `system` with scopes of its own. */
      readonly issuer: {readonly url: string; readonly secret: string}
      /** Outside the API: GET /ledger, /queues, /events and /faults, PUT /faults. */
      readonly adminUrl: string
      /** DynamoDB Local itself. */
      readonly databaseUrl: string
      /** Holds functions.log, every line that the functions have logged. */
      readonly dataDir: string
    }
  }
}

const AUTHORITY = 'E09000023'
const OTHER = 'E09000028'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearth-e2e-'))
  const hearth = await startHearth({
    dataDir,
    port: 0,
    authorityId: AUTHORITY,
    seed: sample(AUTHORITY, {seed: 7, children: 100, enquiries: 0}),
    inMemory: true,
    retryMs: 50,
  })
  const {url, issuer, adminUrl, databaseUrl} = hearth
  const tokens = await hearth.tokens()
  const referrals = await openReferrals(asker(url, tokens['placements-officer']))
  project.provide('hearth', {
    url,
    authorityId: AUTHORITY,
    tokens,
    other: {authorityId: OTHER, tokens: await tokensOf(hearth, OTHER)},
    referrals: referrals.map(({id}) => id),
    issuer: {url: issuer.url, secret: issuer.secret},
    adminUrl,
    databaseUrl,
    dataDir,
  })
  return async () => {
    const ledger = hearth.ledger()
    await hearth.stop()
    rmSync(dataDir, {recursive: true})
    if (await isWholeRun(project)) requireLeastPrivilege(ledger)
  }
}

async function tokensOf({issuer}: Hearth, authorityId: string): Promise<Tokens> {
  const roles = Object.keys(ROLES) as Role[]
  const tokens = await Promise.all(
    roles.map(async role => [role, await tokenFor(issuer, `${role}@${authorityId}`)] as const),
  )
  return Object.fromEntries(tokens) as Tokens
}

/** Only when every test has run, and passed, can a grant that nobody used be called one too many. */
async function isWholeRun(project: TestProject): Promise<boolean> {
  const {testFiles} = await project.globTestFiles()
  const modules = project.vitest.state.getTestModules().filter(module => module.project === project)
  const tests = modules.flatMap(module => [...module.children.allTests()])
  return modules.length === testFiles.length && tests.every(test => test.result().state === 'passed')
}

function requireLeastPrivilege({denied, unused}: Ledger): void {
  const lines = [
    ...denied.map(each => `denied: ${each.function} ${each.action} on ${each.resource}`),
    ...unused.map(each => `granted but never used: ${each.function} ${each.action} on ${each.resource}`),
  ]
  if (lines.length > 0)
    throw new Error(`The functions' permissions do not fit their work.\n${lines.join('\n')}`)
}
