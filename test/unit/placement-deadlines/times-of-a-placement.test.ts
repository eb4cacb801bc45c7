import {describe, expect, it} from 'vitest'
import type {Approval} from '../../../domain/household/household.ts'
import type {PlacementId} from '../../../domain/ids.ts'
import type {ApprovalRule} from '../../../domain/matching/shortlist.ts'
import {type Surroundings, timesOf} from '../../../domain/placement/deadline-times.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {ANY_CHILD, BROMLEY, CATFORD, childId, householdId, LEWISHAM} from '../../support/matching.ts'
import {aPlacement} from './a-placement.ts'

const granted = (rule: ApprovalRule): Placement['approvals'][number] => ({
  rule,
  role: 'nominated-officer',
  by: 'officer-1',
  on: '2026-11-30',
  reason: 'the only home tonight',
})
const placement = (facts: Partial<Placement> = {}): Placement => ({
  id: 'placement-1' as PlacementId,
  childId: childId('child-1'),
  referralId: null,
  holdId: null,
  approachId: null,
  arrangement: 'main',
  from: '2026-11-30',
  until: null,
  householdId: householdId('home-1'),
  occupancyId: null,
  setting: null,
  code: {place: 'U6', provider: 'PR1'},
  location: CATFORD,
  authorityId: LEWISHAM,
  weeklyCostPence: null,
  approvals: [],
  chosen: null,
  ended: null,
  corrections: [],
  ...facts,
})
const full: Approval = {from: '2020-01-01', until: null, terms: ANY_CHILD}
const temporary = (until: string | null): Approval => ({
  from: '2026-11-02',
  until,
  route: 'regulation-24',
  terms: ANY_CHILD,
})
const times = (facts: Partial<Placement> = {}, around: Partial<Surroundings> = {}) =>
  timesOf(placement(facts), {
    authorityId: LEWISHAM,
    approval: full,
    isEmergency: false,
    isImmediateEnd: false,
    ...around,
  })

describe('the time limits of a placement', () => {
  it('are the least for one within terms and area', () => {
    expect(times()).toEqual(aPlacement())
  })

  it('turn on the approvals that were granted, and on whose area the home stands in', () => {
    expect(times({approvals: [granted('A2')]}).isOutsideTerms).toBe(true)
    expect(times({approvals: [granted('A4')]}).isOutsideTerms).toBe(false)
    expect(times({authorityId: BROMLEY}).isOutOfArea).toBe(true)
    expect(times({}, {isEmergency: true}).isEmergency).toBe(true)
  })

  it('turn on the end, once there is one', () => {
    const ended = {on: '2026-12-02', reason: null, rec: null, nextPlacementId: null}
    expect(times({ended}, {isImmediateEnd: true}).end).toEqual({on: '2026-12-02', isImmediate: true})
  })

  it('count a temporary approval from the day on record, else from the first night', () => {
    const approvals = [granted('A7')]
    const first = {from: '2026-11-30', isExtended: false}
    expect(times({approvals}).temporaryApproval).toEqual(first)
    expect(times({approvals}, {approval: null}).temporaryApproval).toEqual(first)
    expect(times({}, {approval: null}).temporaryApproval).toBeNull()
    expect(times({approvals}, {approval: temporary(null)}).temporaryApproval).toEqual({
      from: '2026-11-02',
      isExtended: false,
    })
  })

  it('count it as extended once it stands for more than 16 weeks', () => {
    const isExtended = (until: string) =>
      times({}, {approval: temporary(until)}).temporaryApproval?.isExtended
    expect(isExtended('2027-02-22')).toBe(false)
    expect(isExtended('2027-02-23')).toBe(true)
  })
})
