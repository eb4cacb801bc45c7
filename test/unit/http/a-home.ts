import {type InMemoryService, inMemoryService} from '../../../contracts/in-memory-service.ts'
import {CHILD, given, HOUSEHOLD, POSTCODES, REFERRAL} from './a-borough.ts'

export const AT = '2026-11-23T09:30:00.000Z'

export const TWO_BEDROOMS = {
  ...HOUSEHOLD,
  bedrooms: ['blue', 'green'].map(id => ({id, shareable: false, groundFloor: false})),
}

/** A borough with a clock that the test sets, and a household of two places. */
export async function aHome(household: object = TWO_BEDROOMS) {
  const clock = {now: AT}
  const service = inMemoryService({postcodes: POSTCODES, now: () => clock.now})
  const {id} = await given(service, 'createHousehold', {body: household})
  return {clock, service, householdId: id}
}

let groups = 0

/** A referral for so many brothers and sisters. */
export async function referralOf(service: InMemoryService, children = 1, facts: object = {}) {
  const siblingGroupId = `SG-${++groups}`
  const ids: string[] = []
  for (let n = 0; n < children; n++) {
    const body = {...CHILD, reference: `LCS-${groups}-${n}`, siblingGroupId}
    ids.push((await given(service, 'createChild', {body})).id)
  }
  return given(service, 'openReferral', {body: {...REFERRAL, ...facts, children: ids}})
}

export interface ShownPlacement {
  readonly id: string
  readonly childId: string
  readonly version: number
  readonly [field: string]: unknown
}

/** The placements in an answer. */
export const placementsIn = (json: unknown): readonly ShownPlacement[] =>
  (json as {placements: readonly ShownPlacement[]}).placements

/** Places the children of a new referral, and gives the first placement. */
export async function placed(service: InMemoryService, householdId: string, children = 1) {
  const referral = await referralOf(service, children)
  const answer = await given(service, 'startPlacement', {
    params: {referralId: referral.id},
    body: {householdId, startOn: '2026-12-01'},
  })
  return placementsIn(answer)[0]!
}
