import {describe, expect, it} from 'vitest'
import type {HoldId} from '../../../domain/ids.ts'
import {stateAt, whatIsDue} from '../../../domain/placement/deadline-state.ts'
import {type Deadline, deadlineOfHold, recordDone} from '../../../domain/placement/deadlines.ts'
import {deadlinesOf, theOne} from './a-placement.ts'

/** Due on Tuesday 8 December 2026. */
const emergency = theOne('emergency-outside-terms', deadlinesOf({isOutsideTerms: true}))
const hold = deadlineOfHold(
  {id: 'hold-1' as HoldId, expiresAt: '2026-12-08T12:00:00.000Z', released: null, placedAt: null},
  null,
)
const doneOn = (day: string): Deadline => {
  const done = recordDone(emergency, day, '2026-12-31T12:00:00.000Z')
  if (!done.ok) throw new Error('It is not done')
  return done.value
}

describe('where a deadline stands', () => {
  it.each([
    ['2026-11-30T09:00:00.000Z', 'upcoming'],
    ['2026-12-03T23:59:59.999Z', 'upcoming'],
    ['2026-12-04T00:00:00.000Z', 'approaching'],
    ['2026-12-07T23:59:59.999Z', 'approaching'],
    ['2026-12-08T00:00:00.000Z', 'due'],
    ['2026-12-08T23:59:59.999Z', 'due'],
    ['2026-12-09T00:00:00.000Z', 'lapsed'],
    ['2027-12-09T00:00:00.000Z', 'lapsed'],
  ] as const)('at %s, two working days of notice before Tuesday 8 December: %s', (at, state) => {
    expect(stateAt(emergency, at)).toBe(state)
  })

  it('is met or withdrawn from that moment on, late as it may be', () => {
    expect(stateAt(doneOn('2026-12-10'), '2026-12-09T23:00:00.000Z')).toBe('lapsed')
    expect(stateAt(doneOn('2026-12-10'), '2026-12-10T00:00:00.000Z')).toBe('met')
    const withdrawn: Deadline = {...emergency, settled: {as: 'withdrawn', at: '2026-12-01T00:00:00.000Z'}}
    expect(stateAt(withdrawn, '2026-12-31T00:00:00.000Z')).toBe('withdrawn')
  })

  it('has no last day for a hold: it approaches, and then is over', () => {
    expect(stateAt(hold, '2026-12-08T10:59:59.999Z')).toBe('upcoming')
    expect(stateAt(hold, '2026-12-08T11:59:59.999Z')).toBe('approaching')
    expect(stateAt(hold, '2026-12-08T12:00:00.000Z')).toBe('lapsed')
  })
})

describe('the work that is due', () => {
  const plan = theOne('placement-plan', deadlinesOf())
  const all = [emergency, hold, plan, ...deadlinesOf({from: '2026-12-21'})]
  const list = (at: string, until: string, deadlines: readonly Deadline[] = all) =>
    whatIsDue(deadlines, at, {until}).map(({deadline, state}) => [deadline.kind, state])

  it('is listed up to a day, the most pressing first, with its state', () => {
    expect(list('2026-12-08T11:30:00.000Z', '2026-12-08')).toEqual([
      ['placement-plan', 'lapsed'],
      ['hold', 'approaching'],
      ['emergency-outside-terms', 'due'],
    ])
    expect(list('2026-12-08T11:30:00.000Z', '2026-12-07')).toEqual([['placement-plan', 'lapsed']])
  })

  it('includes what is only upcoming by then', () => {
    expect(list('2026-12-01T09:00:00.000Z', '2027-01-31').map(([, state]) => state)).toEqual([
      'upcoming',
      'upcoming',
      'upcoming',
      'upcoming',
      'upcoming',
    ])
  })

  it('does not include what is met or withdrawn, nor a hold that is over', () => {
    expect(list('2026-12-09T09:00:00.000Z', '2026-12-10')).toEqual([
      ['placement-plan', 'lapsed'],
      ['emergency-outside-terms', 'lapsed'],
    ])
    expect(list('2026-12-11T09:00:00.000Z', '2026-12-10', [doneOn('2026-12-10')])).toEqual([])
  })

  it('stands in the same order whatever that of the records', () => {
    const kinds = (deadlines: readonly Deadline[]) =>
      list('2026-12-08T11:30:00.000Z', '2027-12-31', deadlines)
    expect(kinds(all.toReversed())).toEqual(kinds(all))
  })
})
