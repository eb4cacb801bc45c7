import {readFileSync} from 'node:fs'
import type {DynamoDBDocumentClient} from '@aws-sdk/lib-dynamodb'
import {beforeAll, expect, test} from 'vitest'
import {
  type Call,
  type InMemoryService,
  inMemoryService,
  type ServedRoute,
} from '../../../contracts/in-memory-service.ts'
import type {PlacementId} from '../../../domain/ids.ts'
import {bulkLoad} from '../../../functions/store/bulk-load.ts'
import {changeCalendar, loadCalendar} from '../../../functions/store/calendars.ts'
import {
  changeChild,
  childItems,
  childrenOfSiblingGroup,
  createChild,
  listChildren,
  loadChild,
  loadChildren,
} from '../../../functions/store/children.ts'
import {dynamodbGazetteer, loadPostcodes, postcodeItem} from '../../../functions/store/gazetteer.ts'
import {
  changeHousehold,
  createHousehold,
  householdItems,
  listHouseholds,
  loadHousehold,
  loadSupply,
} from '../../../functions/store/households.ts'
import {loadAnswer, rememberAnswer} from '../../../functions/store/idempotency.ts'
import {changePolicy, loadPolicy} from '../../../functions/store/policies.ts'
import {
  changeReferral,
  listReferrals,
  loadReferral,
  openReferral,
  openReferrals,
  referralItems,
} from '../../../functions/store/referrals.ts'
import type {Refusal} from '../../../functions/store/refusal.ts'
import {
  listShortlists,
  loadExcluded,
  loadShortlist,
  loadShortlistInputs,
  saveShortlist,
} from '../../../functions/store/shortlists.ts'
import {loadSupplySnapshot, saveSupply} from '../../../functions/store/supply.ts'
import type {Table, Write} from '../../../functions/store/table.ts'
import {loadWhereabouts, whereaboutsItem} from '../../../functions/store/whereabouts.ts'
import {aMatchInput, aReferral, CATFORD, LEWISHAM, siblingGroupId} from '../../support/matching.ts'
import {aPlacement, whereaboutsOf} from '../../support/placements.ts'
import {CHILD, HOUSEHOLD, REFERRAL} from '../../unit/http/a-borough.ts'
import {APPROVAL, ENQUIRY} from '../../unit/http/a-recruitment.ts'
import {ASSESSED} from '../../unit/recruitment/an-application.ts'
import {borough, boroughShortlist, knownChild, referralId, shortlistId, uuid} from './borough.ts'
import {countedTable, type Units} from './counted-table.ts'
import {makeGazetteer} from './tables.ts'

const AT = '2026-11-23T09:30:00.000Z'
const PAGE = {limit: 50, cursor: null}
const homes = borough(320)
const children = Array.from({length: 470}, (_, n) => knownChild(n)).map((child, n) =>
  n < 2 ? child : {...child, siblingGroupId: siblingGroupId(`family-${n}`)},
)
const [first, second] = children as [(typeof children)[0], (typeof children)[0]]

let client: DynamoDBDocumentClient
let table: Table
let taken: Units
let gazetteerName: string

beforeAll(async () => {
  const counted = await countedTable()
  ;({client, table, taken} = counted)
  gazetteerName = await makeGazetteer(client)
  const placement = (n: number) =>
    aPlacement({
      id: uuid(41_000 + n) as PlacementId,
      childId: children[n]!.id,
      householdId: homes[n]!.household.id,
    })
  const referrals = Array.from({length: 25}, (_, n) =>
    aReferral({id: uuid(31_000 + n) as typeof referralId, children: [children[100 + n]!.id]}),
  )
  const items = [
    ...children.flatMap(child => childItems(LEWISHAM, child, AT)),
    ...homes.flatMap(home => householdItems(LEWISHAM, home, AT)),
    ...referrals.flatMap(referral => referralItems(LEWISHAM, referral, AT, 'officer')),
    ...[0, 1].map(n => whereaboutsItem(LEWISHAM, whereaboutsOf(placement(n)), AT)),
  ]
  await counted.load(items)
  await bulkLoad(
    client,
    gazetteerName,
    ['SE6 4RU', 'SE6 4RV', 'SE6 4RW'].map(code => postcodeItem(code, CATFORD)),
  )
})

async function commit(writes: readonly Write<Refusal>[]): Promise<void> {
  expect(await table.transact(writes)).toEqual({ok: true, value: undefined})
}
const present = async <T>(loading: Promise<T | null>): Promise<T> => {
  const loaded = await loading
  if (loaded === null) throw new Error('Nothing was loaded.')
  return loaded
}

