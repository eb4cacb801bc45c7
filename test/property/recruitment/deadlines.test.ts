import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Deadline} from '../../../domain/placement/deadlines.ts'
import type {Application} from '../../../domain/recruitment/application.ts'
import {deadlinesOfApplication} from '../../../domain/recruitment/deadlines.ts'
import {decidePause, decideResume} from '../../../domain/recruitment/pause.ts'
import {DEFAULT_RECRUITMENT} from '../../../domain/recruitment/policy.ts'
import {type Recordable, recordMilestone} from '../../../domain/recruitment/record-milestone.ts'
import {anApplication} from '../../unit/recruitment/an-application.ts'
import {on, steps, TODAY} from './any-steps.ts'

const CONTEXT = {today: TODAY, policy: DEFAULT_RECRUITMENT}
const AT = `${TODAY}T09:00:00.000Z`

const open = (deadlines: readonly Deadline[]) =>
  deadlines.filter(({settled}) => settled === null).map(({id, dueOn, lapsesAt}) => ({id, dueOn, lapsesAt}))

type Change = Recordable | {readonly pause: string} | {readonly resume: string}

function changed(application: Application, change: Change) {
  if ('pause' in change) return decidePause(application, {from: change.pause, reason: 'Illness'}, TODAY)
  if ('resume' in change) return decideResume(application, change.resume, TODAY)
  return recordMilestone(application, change, CONTEXT)
}

test('what is due is the same whether it was kept from change to change or is worked out afresh', () => {
  const pauses = fc.array(fc.tuple(fc.nat(60), fc.record({pause: on, resume: on})), {maxLength: 3})
  fc.assert(
    fc.property(steps, pauses, (all, paused) => {
      let application = anApplication()
      let kept = deadlinesOfApplication(application, DEFAULT_RECRUITMENT, [], AT)
      for (const [n, step] of all.entries()) {
        const here = paused.filter(([at]) => at === n).flatMap(([, {pause, resume}]) => [{pause}, {resume}])
        for (const change of [step, ...here]) {
          const result = changed(application, change)
          if (!result.ok) continue
          application = result.value
          kept = deadlinesOfApplication(application, DEFAULT_RECRUITMENT, kept, AT)
        }
      }
      expect(open(kept)).toEqual(open(deadlinesOfApplication(application, DEFAULT_RECRUITMENT, [], AT)))
      expect(new Set(kept.map(({id}) => id)).size).toBe(kept.length)
    }),
    {numRuns: 200},
  )
})
