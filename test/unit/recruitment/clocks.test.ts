import {expect, test} from 'vitest'
import {clocksOn} from '../../../domain/recruitment/clocks.ts'
import {DEFAULT_RECRUITMENT} from '../../../domain/recruitment/policy.ts'
import {ASSESSED, anApplication, having, upTo} from './an-application.ts'

const clock = (application: ReturnType<typeof anApplication>, kind: string, on: string) => {
  const found = clocksOn(application, DEFAULT_RECRUITMENT, on).findLast(each => each.kind === kind)
  return found && {dueOn: found.dueOn, state: found.state}
}

test('an enquiry is answered on the next working day, and is late after it', () => {
  const friday = anApplication({enquiry: {on: '2026-02-06', source: 'website', campaignId: null}})
  expect(clock(friday, 'response', '2026-02-06')).toEqual({dueOn: '2026-02-09', state: 'running'})
  expect(clock(friday, 'response', '2026-02-09')).toEqual({dueOn: '2026-02-09', state: 'due'})
  expect(clock(friday, 'response', '2026-02-10')).toEqual({dueOn: '2026-02-09', state: 'overdue'})
})

test('each clock of an assessment has its last day', () => {
  const application = having(anApplication(), [
    ...ASSESSED,
    {kind: 'decision', on: '2026-09-03', outcome: 'not-approved', reason: 'Not ready'},
    {kind: 'told-orally', on: '2026-09-08'},
  ])
  const on = '2026-09-10'
  expect(clock(application, 'visit', on)).toEqual({dueOn: '2026-02-10', state: 'met'})
  // Good Friday and Easter Monday of 2026 do not count.
  expect(clock(application, 'stage-1-notice', on)).toEqual({dueOn: '2026-04-20', state: 'met'})
  expect(clock(application, 'panel-papers', on)).toEqual({dueOn: '2026-08-13', state: 'met'})
  expect(clock(application, 'panel', on)).toEqual({dueOn: '2026-11-02', state: 'met'})
  // 31 August is a bank holiday.
  expect(clock(application, 'decision', on)).toEqual({dueOn: '2026-09-03', state: 'met'})
  expect(clock(application, 'oral-notice', on)).toEqual({dueOn: '2026-09-07', state: 'met-late'})
  expect(clock(application, 'written-notice', on)).toEqual({dueOn: '2026-09-10', state: 'due'})
})

test('paused time does not count for the panel, and the law does not wait', () => {
  const paused = {
    ...having(anApplication(), upTo('stage-1-information')),
    pauses: [{from: '2026-04-03', until: '2026-05-03', reason: 'A death in the family'}],
  }
  expect(clock(paused, 'panel', '2026-06-01')).toEqual({dueOn: '2026-12-02', state: 'running'})
  expect(clock(paused, 'stage-1-notice', '2026-06-01')).toEqual({dueOn: '2026-04-20', state: 'overdue'})
  expect(clock(paused, 'panel', '2026-04-10')).toEqual({dueOn: '2026-11-10', state: 'paused'})
})

test('a withdrawal stops the clocks, and what was late is not forgotten', () => {
  const withdrawn = having(anApplication(), [
    ...upTo('application-accepted'),
    {kind: 'withdrawn', on: '2026-03-10', code: 'AW4', reason: 'The allowance'},
  ])
  expect(clock(withdrawn, 'panel', '2026-12-31')?.state).toBe('stopped')
  expect(clock(withdrawn, 'response', '2026-12-31')?.state).toBe('met')
})
