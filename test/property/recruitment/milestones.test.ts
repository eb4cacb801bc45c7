import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Application} from '../../../domain/recruitment/application.ts'
import {clocksOn} from '../../../domain/recruitment/clocks.ts'
import {correctMilestone} from '../../../domain/recruitment/correct-milestone.ts'
import {endingBy} from '../../../domain/recruitment/ending.ts'
import type {MilestoneKind} from '../../../domain/recruitment/milestone.ts'
import {ORDER} from '../../../domain/recruitment/milestone-order.ts'
import {DEFAULT_RECRUITMENT} from '../../../domain/recruitment/policy.ts'
import {recordMilestone} from '../../../domain/recruitment/record-milestone.ts'
import {refusalInWords} from '../../../domain/recruitment/refusal-words.ts'
import {standingOn} from '../../../domain/recruitment/stage.ts'
import {anApplication} from '../../unit/recruitment/an-application.ts'
import {on, steps, TODAY} from './any-steps.ts'

test('whatever is recorded and corrected in whatever order, what stands is a possible history', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), fc.nat(), on, (all, panel, nth, day) => {
      const context = {today: TODAY, policy: {...DEFAULT_RECRUITMENT, panel}}
      let application: Application = anApplication()
      for (const step of all) {
        const ended = endingBy(application, '9999-12-31')
        const result = recordMilestone(application, step, context)
        if (result.ok) {
          expect(ended === null || ended.kind === 'refused').toBe(true)
          expect(result.value.milestones).toHaveLength(application.milestones.length + 1)
          application = result.value
        } else expect(refusalInWords(result.error)).not.toMatch(/undefined|null|^\s*$/)
      }
      isPossible(application)
      const milestone = application.milestones[nth % application.milestones.length]!
      const corrected = correctMilestone(
        {application, household: null},
        milestone,
        {on: day, reason: 'Mistyped'},
        context,
      )
      if (corrected.ok) isPossible(corrected.value.application)
    }),
    {numRuns: 400},
  )
})

function isPossible(application: Application): void {
  const {milestones} = application
  const firstOf = (kind: MilestoneKind) => milestones.find(milestone => milestone.kind === kind)
  expect(milestones.map(({on}) => on)).toEqual(milestones.map(({on}) => on).toSorted())
  for (const {kind, on} of milestones) {
    const {needs, notBefore, once} = ORDER[kind]
    expect(on >= application.enquiry.on && on <= TODAY).toBe(true)
    if (once) expect(milestones.filter(other => other.kind === kind)).toHaveLength(1)
    for (const need of needs) expect(firstOf(need)!.on <= on, `${kind} needs ${need}`).toBe(true)
    for (const other of milestones)
      if (notBefore.includes(other.kind)) expect(other.on <= on, `${kind} after ${other.kind}`).toBe(true)
  }
  for (const day of ['2026-02-01', '2026-02-02', '2026-06-01', TODAY]) {
    expect(standingOn(application, day) === null).toBe(day < application.enquiry.on)
    for (const clock of clocksOn(application, DEFAULT_RECRUITMENT, day))
      if (clock.state === 'overdue') expect(clock.dueOn < day && clock.doneOn === null).toBe(true)
  }
}
