import {describe, expect, test} from 'vitest'
import type {Application} from '../../../domain/recruitment/application.ts'
import {approve, approveForATime} from '../../../domain/recruitment/approve.ts'
import {resign} from '../../../domain/recruitment/change-household.ts'
import {correctMilestone, type Subject} from '../../../domain/recruitment/correct-milestone.ts'
import {lastOf, type MilestoneKind} from '../../../domain/recruitment/milestone.ts'
import {refusalInWords} from '../../../domain/recruitment/refusal-words.ts'
import {childId} from '../../support/matching.ts'
import {
  AS,
  ASSESSED,
  anApplication,
  CONTEXT,
  granted,
  having,
  MADE,
  TERMS,
  TODAY,
  upTo,
} from './an-application.ts'

const correct = (subject: Subject, kind: MilestoneKind, on: string, reason = 'A slip of the pen') =>
  correctMilestone(subject, lastOf(subject.application.milestones, kind)!, {on, reason}, CONTEXT)
const ofApplication = (application: Application): Subject => ({application, household: null})
const assessed = ofApplication(having(anApplication(), ASSESSED))
const approved = granted(approve(assessed.application, MADE, AS))

describe('the day of a milestone can be corrected with a reason', () => {
  test('and what it was stays on record', () => {
    const {application} = granted(correct(assessed, 'home-visit', '2026-02-12'))
    expect(lastOf(application.milestones, 'home-visit')?.on).toBe('2026-02-12')
    expect(application.corrections).toEqual([
      {milestone: 'home-visit', from: '2026-02-09', to: '2026-02-12', on: TODAY, reason: 'A slip of the pen'},
    ])
  })

  test('also once the application has ended, and the day of its end', () => {
    const withdrawn = ofApplication(
      having(anApplication(), [
        ...upTo('home-visit'),
        {kind: 'withdrawn', on: '2026-03-10', code: 'AW3', reason: 'A new job'},
      ]),
    )
    expect(correct(withdrawn, 'home-visit', '2026-02-10').ok).toBe(true)
    expect(correct(withdrawn, 'withdrawn', '2026-03-11').ok).toBe(true)
  })

  test.each<[MilestoneKind, string, string]>([
    ['home-visit', '2026-02-01', 'home visit cannot come before the enquiry of 2 February 2026'],
    ['home-visit', '2026-02-02', 'home visit cannot come before first contact of 3 February 2026'],
    ['home-visit', '2026-11-24', 'home visit cannot be recorded before it happens, on 24 November 2026'],
    ['application-accepted', '2026-03-04', 'stage 1 started needs application accepted first'],
    ['stage-1-information', '2026-03-30', 'not all has come back: disclosure'],
    ['minutes-received', '2026-08-19', 'minutes received needs panel first'],
  ])('%s on %s: %s', (kind, on, words) => {
    const result = correct(assessed, kind, on)
    expect(result.ok ? null : refusalInWords(result.error)).toBe(words)
  })

  test('never without a reason', () => {
    expect(correct(assessed, 'home-visit', '2026-02-12', ' ')).toMatchObject({error: {kind: 'no-reason'}})
  })

  test('what was recorded while the policy had another panel is corrected all the same', () => {
    const policy = {...CONTEXT.policy, panel: false}
    const [visit] = assessed.application.milestones.filter(({kind}) => kind === 'home-visit')
    const result = correctMilestone(
      assessed,
      visit!,
      {on: '2026-02-10', reason: 'A slip'},
      {...CONTEXT, policy},
    )
    expect(result.ok).toBe(true)
  })
})

describe('the days of the household follow', () => {
  test('the approval begins with the decision', () => {
    const {household} = granted(correct(approved, 'decision', '2026-09-03'))
    expect(household).toMatchObject({approval: {from: '2026-09-03'}, status: {from: '2026-09-03'}})
  })

  test('a resignation ends it 28 days after the notice', () => {
    const resigned = granted(resign(approved, {on: '2026-10-01', reason: 'They retire'}, CONTEXT))
    const {household} = granted(correct(resigned, 'resignation-received', '2026-10-05'))
    expect(household).toMatchObject({
      approval: {from: '2026-09-02', until: '2026-11-02'},
      status: {state: 'notice-given', from: '2026-10-05'},
    })
  })

  test('a temporary approval lasts its 16 weeks', () => {
    const kin = having(anApplication({kind: 'connected-person'}), upTo('stage-1-started'))
    const terms = {...TERMS, namedChildren: [childId('child-1')]}
    const temporary = granted(approveForATime(kin, {...MADE, on: '2026-03-10', terms}, AS))
    const {household} = granted(correct(temporary, 'temporary-approval', '2026-03-11'))
    expect(household?.approval).toMatchObject({from: '2026-03-11', until: '2026-07-01'})
  })

  test('but not days that somebody has set otherwise', () => {
    const household = {...approved.household, approval: {...approved.household.approval, from: '2026-08-30'}}
    expect(
      granted(correct({...approved, household}, 'decision', '2026-09-03')).household?.approval.from,
    ).toBe('2026-08-30')
  })
})
