import {readFileSync} from 'node:fs'
import {beforeAll, expect, test} from 'vitest'
import {
  type Call,
  type InMemoryService,
  inMemoryService,
  type ServedRoute,
} from '../../../contracts/in-memory-service.ts'
import type {ChildId} from '../../../domain/ids.ts'
import {meets, type PanelCase} from '../../../domain/panel/case.ts'
import {nowhereYet, withPlacements} from '../../../domain/placement/whereabouts.ts'
import {observeAuthority, observeChild} from '../../../functions/panel/observe.ts'
import {childItems} from '../../../functions/store/children.ts'
import {householdItems} from '../../../functions/store/households.ts'
import {allCases, loadCase, openCases} from '../../../functions/store/panel-cases.ts'
import {allCosts, costsItem} from '../../../functions/store/placement-costs.ts'
import {allPlacements, placementItems} from '../../../functions/store/placements.ts'
import {referralItems} from '../../../functions/store/referrals.ts'
import {firstVersion} from '../../../functions/store/stored.ts'
import {whereaboutsItem} from '../../../functions/store/whereabouts.ts'
import {makeBorough} from '../../../sample/borough.ts'
import {makeFourYears} from '../../../sample/four-years/four-years.ts'
import {APPROVAL, CHAIR} from '../../unit/http/a-panel.ts'
import {type CountedTable, countedTable} from './counted-table.ts'

const AT = '2026-11-23T05:00:00.000Z'
const NOON = '2026-11-23T12:00:00.000Z'
const borough = makeBorough({seed: 7, children: 470, today: '2026-11-23'})
const {left, placements, costs, referrals} = makeFourYears(borough)
const auth = borough.authorityId

let counted: CountedTable
let service: InMemoryService

beforeAll(async () => {
  counted = await countedTable()
  service = inMemoryService({table: counted.table, now: () => NOON})
  await counted.load([
    ...[...borough.children, ...left].flatMap(child => childItems(auth, child, AT)),
    ...borough.homes.flatMap(home => householdItems(auth, home, AT)),
    ...[...Map.groupBy(placements, ({childId}): ChildId => childId)].map(([childId, ofChild]) =>
      whereaboutsItem(auth, withPlacements(nowhereYet(childId), ofChild), AT),
    ),
    ...placements.flatMap(placement => placementItems(auth, placement, AT)),
    ...costs.map(each => costsItem(auth, firstVersion(each, AT))),
    ...referrals.flatMap(referral => referralItems(auth, referral, AT, 'sample')),
  ])
})

/** One that is dear, so that its pack has everything. */
async function aCase(): Promise<PanelCase> {
  const cases = (await openCases(counted.table, auth)).map(({value}) => value)
  const inParts = new Set(costs.map(({placementId}) => placementId))
  return cases.find(each => inParts.has(each.placementId) && meets(each).includes('weekly-cost'))!
}

async function ask(route: ServedRoute, call: Call): Promise<unknown> {
  const {status, json, text} = await service.call(route, {claims: CHAIR, ...call})
  if (status >= 300) throw new Error(`${route} answered ${status}: ${text}`)
  return json
}

const body = {...APPROVAL, present: ['chair', 'fostering', 'finance']}

/** In the order in which they build on each other. */
const STEPS: Readonly<Record<string, (panelCase: PanelCase) => Promise<unknown>>> = {
  'every placement of four years (2,315)': () => allPlacements(counted.table, auth),
  'what they cost (1,378)': () => allCosts(counted.table, auth),
  'all cases (167)': () => allCases(counted.table, auth),
  'open cases (167)': () => openCases(counted.table, auth),
  'a case': ({id}) => loadCase(counted.table, auth, id),
  'the next morning, nothing new': () => observeAuthority(counted.table, auth, NOON),
  'a child of two placements, nothing new': ({childId}) => observeChild(counted.table, auth, childId, NOON),
  'pack of a case, as asked over HTTP': ({id}) => ask('getCasePack', {params: {caseId: id}}),
  'decision on a case, as asked over HTTP': ({id}) => ask('decideCase', {params: {caseId: id}, body}),
  'pack of a meeting of 167 cases, as asked over HTTP': () =>
    ask('getMeetingPack', {params: {date: '2026-11-23'}, query: {format: 'json'}}),
}

/** Rows of the panel's table: | access | how | read units | write units |, with – for none. */
const documented = (): ReadonlyMap<string, string> => {
  const text = readFileSync(new URL('../../../docs/data-model.md', import.meta.url), 'utf8')
  const section = text.split('### The panel\n')[1]!.split('\n### ')[0]!
  return new Map(
    [...section.matchAll(/^\| (.+?) \|.*\| ([\d.]+|–) \| ([\d.]+|–) \|$/gm)].map(
      ([, access, read, written]) => [access!, `${read} / ${written}`],
    ),
  )
}

test('every access of the panel costs what the data model says', async () => {
  const {table, taken} = counted
  const measured = new Map<string, string>()
  const measure = async (access: string, run: () => Promise<unknown>) => {
    Object.assign(taken, {read: 0, written: 0})
    await run()
    measured.set(access, `${taken.read || '–'} / ${taken.written || '–'}`)
  }
  await measure('the first morning, which opens 167 cases', () => observeAuthority(table, auth, AT))
  const panelCase = await aCase()
  for (const [access, run] of Object.entries(STEPS)) await measure(access, () => run(panelCase))
  expect(Object.fromEntries(measured)).toEqual(Object.fromEntries(documented()))
})
