import {describe, expect, test} from 'vitest'
import type {Occupancy} from '../../../domain/household/occupancy.ts'
import type {HouseholdId} from '../../../domain/ids.ts'
import type {Application} from '../../../domain/recruitment/application.ts'
import {firstPlacementBy} from '../../../domain/recruitment/first-placement.ts'
import type {Milestone} from '../../../domain/recruitment/milestone.ts'
import {anOccupancy} from '../../support/matching.ts'
import {anApplication, TERMS, TODAY} from './an-application.ts'

const HOME = 'home-new' as HouseholdId
const DECISION: Milestone = {
  kind: 'decision',
  on: '2026-09-02',
  outcome: 'approved',
  terms: TERMS,
  overBedrooms: null,
}
const approved = anApplication({milestones: [DECISION], householdId: HOME})

const firstOf = (calendar: readonly Occupancy[], application: Application = approved, by = TODAY) =>
  firstPlacementBy(application, new Map([[HOME, calendar]]), by)
const on = (from: string, facts: Partial<Occupancy> = {}) => anOccupancy({from, ...facts})

describe('the first placement with carers whom an application approved', () => {
  test('is the earliest in their home, in whatever order placements are recorded, and though it is over', () => {
    const ended = on('2026-09-20', {until: '2026-09-25'})
    expect(firstOf([on('2026-10-05'), ended, on('2026-11-01')])).toBe('2026-09-20')
    expect(firstOf([ended, on('2026-10-05')])).toBe('2026-09-20')
  })

  test('is none while nobody lives there, or a place is only held, or one stays for respite', () => {
    expect(firstOf([])).toBe(null)
    expect(firstOf([on('2026-10-05', {kind: 'hold'}), on('2026-10-06', {kind: 'respite'})])).toBe(null)
  })

  test('is not what is only planned, nor what was not yet on the day that is asked about', () => {
    expect(firstOf([on('2026-11-24')])).toBe(null)
    expect(firstOf([on('2026-10-05')], approved, '2026-10-04')).toBe(null)
    expect(firstOf([on('2026-10-05')], approved, '2026-10-05')).toBe('2026-10-05')
  })

  test('is never before the approval', () => {
    expect(firstOf([on('2026-09-01')])).toBe(null)
    expect(firstOf([on('2026-09-01'), on('2026-10-05')])).toBe('2026-10-05')
    expect(firstOf([on('2026-09-02')])).toBe('2026-09-02')
  })

  test('with a connected person may come under the temporary approval', () => {
    const temporary: Milestone = {kind: 'temporary-approval', on: '2026-03-10', terms: TERMS}
    const kin = {...approved, milestones: [temporary, DECISION]}
    expect(firstOf([on('2026-03-11')], kin)).toBe('2026-03-11')
  })

  test('with those who are not approved there is none', () => {
    expect(firstOf([on('2026-10-05')], anApplication())).toBe(null)
  })
})
