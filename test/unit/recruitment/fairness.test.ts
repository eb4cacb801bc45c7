import {describe, expect, test} from 'vitest'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import type {Application} from '../../../domain/recruitment/application.ts'
import {longEmpty} from '../../../domain/recruitment/empty-places.ts'
import {fairnessOf, publishFairness} from '../../../domain/recruitment/fairness.ts'
import {makePipeline} from '../../../sample/pipeline/make-pipeline.ts'
import {aChild, aHome, aHousehold, aMatchInput, anOccupancy, householdId} from '../../support/matching.ts'
import {anApplication} from './an-application.ts'

const SPAN = {from: '2026-01-01', to: '2026-12-31'}

describe('how recruitment goes for each group of carers', () => {
  test('conversion, by ethnicity, age and area, with what is not known as a group of its own', () => {
    const asked = (applicants: Application['applicants'], facts: Partial<Application> = {}) =>
      anApplication({applicants, ...facts})
    const applications = [
      asked([
        {ethnicity: 'BCRB', dob: '1990-01-01'},
        {ethnicity: 'BAFR', dob: '1950-01-01'},
      ]),
      asked([{ethnicity: 'BCRB'}, {ethnicity: 'WBRI'}]),
      asked([{ethnicity: 'NOBT', dob: '1991-02-03'}], {authorityId: 'E09000023' as never}),
      asked([]),
    ]
    const groups = (by: 'ethnicity' | 'age' | 'area') =>
      fairnessOf({...SPAN, applications, homes: [], by}).map(({group, enquiries}) => [group, enquiries])
    expect(groups('ethnicity')).toEqual([
      ['black', 1],
      ['more than one', 1],
      ['not known', 2],
    ])
    // The eldest counts; one of them turns 35 on the day after asking.
    expect(groups('age')).toEqual([
      ['65 and over', 1],
      ['not known', 2],
      ['under 35', 1],
    ])
    expect(groups('area')).toEqual([
      ['E09000023', 1],
      ['not known', 3],
    ])
  })

  test('placements begun and nights empty of the places that somebody could have', () => {
    const homes = [
      aHome(aHousehold({ethnicities: ['WBRI'], terms: {places: 2}}), [
        anOccupancy({from: '2026-12-22', until: null}),
        anOccupancy({
          id: 'kept' as never,
          kind: 'not-available',
          occupant: null,
          from: '2026-12-30',
          until: null,
        }),
      ]),
    ]
    expect(
      fairnessOf({from: '2026-12-22', to: '2026-12-31', applications: [], homes, by: 'ethnicity'}),
    ).toMatchObject([{group: 'white', households: 1, placements: 1, placeNights: 18, emptyNights: 8}])
  })

  test('of the sample the groups add up to all enquiries', () => {
    const {applications} = makePipeline({seed: 3, enquiries: 800, from: '2026-01-01', today: '2026-09-30'})
    for (const by of ['ethnicity', 'age', 'area'] as const) {
      const rows = fairnessOf({from: '2026-01-01', to: '2026-09-30', applications, homes: [], by})
      expect(rows.reduce((sum, {enquiries}) => sum + enquiries, 0)).toBe(800)
    }
  })
})

describe('what is published tells of no few', () => {
  const row = (group: string, enquiries: number, approved: number) => ({
    group,
    enquiries,
    applications: approved,
    approved,
    open: 0,
    medianDaysToApproval: 200,
    households: 0,
    placements: 0,
    placeNights: 0,
    emptyNights: 0,
  })

  test('a small count is left out, with all that is made of it and one more that would give it away', () => {
    const published = publishFairness([row('asian', 40, 3), row('black', 60, 9), row('white', 80, 20)], SPAN)
    expect(
      published.map(({group, enquiries, approved, approvedShare, medianDaysToApproval}) => [
        group,
        enquiries,
        approved,
        approvedShare,
        medianDaysToApproval,
      ]),
    ).toEqual([
      ['asian', 40, 'c', 'c', 'c'],
      ['black', 60, 'c', 'c', 'c'],
      ['white', 80, 20, 0.25, 200],
    ])
  })

  test('nought stays nought, and a rate of nobody is not known', () => {
    expect(publishFairness([row('asian', 0, 0)], SPAN)[0]).toMatchObject({approved: 0, approvedShare: null})
  })
})

describe('carers whose places stand empty', () => {
  const empty = aHome(aHousehold({id: householdId('empty'), terms: {places: 1, ages: {from: 0, to: 8}}}))
  const made = (id: string, on: string, dob: string) => ({
    referralId: id as never,
    on,
    shortlisted: makeShortlist(
      aMatchInput({children: [aChild({dob})], supply: [empty], referral: {neededFrom: on}}),
    ),
  })

  test('are listed with the reasons that the engine gave', () => {
    const shortlists = [
      made('teenager', '2026-10-01', '2012-06-01'),
      made('another', '2026-10-05', '2011-06-01'),
      made('small', '2026-10-06', '2020-06-01'),
    ]
    const [listed] = longEmpty([empty], shortlists, '2026-11-23')
    expect(listed).toMatchObject({
      householdId: 'empty',
      places: [{place: 1, emptySince: '2025-11-24', nights: 365}],
      offered: [{referralId: 'small', rank: 1}],
      notShown: 0,
    })
    expect(listed?.passedOver.map(({rule, referrals}) => [rule, referrals])).toEqual([
      ['H2', ['teenager']],
      ['H2', ['another']],
    ])
  })

  test('are not when somebody lived there within 60 nights, or nobody could come', () => {
    const lived = (until: string) => aHome(empty.household, [anOccupancy({from: '2025-01-01', until})])
    expect(longEmpty([lived('2026-09-25')], [], '2026-11-23')).toEqual([])
    expect(longEmpty([lived('2026-09-24')], [], '2026-11-23')).toMatchObject([
      {places: [{emptySince: '2026-09-24', nights: 61}]},
    ])
    const suspended = aHousehold({
      status: {state: 'suspended', from: '2026-06-01', until: null, reason: null},
    })
    expect(longEmpty([aHome(suspended)], [], '2026-11-23')).toEqual([])
  })
})
