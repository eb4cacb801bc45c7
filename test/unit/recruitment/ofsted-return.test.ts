import {expect, test} from 'vitest'
import {type OfstedInput, ofstedReturn} from '../../../domain/recruitment/ofsted-return.ts'
import type {OfstedRow} from '../../../domain/recruitment/ofsted-rows.ts'
import {placesAt} from '../../../domain/sufficiency/places.ts'
import {makeBorough} from '../../../sample/borough.ts'
import {makePipeline} from '../../../sample/pipeline/make-pipeline.ts'
import {aHome, aHousehold, anOccupancy, anOccupant, childId, householdId} from '../../support/matching.ts'
import {ASSESSED, anApplication, having} from './an-application.ts'

const YEAR: OfstedInput = {year: 2026, homes: [], applications: []}
const shown = (rows: readonly OfstedRow[], section: string) =>
  rows
    .filter(row => row.section === section && row.count > 0)
    .map(({field, kind, reason, count}) => [field, kind, reason, count])

test('places are filled, vacant or not available with the reason, and add up to those approved', () => {
  const at = {from: '2026-01-01', until: null}
  const homes = [
    aHome(aHousehold({id: householdId('a'), terms: {places: 3}}), [
      anOccupancy(at),
      anOccupancy({
        ...at,
        id: 'b' as never,
        kind: 'not-available',
        occupant: null,
        reason: "A child's needs",
      }),
    ]),
    aHome(
      aHousehold({
        id: householdId('b'),
        kind: 'connected-person',
        terms: {places: 1, namedChildren: [childId('kin')]},
      }),
      [anOccupancy({...at, id: 'c' as never, occupant: anOccupant({childId: childId('kin')})})],
    ),
    aHome(
      aHousehold({
        id: householdId('c'),
        scheme: 'short-break',
        terms: {places: 1},
        status: {state: 'suspended', from: '2026-03-01', until: null, reason: null},
      }),
    ),
    aHome(aHousehold({id: householdId('agency'), provider: {type: 'ifa', agencyId: 'ifa-01'}})),
  ]
  expect(shown(ofstedReturn({...YEAR, homes}), 'places')).toEqual([
    ['approved', 'mainstream', null, 3],
    ['approved', 'kinship', null, 1],
    ['approved', 'short-break', null, 1],
    ['filled', 'mainstream', null, 1],
    ['filled', 'kinship', null, 1],
    ['vacant', 'mainstream', null, 1],
    ['not available', 'mainstream', "A child's needs", 1],
    ['not available', 'short-break', 'suspended', 1],
  ])
})

test('households that came and went in the year are told apart from those of 31 March', () => {
  const approval = (from: string, until: string | null) =>
    aHome(aHousehold({id: householdId(from), approval: {...aHousehold().approval, from, until}}))
  const homes = [
    approval('2020-01-01', null),
    approval('2025-04-01', null),
    approval('2021-01-01', '2025-12-31'),
    approval('2022-01-01', '2025-03-31'),
    approval('2026-04-01', null),
  ]
  expect(shown(ofstedReturn({...YEAR, homes}), 'households')).toEqual([
    ['approved on 31 March', 'mainstream', null, 2],
    ['approved in the year', 'mainstream', null, 1],
    ['approval ended in the year', 'mainstream', null, 1],
  ])
})

test('applications are counted with their outcomes and reasons', () => {
  const accepted = ASSESSED.slice(0, 3)
  const applications = [
    having(anApplication({id: 'withdrawn' as never}), [
      ...accepted,
      {kind: 'withdrawn', on: '2026-03-20', code: 'AW4', reason: 'The allowance'},
    ]),
    having(anApplication({id: 'open' as never, kind: 'connected-person'}), accepted),
    having(anApplication({id: 'never applied' as never}), [
      {kind: 'withdrawn', on: '2026-02-20', code: 'AW1', reason: 'Not now'},
    ]),
    having(anApplication({id: 'host' as never, kind: 'supported-lodgings'}), accepted),
  ]
  const rows = ofstedReturn({...YEAR, applications})
  expect(shown(rows, 'applications')).toEqual([
    ['initial enquiries', 'mainstream', null, 2],
    ['initial enquiries', 'kinship', null, 1],
    ['received', 'mainstream', null, 1],
    ['received', 'kinship', null, 1],
    ['withdrawn by the applicant', 'mainstream', 'AW4', 1],
    ['in progress on 31 March', 'kinship', null, 1],
  ])
  expect(rows.find(({field, count}) => field.startsWith('withdrawn') && count > 0)?.members).toEqual([
    'withdrawn',
  ])
})

test('of the sample every place has one state, and every application received is somewhere', () => {
  const {homes} = makeBorough({seed: 7, children: 200, today: '2026-03-31'})
  const {applications} = makePipeline({seed: 7, enquiries: 1000, from: '2025-04-01', today: '2026-03-31'})
  const rows = ofstedReturn({...YEAR, homes, applications})
  const sum = (section: string, ...fields: string[]) =>
    rows
      .filter(row => row.section === section && fields.includes(row.field))
      .reduce((total, {count}) => total + count, 0)
  expect(sum('places', 'approved')).toBeGreaterThan(0)
  expect(sum('places', 'filled', 'vacant', 'not available')).toBe(sum('places', 'approved'))
  const own = homes.filter(
    ({household: {provider, kind}}) =>
      provider.type === 'in-house' && (kind === 'fostering' || kind === 'connected-person'),
  )
  expect(sum('places', 'approved')).toBe(placesAt(own, '2026-03-31').length)
  // The pipeline begins with the year: nobody was in it before. Hosts of supported lodgings are in neither.
  expect(sum('applications', 'received')).toBe(
    sum('applications', 'approved', 'withdrawn by the applicant', 'not approved', 'in progress on 31 March'),
  )
  expect(sum('applications', 'received')).toBeGreaterThan(50)
})
