import {describe, expect, it} from 'vitest'
import type {HoldId} from '../../../domain/ids.ts'
import {PLACEMENT_DEADLINE_KINDS} from '../../../domain/placement/deadline-limits.ts'
import {
  type Deadline,
  deadlineIdsOf,
  deadlineOfHold,
  deadlinesFor,
  recordDone,
} from '../../../domain/placement/deadlines.ts'
import {aPlacement, deadlinesOf, NOW, theOne} from './a-placement.ts'

const EVERYTHING = {
  isEmergency: true,
  isOutsideTerms: true,
  isOutOfArea: true,
  temporaryApproval: {from: '2026-11-30', isExtended: false},
  end: {on: '2026-12-02', isImmediate: true},
}
const kinds = (facts: Parameters<typeof deadlinesOf>[0]) => deadlinesOf(facts).map(({kind}) => kind)
const dueOn = (kind: Deadline['kind'], facts: Parameters<typeof deadlinesOf>[0] = {}) =>
  theOne(kind, deadlinesOf(facts)).dueOn

describe('what a placement asks for', () => {
  it('is a plan and notice of it, always', () => {
    expect(kinds({})).toEqual(['placement-plan', 'placement-notice'])
  })

  it('is more where it is outside the terms, out of area, with a connected person, or ended', () => {
    expect(kinds({isOutsideTerms: true})).toContain('emergency-outside-terms')
    expect(kinds({isOutOfArea: true})).toContain('area-notice')
    expect(kinds({temporaryApproval: {from: '2026-11-30', isExtended: false}})).toContain(
      'temporary-approval',
    )
    expect(kinds({end: {on: '2026-12-02', isImmediate: false}})).toContain('ending-notice')
    expect(kinds(EVERYTHING)).toEqual(PLACEMENT_DEADLINE_KINDS)
    expect(deadlinesOf(EVERYTHING).map(({id}) => id)).toEqual(deadlineIdsOf(aPlacement().id))
  })

  it('says what is to be done, by when, and on what authority', () => {
    expect(deadlinesOf(EVERYTHING).map(({words, source}) => [words, source])).toEqual([
      ['end the placement, or have the terms of approval changed, by 8 December 2026', 'SI 2010/959 reg 23'],
      [
        'approve the connected person in full, extend the temporary approval if it never was, or end the placement, by 22 March 2027',
        'SI 2010/959 regs 24-25',
      ],
      ['make the placement plan, by 7 December 2026', 'SI 2010/959 reg 9'],
      ['give written notice of the placement, by 7 December 2026', 'SI 2010/959 reg 13'],
      [
        'give notice to the authority in whose area the home stands, by 7 December 2026',
        'SI 2010/959 regs 11 and 13(4)',
      ],
      ['give written notice that the placement ends, by 16 December 2026', 'SI 2010/959 reg 14'],
    ])
  })
})

describe('the last day', () => {
  it('of an emergency outside the terms is 6 working days on, over Christmas too', () => {
    expect(dueOn('emergency-outside-terms', {isOutsideTerms: true})).toBe('2026-12-08')
    // Boxing Day 2026 is a Saturday: Monday 28 December is its substitute.
    expect(dueOn('emergency-outside-terms', {isOutsideTerms: true, from: '2026-12-22'})).toBe('2027-01-04')
  })

  it('of a plan is 5 working days on, whether the placement starts on a working day or not', () => {
    expect(dueOn('placement-plan')).toBe('2026-12-07')
    expect(dueOn('placement-plan', {from: '2026-12-05'})).toBe('2026-12-11')
    expect(dueOn('placement-plan', {from: '2027-03-25'})).toBe('2027-04-05')
  })

  it('of a temporary approval is 16 weeks on, and once extended 8 weeks later', () => {
    const approved = (isExtended: boolean) => ({temporaryApproval: {from: '2026-11-30', isExtended}})
    expect(dueOn('temporary-approval', approved(false))).toBe('2027-03-22')
    expect(dueOn('temporary-approval', approved(true))).toBe('2027-05-17')
  })

  it('of notice is the day itself; in an emergency 5 working days later, at an immediate end 10', () => {
    for (const kind of ['placement-notice', 'area-notice'] as const) {
      expect(dueOn(kind, {isOutOfArea: true})).toBe('2026-11-30')
      expect(dueOn(kind, {isOutOfArea: true, isEmergency: true})).toBe('2026-12-07')
    }
    const ended = (isImmediate: boolean) => ({end: {on: '2026-12-02', isImmediate}})
    expect(dueOn('ending-notice', ended(false))).toBe('2026-12-02')
    expect(dueOn('ending-notice', ended(true))).toBe('2026-12-16')
  })

  it('lasts until midnight in England, in summer an hour before that of UTC', () => {
    const {lapsesAt, approachingFrom} = theOne('placement-plan', deadlinesOf({from: '2027-07-02'}))
    expect([approachingFrom, lapsesAt]).toEqual(['2027-07-06T23:00:00.000Z', '2027-07-09T23:00:00.000Z'])
  })
})

