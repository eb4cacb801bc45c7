import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it, vi} from 'vitest'
import {tokenFor} from '../../local/issuer.ts'
import {given, hearth} from './service.ts'

/** Of nobody else's tests. */
const AUTHORITY = 'E09000024'

/** Of two children one lives with the authority's own carers, the other with an agency's. */
const RETURN = {
  year: 2026,
  files: [
    {
      name: 'header.csv',
      text: `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
E2E-METRIC-1,F,02/06/2014,BAFR,UN3,0,
E2E-METRIC-2,M,11/01/2012,WBRI,UN3,,
`,
    },
    {
      name: 'episodes.csv',
      text: `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
E2E-METRIC-1,04/05/2025,S,C2,N1,U6,PR1,,,,SE6 4RU,SE23 3HN,SC040000
E2E-METRIC-2,12/08/2025,S,C2,N1,U6,PR4,,,,SE6 4RU,SE13 6LH,SC040001
`,
    },
  ],
}

const log = () => readFileSync(join(hearth.dataDir, 'functions.log'), 'utf8')

/** What has been emitted of the authority with a metric of that name, oldest first. */
const emitted = (metric: string): readonly Record<string, unknown>[] =>
  log()
    .split('\n')
    .filter(line => line.startsWith('{"_aws"'))
    .map(line => JSON.parse(line))
    .filter(({authority, [metric]: value}) => authority === AUTHORITY && value !== undefined)

const until = (holds: () => boolean | Promise<boolean>) =>
  vi.waitUntil(holds, {timeout: 60_000, interval: 250})

it('an import leads to the indicators of its authority as metrics', async () => {
  const issuer = {...hearth.issuer, stop: async () => {}}
  const as = async (role: string) => ({as: {token: await tokenFor(issuer, `${role}@${AUTHORITY}`)}})
  const manager = await as('placements-manager')
  const {id, version, createdAt, updatedAt, changedBy, ...settings} = await given(
    200,
    'GET',
    '/v1/policy',
    manager,
  )
  const targets = [{indicator: 'own-provision-foster', atLeast: 60}]
  const sufficiency = {population: null, highCostPenceAWeek: 500_000, targets}
  const body = {...settings, sufficiency, reason: 'Agreed by the board.'}
  await given(200, 'PUT', '/v1/policy', {...manager, headers: {'if-match': `"${version}"`}, body})

  const analyst = await as('analyst')
  const made = await given(201, 'POST', '/v1/imports', {...analyst, body: RETURN})
  await until(async () => (await given(200, 'GET', `/v1/imports/${made.id}`, analyst)).state === 'loaded')
  // As often as it takes for the event to have come; the last that is emitted of an authority is its targets.
  await until(async () => {
    await fetch(`${hearth.adminUrl}/schedules`, {method: 'PUT'})
    return emitted('TargetMissed').length > 0
  })
  expect(emitted('children-looked-after').at(-1)).toMatchObject({
    'children-looked-after': 2,
    'own-provision-foster': 50,
    'all-ifa-foster': 50,
  })
  expect(emitted('TargetsMissed').at(-1)).toMatchObject({TargetsMissed: 1})
  expect(emitted('TargetMissed').at(-1)).toMatchObject({indicator: 'own-provision-foster', TargetMissed: 1})

  expect(log()).not.toContain('E2E-METRIC')
})