/** In the order in which they build on each other. Reading first, so that a step may be timed alone. */
type Step = () => Promise<() => Promise<unknown>>
const reading =
  (read: () => Promise<unknown>): Step =>
  async () =>
    read
const writing =
  (writes: () => Promise<readonly Write<Refusal>[]>): Step =>
  async () => {
    const ready = await writes()
    return () => commit(ready)
  }

const household = homes[0]!.household
const newChild = {...knownChild(900), reference: 'new'}
const referral = aReferral({id: referralId, children: [first.id, second.id]})
const {supply: _, ...inputs} = aMatchInput({referral, children: [first, second], supply: []})
let fingerprint = ''
const keepSupply = async () => {
  fingerprint = (await saveSupply(table, LEWISHAM, homes)).fingerprint
}
const shortlist = () => ({
  id: shortlistId,
  referralId,
  referralVersion: 1,
  at: AT,
  by: 'officer',
  policy: {version: 1, order: 'in-house-first'} as const,
  supply: {fingerprint, households: 320},
  inputs,
  shortlisted: boroughShortlist(homes),
})
const answerOf = (value: unknown) => ({status: 201, headers: {etag: '"1"'}, body: JSON.stringify(value)})

/** Over HTTP, with all that an operation reads and writes: the entry of the audit too. */
let one: InMemoryService | undefined
const service = () => {
  one ??= inMemoryService({table})
  return one
}
const asking =
  (route: ServedRoute, call: () => Promise<Call>): Step =>
  async () => {
    const [on, ready] = [service(), await call()]
    return async () => {
      const {status, json, text} = await on.call(route, ready)
      if (status >= 300) throw new Error(`${route} answered ${status}: ${text}`)
      last.set(route, json as Answered)
    }
  }
interface Answered {
  readonly id: string
  readonly placements: readonly {readonly id: string}[]
}
const last = new Map<ServedRoute, Answered>()
const made = async (route: ServedRoute, body: object): Promise<string> =>
  ((await service().call(route, {body})).json as Answered).id
let holder: {readonly householdId: string; readonly params: {readonly referralId: string}}
const aHolder = async () => {
  const householdId = await made('createHousehold', {...HOUSEHOLD, reference: 'cost'})
  const child = await made('createChild', {...CHILD, reference: 'cost', home: {easting: 1, northing: 1}})
  const referralId = await made('openReferral', {...REFERRAL, children: [child]})
  holder = {householdId, params: {referralId}}
  return holder
}
const startOn = '2026-12-01'
const ofApplication = () => ({params: {applicationId: last.get('openApplication')!.id}})

