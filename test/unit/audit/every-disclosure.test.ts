import {expect, it} from 'vitest'
import {inMemoryService} from '../../../contracts/in-memory-service.ts'
import {tell} from '../../../contracts/story.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import {ROUTES} from '../../../functions/http/routes.ts'
import {type Entry, entryIn, type RecordName} from '../../../functions/store/audit-entry.ts'
import {verifyAuthority} from '../../../functions/store/audit-verify.ts'
import {auditKeys} from '../../../functions/store/keys.ts'

const authorityId = 'E09000023' as AuthorityId
const POSTCODES = {
  'SE6 4RU': {easting: 537600, northing: 173900},
  'SE13 6LH': {easting: 538200, northing: 174900},
  'SE23 3HN': {easting: 535400, northing: 172900},
}
/** What the policy says is about nobody, and neither are a campaign and a figure: only its rows are. */
const ABOUT_NOBODY = [
  'getPolicy',
  'changePolicy',
  'getSufficiency',
  'getTrend',
  'getBreakdown',
  'getReport',
  'getFunnel',
  'getFairness',
  'createCampaign',
  'listCampaigns',
  'getCampaign',
  'changeCampaign',
]
/** What makes a record of a child, a household or an application. */
const MAKING: Readonly<Record<string, RecordName>> = {
  createChild: 'child/',
  createHousehold: 'household/',
  openApplication: 'application/',
}

/** Lives through the whole contract, and pairs each answer with the entries that it left. */
async function livedThrough() {
  const service = inMemoryService({postcodes: POSTCODES})
  const {audit} = service.surroundings
  const told: {route: string; text: string; entries: readonly Entry[]}[] = []
  let seen = 0
  await tell({
    ...service,
    call: async (route, call) => {
      const reply = await service.call(route, call)
      const {ends} = await verifyAuthority(audit, authorityId)
      const end = ends.at(-1) ?? {chain: '', number: 0}
      const keys = Array.from({length: end.number - seen}, (_, n) =>
        auditKeys.entry.make({authorityId, auditChain: end.chain, link: seen + n + 1}),
      )
      seen = end.number
      told.push({route, text: reply.text, entries: (await audit.getMany(keys)).map(entryIn)})
      return reply
    },
  })
  return told.filter(({route, text}) => !ABOUT_NOBODY.includes(route) && !text.includes('/problems#'))
}
const told = await livedThrough()
const recorded = told.flatMap(({route, text}) =>
  MAKING[route] ? [`${MAKING[route]}${JSON.parse(text).id}` as RecordName] : [],
)

it('lives through every operation that needs a token', () => {
  const needed = ROUTES.filter(({access}) => access !== 'public').map(({id}) => id)
  expect(new Set([...told.map(({route}) => route), ...ABOUT_NOBODY])).toEqual(new Set(needed))
})

it.each(told)(
  'one entry tells of $route, and names every child, household and application that the answer names',
  ({route, text, entries}) => {
    expect(entries).toMatchObject([{what: route, outcome: 'done'}])
    const given = recorded.filter(name => text.includes(name.split('/')[1]!))
    expect(route === 'listAudit' ? [] : given.filter(name => !entries[0]!.records.includes(name))).toEqual([])
  },
)
