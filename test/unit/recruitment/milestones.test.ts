import {describe, expect, test} from 'vitest'
import {clocksOn} from '../../../domain/recruitment/clocks.ts'
import {endingBy} from '../../../domain/recruitment/ending.ts'
import {decidePause, decideResume} from '../../../domain/recruitment/pause.ts'
import {type Recordable, recordMilestone} from '../../../domain/recruitment/record-milestone.ts'
import {refusalInWords} from '../../../domain/recruitment/refusal-words.ts'
import {standingOn} from '../../../domain/recruitment/stage.ts'
import {ASSESSED, anApplication, CONTEXT, having, recorded, TODAY, upTo} from './an-application.ts'

const refusal = (milestones: readonly Recordable[], next: Recordable, context = CONTEXT) => {
  const result = recordMilestone(having(anApplication(), milestones), next, context)
  return result.ok ? null : refusalInWords(result.error)
}

describe('the stage of an application is read from its dated milestones', () => {
  test('each step moves it on', () => {
    const application = having(anApplication(), ASSESSED)
    const stageOn = (day: string) => standingOn(application, day)?.stage
    expect(stageOn('2026-02-01')).toBeUndefined()
    expect(stageOn('2026-02-02')).toBe('enquiry')
    expect(stageOn('2026-02-03')).toBe('contacted')
    expect(stageOn('2026-02-09')).toBe('visited')
    expect(stageOn('2026-03-02')).toBe('accepted')
    expect(stageOn('2026-03-03')).toBe('stage-1')
    expect(stageOn('2026-08-03')).toBe('assessed')
    expect(stageOn('2026-08-20')).toBe('panel-held')
  })

  test('stage 1 may still be open when stage 2 has begun', () => {
    const application = having(anApplication(), ASSESSED)
    expect(standingOn(application, '2026-04-01')).toEqual({
      stage: 'stage-2',
      since: '2026-03-23',
      stage1Open: true,
    })
    expect(standingOn(application, '2026-04-15')?.stage1Open).toBe(false)
  })

  test('a panel that defers sends it back to be assessed', () => {
    const deferred = having(anApplication(), [
      ...upTo('papers-sent'),
      {kind: 'panel', on: '2026-08-20', recommends: 'deferred'},
    ])
    expect(standingOn(deferred, TODAY)?.stage).toBe('assessed')
  })
})

describe('an impossible order of dates is refused with words', () => {
  test.each<[string, readonly Recordable[], Recordable]>([
    [
      'home visit cannot come before the enquiry of 2 February 2026',
      [],
      {kind: 'home-visit', on: '2026-02-01'},
    ],
    [
      'first contact cannot be recorded before it happens, on 24 November 2026',
      [],
      {kind: 'first-contact', on: '2026-11-24'},
    ],
    [
      'first contact is recorded already, on 3 February 2026',
      upTo('home-visit'),
      {kind: 'first-contact', on: '2026-02-05'},
    ],
    ['stage 1 started needs application accepted first', [], {kind: 'stage-1-started', on: '2026-03-01'}],
    [
      'home visit cannot come before first contact of 3 February 2026',
      upTo('first-contact'),
      {kind: 'home-visit', on: '2026-02-02'},
    ],
    [
      'home visit cannot come before first contact of 10 February 2026',
      [{kind: 'home-visit', on: '2026-02-09'}],
      {kind: 'first-contact', on: '2026-02-10'},
    ],
    [
      'not all has come back: reference-1',
      [...upTo('stage-1-started'), {kind: 'check-asked', on: '2026-03-04', check: 'reference-1'}],
      {kind: 'stage-1-information', on: '2026-04-02'},
    ],
    [
      'the check health was not asked for by then',
      upTo('check-asked'),
      {kind: 'check-returned', on: '2026-04-02', check: 'health', satisfactory: true},
    ],
    [
      'stage 1 outcome needs stage 1 information first',
      upTo('stage-2-started'),
      {kind: 'stage-1-outcome', on: '2026-04-02', suitable: true, reason: null},
    ],
    [
      'decision needs minutes received first',
      upTo('panel'),
      {kind: 'decision', on: '2026-08-25', outcome: 'not-approved', reason: 'Not suitable'},
    ],
    ['induction needs decision first', upTo('panel'), {kind: 'induction', on: '2026-09-01'}],
    [
      'withdrawn cannot come before home visit of 9 February 2026',
      upTo('home-visit'),
      {kind: 'withdrawn', on: '2026-02-06', code: 'AW3', reason: 'A new job'},
    ],
    ['withdrawn needs a reason', [], {kind: 'withdrawn', on: '2026-02-05', code: 'AW3', reason: ' '}],
    [
      'these applicants do not come from another service',
      upTo('application-accepted'),
      {kind: 'previous-approval-ended', on: '2026-03-05'},
    ],
  ])('%s', (words, before, next) => {
    expect(refusal(before, next)).toBe(words)
  })

  test('a panel is refused where the policy has none, and the decision needs none', () => {
    const policy = {...CONTEXT.policy, panel: false}
    const application = having(anApplication(), upTo('stage-2-completed'))
    const panel = recordMilestone(
      application,
      {kind: 'panel', on: '2026-08-20', recommends: 'approve'},
      {...CONTEXT, policy},
    )
    expect(panel).toMatchObject({ok: false, error: {kind: 'no-panel'}})
    const decision = {
      kind: 'decision',
      on: '2026-08-20',
      outcome: 'not-approved',
      reason: 'No room for a child',
    } as const
    expect(recordMilestone(application, decision, {...CONTEXT, policy}).ok).toBe(true)
  })
})