const STEPS: Readonly<Record<string, Step>> = {
  loadChild: reading(() => present(loadChild(table, LEWISHAM, first.id))),
  'loadChildren (2)': reading(() => loadChildren(table, LEWISHAM, [first.id, second.id])),
  'listChildren (50)': reading(() => listChildren(table, LEWISHAM, PAGE)),
  'childrenOfSiblingGroup (2)': reading(() => childrenOfSiblingGroup(table, LEWISHAM, first.siblingGroupId!)),
  'loadWhereabouts (2)': reading(() => loadWhereabouts(table, LEWISHAM, [first.id, second.id])),
  createChild: writing(async () => createChild(LEWISHAM, newChild, AT)),
  changeChild: writing(async () =>
    changeChild(
      LEWISHAM,
      await present(loadChild(table, LEWISHAM, newChild.id)),
      {...newChild, uasc: true},
      AT,
    ),
  ),
  'changeChild, with its reference': writing(async () =>
    changeChild(
      LEWISHAM,
      await present(loadChild(table, LEWISHAM, newChild.id)),
      {...newChild, reference: 'newer'},
      AT,
    ),
  ),
  loadHousehold: reading(() => present(loadHousehold(table, LEWISHAM, household.id))),
  'listHouseholds (50)': reading(() => listHouseholds(table, LEWISHAM, PAGE)),
  loadCalendar: reading(() => present(loadCalendar(table, LEWISHAM, household.id))),
  'loadSupply (320)': reading(() => loadSupply(table, LEWISHAM)),
  createHousehold: writing(async () =>
    createHousehold(LEWISHAM, {...household, id: uuid(9_000) as typeof household.id, reference: 'new'}, AT),
  ),
  changeHousehold: writing(async () =>
    changeHousehold(LEWISHAM, await present(loadHousehold(table, LEWISHAM, household.id)), household, AT),
  ),
  changeCalendar: writing(async () => {
    const before = await present(loadCalendar(table, LEWISHAM, household.id))
    return changeCalendar(LEWISHAM, household.id, before, before.value, AT)
  }),
  'openReferral (2 children)': writing(async () => openReferral(LEWISHAM, referral, AT, 'officer')),
  loadReferral: reading(() => present(loadReferral(table, LEWISHAM, referralId))),
  'listReferrals, open (26)': reading(() => listReferrals(table, LEWISHAM, {status: 'open'}, PAGE)),
  'listReferrals, all (26)': reading(() => listReferrals(table, LEWISHAM, {status: 'all'}, PAGE)),
  'openReferrals (26)': reading(() => openReferrals(table, LEWISHAM)),
  changePolicy: writing(async () => changePolicy(LEWISHAM, 0, inputs.policy, 'manager', 'to start', AT)),
  loadPolicy: reading(() => present(loadPolicy(table, LEWISHAM))),
  'saveSupply (320), new': reading(keepSupply),
  'saveSupply (320), kept already': reading(keepSupply),
  saveShortlist: writing(async () => saveShortlist(LEWISHAM, shortlist(), AT)),
  loadShortlist: reading(() => present(loadShortlist(table, LEWISHAM, shortlistId))),
  'loadExcluded (310)': reading(() => present(loadExcluded(table, LEWISHAM, shortlistId))),
  loadShortlistInputs: reading(() => present(loadShortlistInputs(table, LEWISHAM, shortlistId))),
  'listShortlists (1)': reading(() => listShortlists(table, LEWISHAM, referralId, PAGE)),
  'loadSupplySnapshot (320)': reading(() => present(loadSupplySnapshot(table, LEWISHAM, fingerprint))),
  'changeReferral, withdrawing it': writing(async () => {
    const before = await present(loadReferral(table, LEWISHAM, referralId))
    return changeReferral(LEWISHAM, before, {...before.value, status: 'withdrawn'}, AT)
  }),
  'loadAnswer, none': reading(() => loadAnswer(table, LEWISHAM, uuid(1))),
  'rememberAnswer, of a child': writing(async () => [
    rememberAnswer(LEWISHAM, uuid(1), 'h'.repeat(64), answerOf(first), AT),
  ]),
  'rememberAnswer, of a shortlist': writing(async () => [
    rememberAnswer(LEWISHAM, uuid(2), 'h'.repeat(64), answerOf(shortlist().shortlisted.answer), AT),
  ]),
  'loadAnswer, of a child': reading(() => present(loadAnswer(table, LEWISHAM, uuid(1)))),
  'POST …/holds': asking('holdPlaces', async () => {
    const {householdId, params} = await aHolder()
    return {params, body: {householdId}}
  }),
  'POST …/placements': asking('startPlacement', async () => ({
    params: holder.params,
    body: {householdId: holder.householdId, startOn, holdId: last.get('holdPlaces')!.id},
  })),
  'POST …/end': asking('endPlacement', async () => ({
    params: {placementId: last.get('startPlacement')!.placements[0]!.id},
    body: {on: '2027-02-01', rec: 'E4A'},
  })),
  'POST …/applications': asking('openApplication', async () => ({body: {...ENQUIRY, reference: 'cost'}})),
  'POST …/milestones': asking('recordMilestone', async () => ({...ofApplication(), body: ASSESSED[0]})),
  'POST …/milestones, approving': asking('recordMilestone', async () => {
    for (const milestone of ASSESSED.slice(1))
      await service().call('recordMilestone', {...ofApplication(), body: milestone})
    const home = {...APPROVAL.home, reference: 'cost-2', home: {easting: 1, northing: 1}}
    return {...ofApplication(), body: {...APPROVAL, home}}
  }),
  'GET …/applications, of a stage (1)': asking('listApplications', async () => ({
    query: {stage: 'approved'},
  })),
  'loadPostcodes (3)': reading(() =>
    loadPostcodes(dynamodbGazetteer(client, gazetteerName), ['SE6 4RU', 'SE6 4RV', 'SE6 4RW']),
  ),
}

/** Rows of the tables of costs: | `operation` | how | read units | write units |, with – for none. */
const documented = new Map(
  [
    ...readFileSync(new URL('../../../docs/data-model.md', import.meta.url), 'utf8').matchAll(
      /^\| `([^`]+)` \|.*\| ([\d.]+|–) \| ([\d.]+|–) \|$/gm,
    ),
  ].map(([, operation, read, written]) => [operation!, `${read} / ${written}`]),
)

test('every operation costs what the data model says', async () => {
  const measured = new Map<string, string>()
  for (const [operation, prepare] of Object.entries(STEPS)) {
    const run = await prepare()
    Object.assign(taken, {read: 0, written: 0})
    await run()
    measured.set(operation, `${taken.read || '–'} / ${taken.written || '–'}`)
  }
  expect(Object.fromEntries(measured)).toEqual(Object.fromEntries(documented))
})
