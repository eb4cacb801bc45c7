import {describe, expect, test} from 'vitest'
import type {Deadline} from '../../../domain/placement/deadlines.ts'
import type {Application} from '../../../domain/recruitment/application.ts'
import {deadlinesOfApplication} from '../../../domain/recruitment/deadlines.ts'
import {decidePause, decideResume} from '../../../domain/recruitment/pause.ts'
import {DEFAULT_RECRUITMENT} from '../../../domain/recruitment/policy.ts'
import {anApplication, CONTEXT, having, recorded, upTo} from './an-application.ts'

const on = (application: Application, day: string, kept: readonly Deadline[] = []) =>
  deadlinesOfApplication(application, DEFAULT_RECRUITMENT, kept, `${day}T09:00:00.000Z`)
const of = (deadlines: readonly Deadline[], kind: Deadline['kind']) =>
  deadlines.find(deadline => deadline.kind === kind)

describe('every clock of an application is a deadline', () => {
  test('of which is told two working days before its last day, or four weeks where it takes months', () => {
    const deadlines = on(having(anApplication(), upTo('application-accepted')), '2026-03-02')
    expect(deadlines.map(({kind, dueOn, approachingFrom}) => [kind, dueOn, approachingFrom])).toEqual([
      ['recruitment-panel', '2026-11-02', '2026-10-04T23:00:00.000Z'],
    ])
    const asked = of(on(having(anApplication(), upTo('first-contact')), '2026-02-03'), 'recruitment-visit')
    expect(asked).toMatchObject({
      dueOn: '2026-02-10',
      approachingFrom: '2026-02-06T00:00:00.000Z',
      lapsesAt: '2026-02-11T00:00:00.000Z',
      words: 'visit the home, by 10 February 2026',
    })
  })

  test('never told of before it runs', () => {
    expect(of(on(anApplication(), '2026-02-02'), 'recruitment-response')?.approachingFrom).toBe(
      '2026-02-02T00:00:00.000Z',
    )
  })

  test('what was done keeps what was told of it; what was done before anybody heard is left out', () => {
    const told = on(anApplication(), '2026-02-02').map(deadline => ({
      ...deadline,
      raised: {approaching: deadline.lapsesAt, lapsed: null},
    }))
    const contacted = having(anApplication(), upTo('first-contact'))
    expect(of(on(contacted, '2026-02-03', told), 'recruitment-response')).toMatchObject({
      settled: {as: 'met', at: '2026-02-03T00:00:00.000Z'},
      raised: {approaching: '2026-02-04T00:00:00.000Z'},
    })
    expect(of(on(contacted, '2026-02-03'), 'recruitment-response')).toBeUndefined()
  })

  test('each review has its own', () => {
    const decision = {kind: 'decision', on: '2025-11-03', outcome: 'approved'} as const
    const approved = {
      ...anApplication({enquiry: {on: '2025-02-03', source: 'website', campaignId: null}}),
      milestones: [{...decision, terms: null as never, overBedrooms: null}],
    }
    const before = on(approved, '2025-11-03')
    const reviewed = recorded(approved, {kind: 'review', on: '2026-10-20', continues: true, toPanel: true})
    const after = on(reviewed, '2026-10-20', before).filter(({kind}) => kind === 'recruitment-review')
    expect(after.map(({dueOn, settled}) => [dueOn, settled?.as])).toEqual([
      ['2026-11-03', 'met'],
      ['2027-10-20', undefined],
    ])
  })
})

describe('nothing is due', () => {
  const visiting = having(anApplication(), upTo('first-contact'))

  test('while a clock is paused; it runs again as long as was left', () => {
    const before = on(visiting, '2026-02-03')
    const paused = decidePause(visiting, {from: '2026-02-05', reason: 'They moved house'}, CONTEXT.today)
    if (!paused.ok) throw new Error('refused')
    const still = on(paused.value, '2026-02-05', before)
    expect(of(still, 'recruitment-visit')?.settled?.as).toBe('withdrawn')
    const resumed = decideResume(paused.value, '2026-02-09', CONTEXT.today)
    if (!resumed.ok) throw new Error('refused')
    expect(of(on(resumed.value, '2026-02-09', still), 'recruitment-visit')).toMatchObject({
      settled: null,
      dueOn: '2026-02-12',
    })
  })

  test('once the application has ended', () => {
    const before = on(visiting, '2026-02-03')
    const withdrawn = recorded(visiting, {kind: 'withdrawn', on: '2026-02-05', code: 'AW3', reason: 'A job'})
    expect(on(withdrawn, '2026-02-05', before).map(({settled}) => settled?.as)).toEqual(['withdrawn'])
  })

  test('from the day on which a resignation takes effect', () => {
    const approved = {
      ...anApplication(),
      milestones: [
        {kind: 'decision', on: '2026-09-02', outcome: 'approved', terms: null as never, overBedrooms: null},
        {kind: 'resignation-received', on: '2026-11-02', reason: 'They retire'},
      ] as const,
    }
    expect(of(on(approved, '2026-11-02'), 'recruitment-review')?.settled).toEqual({
      as: 'withdrawn',
      at: '2026-12-01T00:00:00.000Z',
    })
  })
})