describe('an application that has ended stays ended', () => {
  test('nothing can be recorded on one that was withdrawn', () => {
    const withdrawn: Recordable = {kind: 'withdrawn', on: '2026-03-10', code: 'AW3', reason: 'A new job'}
    expect(
      refusal([...upTo('stage-1-started'), withdrawn], {kind: 'stage-2-started', on: '2026-03-12'}),
    ).toBe('stage 2 started cannot be recorded: the application was withdrawn (10 March 2026)')
  })

  test('a refusal after stage 1 has no review, one by the decision maker has', () => {
    const stage1 = having(anApplication(), [
      ...upTo('stage-1-started'),
      {kind: 'stage-1-outcome', on: '2026-03-20', suitable: false, reason: 'A check'},
    ])
    expect(endingBy(stage1, TODAY)).toMatchObject({at: 'stage-1', appeal: {route: 'complaint'}})
    const decided = having(anApplication(), [
      ...ASSESSED,
      {kind: 'decision', on: '2026-08-27', outcome: 'not-approved', reason: 'Not ready'},
      {kind: 'told-in-writing', on: '2026-09-01'},
    ])
    expect(endingBy(decided, TODAY)).toMatchObject({
      at: 'decision',
      appeal: {route: 'representations-or-review', until: '2026-09-29'},
    })
    expect(standingOn(decided, TODAY)?.stage).toBe('refused')
  })
})

describe('after representations the decision maker decides once more', () => {
  const refused = having(anApplication(), [
    ...ASSESSED,
    {kind: 'decision', on: '2026-08-27', outcome: 'not-approved', reason: 'Not ready'},
    {kind: 'told-orally', on: '2026-08-28'},
    {kind: 'told-in-writing', on: '2026-09-01'},
  ])

  test('and a second refusal is the last', () => {
    const again = recorded(refused, {
      kind: 'decision',
      on: '2026-10-20',
      outcome: 'not-approved',
      reason: 'As before',
    })
    expect(endingBy(again, TODAY)).toMatchObject({on: '2026-10-20', appeal: {route: 'complaint'}})
    expect(endingBy(again, '2026-10-19')).toMatchObject({
      on: '2026-08-27',
      appeal: {route: 'representations-or-review'},
    })
    const third = {kind: 'decision', on: '2026-11-01', outcome: 'not-approved', reason: 'Again'} as const
    expect(recordMilestone(again, third, CONTEXT)).toMatchObject({error: {kind: 'recorded-already'}})
  })

  test('and the applicants are told anew', () => {
    const again = recorded(refused, {
      kind: 'decision',
      on: '2026-10-20',
      outcome: 'not-approved',
      reason: 'As before',
    })
    const oral = clocksOn(again, CONTEXT.policy, '2026-10-21').find(({kind}) => kind === 'oral-notice')
    expect(oral).toMatchObject({dueOn: '2026-10-22', doneOn: null, state: 'running'})
  })
})

describe('clocks are paused only with a reason', () => {
  test('a blank one is refused, and two pauses never overlap', () => {
    const application = anApplication()
    expect(decidePause(application, {from: '2026-02-03', reason: '  '}, TODAY)).toMatchObject({
      error: {kind: 'no-reason'},
    })
    const paused = decidePause(application, {from: '2026-02-03', reason: 'They moved house'}, TODAY)
    if (!paused.ok) throw new Error('refused')
    expect(decidePause(paused.value, {from: '2026-02-05', reason: 'Illness'}, TODAY)).toMatchObject({
      error: {kind: 'paused-already', since: '2026-02-03'},
    })
    expect(decideResume(paused.value, '2026-02-03', TODAY)).toMatchObject({error: {kind: 'out-of-order'}})
    const resumed = decideResume(paused.value, '2026-02-10', TODAY)
    if (!resumed.ok) throw new Error('refused')
    expect(resumed.value.pauses).toEqual([
      {from: '2026-02-03', until: '2026-02-10', reason: 'They moved house'},
    ])
    expect(decideResume(resumed.value, '2026-02-11', TODAY)).toMatchObject({error: {kind: 'not-paused'}})
    expect(decidePause(resumed.value, {from: '2026-02-09', reason: 'Illness'}, TODAY)).toMatchObject({
      error: {kind: 'out-of-order'},
    })
  })
})
