import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {toRaise} from '../../../domain/placement/deadline-events.ts'
import {LONGEST_NOTICE_DAYS} from '../../../domain/placement/deadline-limits.ts'
import {stateAt} from '../../../domain/placement/deadline-state.ts'
import {type Deadline, recordDone} from '../../../domain/placement/deadlines.ts'
import {aPlacement, deadlinesOf, theOne} from '../../unit/placement-deadlines/a-placement.ts'

/*
 * A schedule that runs whenever it likes: late, early, several times at one moment, or not for weeks. Each run
 * raises what is to be raised of the deadline as it is kept, and keeps it with that.
 */

const FIRST = '2026-11-25'
const moment = fc
  .integer({min: 0, max: 20 * 24 * 60})
  .map(minutes => new Date(Date.parse(`${FIRST}T00:00:00Z`) + minutes * 60_000).toISOString())
const runs = fc.array(moment, {maxLength: 30}).map(moments => moments.toSorted())

/** The emergency is due on 8 December, and approaching from 4 December on. */
const emergency = theOne('emergency-outside-terms', deadlinesOf({isOutsideTerms: true}))
const settledOn = (deadline: Deadline, day: string): Deadline => {
  const done = recordDone(deadline, day, '2026-12-31T12:00:00.000Z')
  return done.ok ? done.value : deadline
}

interface Raised {
  readonly name: string
  readonly at: string
  readonly lapsesAt: string
}

function runAll(deadline: Deadline, moments: readonly string[]): {raised: readonly Raised[]; kept: Deadline} {
  let kept = deadline
  const raised: Raised[] = []
  for (const at of moments) {
    const event = toRaise(kept, at)
    if (event === null) continue
    raised.push({name: event.name, at, lapsesAt: kept.lapsesAt})
    kept = event.deadline
  }
  return {raised, kept}
}
const names = (raised: readonly Raised[]) => raised.map(({name}) => name)

it('nothing is told of any deadline earlier before it lapses than the longest notice', () => {
  const facts = fc.record({
    from: fc.integer({min: 0, max: 4 * 365}).map(days => addDays('2026-06-01', days)),
    isEmergency: fc.boolean(),
    isOutsideTerms: fc.constant(true),
    isOutOfArea: fc.constant(true),
  })
  fc.assert(
    fc.property(facts, ({from, ...rest}) => {
      const temporaryApproval = {from, isExtended: false}
      const end = {on: addDays(from, 30), isImmediate: true}
      for (const deadline of deadlinesOf({from, ...rest, temporaryApproval, end}))
        expect(toRaise(deadline, earlier(deadline.lapsesAt))).toBeNull()
    }),
  )
})

const earlier = (moment: string) =>
  new Date(Date.parse(moment) - LONGEST_NOTICE_DAYS * 86_400_000).toISOString()

describe('the events of a deadline, however the schedule runs', () => {
  it('are raised once each, the approach before the lapse, and never before their time', () => {
    fc.assert(
      fc.property(runs, moments => {
        const {raised} = runAll(emergency, moments)
        expect(['', 'DeadlineApproaching', 'DeadlineLapsed', 'DeadlineApproaching,DeadlineLapsed']).toContain(
          `${names(raised)}`,
        )
        for (const {name, at} of raised)
          expect(stateAt(emergency, at)).toBeOneOf(
            name === 'DeadlineLapsed' ? ['lapsed'] : ['approaching', 'due'],
          )
      }),
    )
  })

  it('come with the first run at which they are true', () => {
    fc.assert(
      fc.property(runs, moments => {
        const {raised} = runAll(emergency, moments)
        const first = (...states: readonly string[]) =>
          moments.find(at => states.includes(stateAt(emergency, at)))
        const raisedAt = (name: string) => raised.find(event => event.name === name)?.at
        expect(raisedAt('DeadlineLapsed')).toBe(first('lapsed'))
        expect(raisedAt('DeadlineApproaching')).toBe(first('approaching', 'due'))
      }),
    )
  })

  it('do not come again from a run beside another that read the same', () => {
    fc.assert(
      fc.property(moment, at => {
        const [one, other] = [toRaise(emergency, at), toRaise(emergency, at)]
        expect(other).toEqual(one)
        if (one !== null) expect(toRaise(one.deadline, at)).toBeNull()
      }),
    )
  })

  it('tell of a lapse exactly when nothing was done by the last day', () => {
    const day = fc.integer({min: 0, max: 25}).map(days => addDays(FIRST, days))
    fc.assert(
      fc.property(runs, day, (moments, done) => {
        const last = '2026-12-31T00:00:00.000Z'
        const {raised} = runAll(settledOn(emergency, done), [...moments, last])
        expect(names(raised).includes('DeadlineLapsed')).toBe(done > emergency.dueOn)
      }),
    )
  })

  it('are raised anew for a new last day, and for nothing else', () => {
    const start = fc.integer({min: 0, max: 14}).map(days => addDays(FIRST, days))
    fc.assert(
      fc.property(runs, start, runs, (before, from, after) => {
        const {raised, kept} = runAll(emergency, before)
        const facts = aPlacement({isOutsideTerms: true, from})
        const corrected = theOne('emergency-outside-terms', deadlinesOf(facts, [kept]))
        const all = [...raised, ...runAll(corrected, after).raised]
        const each = all.map(({name, lapsesAt}) => `${name} ${lapsesAt}`)
        expect(new Set(each).size).toBe(each.length)
        if (corrected.lapsesAt !== kept.lapsesAt)
          expect(runAll(corrected, after).raised).toEqual(
            runAll({...corrected, raised: emergency.raised}, after).raised,
          )
      }),
    )
  })

  it('never tell of what was withdrawn', () => {
    fc.assert(
      fc.property(runs, moment, (moments, at) => {
        const withdrawn: Deadline = {...emergency, settled: {as: 'withdrawn', at}}
        expect(runAll(withdrawn, moments).raised).toEqual([])
      }),
    )
  })
})
