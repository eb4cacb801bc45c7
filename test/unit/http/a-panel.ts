import type {InMemoryService, ServedRoute} from '../../../contracts/in-memory-service.ts'
import type {AuthorityId, ChildId} from '../../../domain/ids.ts'
import {observeAuthority, observeChild} from '../../../functions/panel/observe.ts'
import {given, ifMatch, officer} from './a-borough.ts'
import {aHome, placementsIn, referralOf} from './a-home.ts'

const LEWISHAM = 'E09000023' as AuthorityId

export const CHAIR = officer(LEWISHAM, 'panel-chair')
export const MEMBER = officer(LEWISHAM, 'panel-member')

export const APPROVAL = {
  kind: 'approve',
  reasons: 'It meets her needs, and there is no other home.',
  present: ['chair', 'fostering', 'finance'],
  until: '2027-05-01',
}
export const SECOND = {
  role: 'director-of-childrens-services',
  by: 'director',
  on: '2026-12-10',
  reason: 'There is no other home.',
}

const HOME = {
  setting: {
    name: 'Elm House',
    urn: 'SC012345',
    location: {easting: 537600, northing: 173900},
    authorityId: LEWISHAM,
  },
  startOn: '2026-12-01',
  code: {place: 'K2', provider: 'PR4'},
  approvals: ['best-care-panel-chair', 'director-of-childrens-services'].map(role => ({
    rule: 'A9',
    role,
    by: 'duty',
    on: '2026-11-23',
    reason: 'Nobody else can take her tonight.',
  })),
}

export interface APanel {
  readonly service: InMemoryService
  readonly clock: {now: string}
  readonly placementId: string
  readonly childId: string
  readonly inCase: {readonly params: {readonly caseId: string}; readonly claims: typeof CHAIR}
  /** Asks of the case as the chair, and expects to be given it. */
  readonly ask: (route: ServedRoute, body?: object) => Promise<Record<string, unknown>>
}

/** A child in a children's home at so much a week since 1 December 2026, after a search, before the panel on the 10th. */
export async function aPanel(
  weeklyCostPence: number | null = 600_000,
  search: (
    service: InMemoryService,
    referralId: string,
    householdId: string,
  ) => Promise<void> = async () => {},
): Promise<APanel> {
  const {service, clock, householdId} = await aHome()
  const referral = await referralOf(service)
  await search(service, referral.id, householdId)
  const {id, childId} = placementsIn(
    await given(service, 'startPlacement', {
      params: {referralId: referral.id},
      body: {...HOME, ...(weeklyCostPence !== null && {weeklyCostPence})},
    }),
  )[0]!
  clock.now = '2026-12-10T09:30:00.000Z'
  await observeChild(service.surroundings.table, LEWISHAM, childId as ChildId, clock.now)
  const inCase = {params: {caseId: id}, claims: CHAIR}
  return {
    service,
    clock,
    placementId: id,
    childId,
    inCase,
    ask: (route, body) => given(service, route, {...inCase, ...(body && {body})}),
  }
}

/** What the run of the morning does. */
export const inTheMorning = ({service, clock}: APanel) =>
  observeAuthority(service.surroundings.table, LEWISHAM, clock.now)

export const recordCosts = async ({service, placementId}: APanel, costs: object) => {
  const params = {placementId}
  const {version} = await given(service, 'getCosts', {params})
  return given(service, 'recordCosts', {params, ...ifMatch(version), body: costs})
}

/** Ends the placement: the child went home. */
export const goesHome = ({service, placementId}: APanel, on: string) =>
  given(service, 'endPlacement', {params: {placementId}, body: {on, rec: 'E4A'}})

/** Everything that is stored, but for the audit. */
export const eventsIn = async ({service}: APanel, caseId: string) => {
  const items = await service.surroundings.table.queryAll({pk: `${LEWISHAM}#events#case#${caseId}`})
  return items.map(item => (JSON.parse(String(item['value'])) as {type: string}).type)
}
