import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {tokenFor} from '../../local/issuer.ts'
import {fuzz} from '../support/fuzz.ts'
import {hearth} from './service.ts'

/** Of nobody else's tests. */
const AUTHORITY = 'E09000022'

it('answers anything that is thrown at it, by its contract, and writes no record into its log', async () => {
  const issuer = {...hearth.issuer, stop: async () => {}}
  const tokenOf = (role: string) => tokenFor(issuer, `${role}@${AUTHORITY}`)
  const {failures, byStatus, canary} = await fuzz({url: hearth.url, tokenOf, requests: 300, seed: 1})
  expect(failures).toEqual([])
  expect(Object.keys(byStatus)).toEqual(
    expect.arrayContaining(['200', '201', '400', '401', '403', '404', '412', '422']),
  )
  const log = readFileSync(join(hearth.dataDir, 'functions.log'), 'utf8')
  expect(log).toContain(AUTHORITY)
  expect(log).not.toContain(canary)
})