describe('the end of a placement', () => {
  const settled = (kind: Deadline['kind']) => theOne(kind, deadlinesOf(EVERYTHING)).settled
  const AT = '2026-12-02T00:00:00.000Z'

  it('meets the limits on how long it may last', () => {
    expect(settled('emergency-outside-terms')).toEqual({as: 'met', at: AT})
    expect(settled('temporary-approval')).toEqual({as: 'met', at: AT})
  })

  it('makes a plan pointless, and no notice', () => {
    expect(settled('placement-plan')).toEqual({as: 'withdrawn', at: AT})
    for (const kind of ['placement-notice', 'area-notice', 'ending-notice'] as const)
      expect(settled(kind)).toBeNull()
  })

  it('changes nothing about what was done before', () => {
    const plan = theOne('placement-plan', deadlinesOf())
    const done = recordDone(plan, '2026-12-01', '2026-12-01T15:00:00.000Z')
    const kept = done.ok ? [done.value] : []
    expect(theOne('placement-plan', deadlinesOf(EVERYTHING, kept)).settled).toEqual({
      as: 'met',
      at: '2026-12-01T00:00:00.000Z',
    })
  })

  it('leaves notices to be given, and what is given later meets them', () => {
    const notice = recordDone(
      theOne('ending-notice', deadlinesOf(EVERYTHING)),
      '2026-12-09',
      '2026-12-09T12:00:00.000Z',
    )
    const kept = notice.ok ? [notice.value] : []
    expect(theOne('ending-notice', deadlinesOf(EVERYTHING, kept)).settled).toEqual({
      as: 'met',
      at: '2026-12-09T00:00:00.000Z',
    })
  })
})

describe('a placement whose facts are corrected', () => {
  const before = deadlinesOf(EVERYTHING)

  it('has the same deadlines while nothing changes', () => {
    expect(deadlinesOf(EVERYTHING, before, '2026-12-03T12:00:00.000Z')).toEqual(before)
  })

  it('keeps each deadline and its history, with its new day', () => {
    const raised = {approaching: '2026-12-08T00:00:00.000Z', lapsed: null}
    const kept = before.map(deadline => ({...deadline, raised}))
    const plan = theOne('placement-plan', deadlinesOf({from: '2026-12-01'}, kept))
    expect(plan).toMatchObject({id: 'placement-1.placement-plan', dueOn: '2026-12-08', raised, settled: null})
  })

  it('has what no longer applies withdrawn, once, and back when it applies again', () => {
    const once = deadlinesOf({}, before, '2026-12-03T12:00:00.000Z')
    const again = deadlinesOf({}, once, '2026-12-04T12:00:00.000Z')
    expect(theOne('area-notice', again).settled).toEqual({as: 'withdrawn', at: '2026-12-03T12:00:00.000Z'})
    expect(again).toHaveLength(before.length)
    expect(theOne('area-notice', deadlinesOf(EVERYTHING, again)).settled).toBeNull()
  })
})

describe('something done about a deadline', () => {
  const plan = theOne('placement-plan', deadlinesOf())

  it('meets it, on the day on which it was done', () => {
    expect(recordDone(plan, '2026-11-27', NOW)).toMatchObject({
      value: {doneOn: '2026-11-27', settled: {as: 'met', at: '2026-11-27T00:00:00.000Z'}},
    })
  })

  it('is not done tomorrow, and not twice', () => {
    expect(recordDone(plan, '2026-12-01', NOW)).toMatchObject({error: {kind: 'in-the-future'}})
    const met: Deadline = {...plan, settled: {as: 'met', at: NOW}}
    expect(recordDone(met, '2026-11-30', NOW)).toMatchObject({error: {kind: 'settled-already', as: 'met'}})
  })
})

describe('a hold', () => {
  const hold = {
    id: 'hold-1' as HoldId,
    expiresAt: '2026-11-30T14:30:00.000Z',
    released: null,
    placedAt: null,
  }

  it('ends at its moment, and approaches it in its last hour', () => {
    expect(deadlineOfHold(hold, null)).toMatchObject({
      id: 'hold-1.hold',
      approachingFrom: '2026-11-30T13:30:00.000Z',
      dueOn: '2026-11-30',
      lapsesAt: '2026-11-30T14:30:00.000Z',
      settled: null,
    })
  })

  it('is met when the children are placed, withdrawn when it is released', () => {
    const settledOf = (facts: object) => deadlineOfHold({...hold, ...facts}, null).settled
    expect(settledOf({placedAt: NOW})).toEqual({as: 'met', at: NOW})
    expect(settledOf({released: {at: NOW}})).toEqual({as: 'withdrawn', at: NOW})
    expect(recordDone(deadlineOfHold(hold, null), '2026-11-30', NOW)).toMatchObject({
      error: {kind: 'follows-the-hold'},
    })
  })

  it('remembers what was raised', () => {
    const raised = {approaching: hold.expiresAt, lapsed: null}
    expect(deadlineOfHold(hold, {...deadlineOfHold(hold, null), raised}).raised).toBe(raised)
  })
})

describe('in years whose bank holidays are not known', () => {
  const refused = (facts: Parameters<typeof aPlacement>[0]) => deadlinesFor(aPlacement(facts), [], NOW)

  it('a deadline is refused, and never guessed', () => {
    for (const from of ['2018-12-31', '2030-12-30'])
      expect(refused({from})).toEqual({ok: false, error: {kind: 'bank-holidays-not-known', day: from}})
    expect(refused({end: {on: '2031-01-06', isImmediate: true}})).toMatchObject({error: {day: '2031-01-06'}})
  })

  it.each(['2019-01-22', '2026-11-30', '2030-12-10'])('and one of a placement from %s is not', from => {
    expect(refused({...EVERYTHING, from, end: {on: from, isImmediate: true}}).ok).toBe(true)
  })
})
