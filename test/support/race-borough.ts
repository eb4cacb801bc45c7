import {randomUUID} from 'node:crypto'
import type {ServedRoute} from '../../contracts/in-memory-service.ts'
import type {Insisting} from './insisting.ts'

/** Makes a record and gives its id. */
export const maker =
  (ask: Insisting['ask']) =>
  async (route: ServedRoute, body: object): Promise<string> => {
    const {status, json, text} = await ask(route, {body})
    if (status !== 201) throw new Error(`${route} answered ${status}: ${text}`)
    return (json as {readonly id: string}).id
  }

export const aHome = (places: number) => ({
  reference: `RACE-${randomUUID()}`,
  kind: 'fostering',
  provider: {type: 'in-house'},
  approval: {
    from: '2022-01-10',
    terms: {places, ages: {from: 0, to: 17}, sexes: ['F', 'M', 'U'], kinds: ['short-term', 'long-term']},
  },
  home: {easting: 537_900, northing: 174_200},
  authorityId: 'E09000023',
  bedrooms: Array.from({length: places}, (_, room) => ({
    id: `${room}`,
    shareable: false,
    groundFloor: false,
  })),
})

export const aChild = (siblingGroupId: string) => ({
  reference: `RACE-${randomUUID()}`,
  dob: '2016-05-04',
  sex: 'F',
  home: {easting: 537_600, northing: 173_900},
  siblingGroupId,
})

export const aReferral = (children: readonly string[]) => ({
  children,
  urgency: 'planned',
  kind: 'short-term',
  neededFrom: '2027-02-01',
  expectedUntil: '2027-05-01',
  siblings: 'together',
})
