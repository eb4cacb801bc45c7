import {describe, expect, it} from 'vitest'
import type {ActionId, DecisionId} from '../../../domain/ids.ts'
import {closeCase, observe, openCase, type PanelCase} from '../../../domain/panel/case.ts'
import {type DecisionContext, decide, supersede} from '../../../domain/panel/decide.ts'
import {addAction, recordActionDone, tellStepDownOverdue} from '../../../domain/panel/follow-up.ts'
import {DEFAULT_PANEL} from '../../../domain/panel/policy.ts'
import {reviewDueOn, workOf} from '../../../domain/panel/review.ts'
import {childId} from '../../support/matching.ts'
import {aDecision, anAction, anApproval, aStepDown, placementId} from '../../support/panel.ts'

const OF = {placementId: placementId('p'), childId: childId('c')}
const DEAR = [{trigger: 'weekly-cost', words: '£6,000 a week'}] as const

const opened: PanelCase = observe(null, OF, DEAR, '2026-06-01')!.panelCase
const context = (facts: Partial<DecisionContext> = {}): DecisionContext => ({
  id: 'd' as DecisionId,
  chair: 'chair',
  at: '2026-06-10T12:00:00.000Z',
  weeklyCostPence: 600_000,
  policy: DEFAULT_PANEL,
  ...facts,
})
const closed = {on: '2026-06-05', at: '2026-06-05T12:00:00.000Z', by: 'chair', reason: 'She went home.'}

const given = <T>(result: {ok: true; value: T} | {ok: false; error: unknown}): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('a case', () => {
  it('closes by a person once nothing holds, and not before', () => {
    expect(closeCase(opened, DEAR, closed)).toEqual({
      ok: false,
      error: {kind: 'trigger-holds', triggers: ['weekly-cost']},
    })
    const {openings, triggers} = given(closeCase(opened, [], closed))
    expect(openings).toEqual([{on: '2026-06-01', asked: null, closed}])
    expect(triggers).toEqual([{trigger: 'weekly-cost', from: '2026-06-01', until: '2026-06-05'}])
  })

  it('that is closed opens again, the same one, when a trigger holds', () => {
    const again = observe(given(closeCase(opened, [], closed)), OF, DEAR, '2026-07-01')!
    expect(again.opened).toBe(true)
    expect(again.panelCase.id).toBe(opened.id)
    expect(again.panelCase.openings.map(({on}) => on)).toEqual(['2026-06-01', '2026-07-01'])
  })

  it('can be opened by a person, once', () => {
    const asked = {by: 'officer', reason: 'The cost will rise.'}
    expect(openCase(opened, OF, asked, '2026-06-02')).toEqual({ok: false, error: {kind: 'case-open'}})
    expect(given(openCase(null, OF, asked, '2026-06-02')).openings).toEqual([
      {on: '2026-06-02', asked, closed: null},
    ])
  })
})

describe('a decision', () => {
  const refusalOf = (...asked: Parameters<typeof decide>) => {
    const decided = decide(...asked)
    return decided.ok ? null : decided.error
  }

  it('is recorded with what it was made on', () => {
    const {decisions} = given(decide(opened, anApproval('2026-06-10'), context()))
    expect(decisions).toEqual([
      {
        ...anApproval('2026-06-10'),
        id: 'd',
        at: '2026-06-10T12:00:00.000Z',
        chair: 'chair',
        weeklyCostPence: 600_000,
        superseded: null,
      },
    ])
  })

  it('is refused on a closed case', () => {
    expect(refusalOf(given(closeCase(opened, [], closed)), anApproval('2026-06-10'), context())).toEqual({
      kind: 'case-closed',
      on: '2026-06-05',
    })
  })

  it.each([
    ['a review in the past', {reviewOn: '2026-06-09'}, '/reviewOn', 'must not be in the past'],
    ['an end in the past', {until: '2026-06-09'}, '/until', 'must not be in the past'],
    [
      'a step-down in the past',
      {stepDown: aStepDown('2026-06-09')},
      '/stepDown/by',
      'must not be in the past',
    ],
    [
      'a condition due in the past',
      {actions: [anAction('a', '2026-07-01'), anAction('b', '2026-06-09')]},
      '/actions/1/dueOn',
      'must not be in the past',
    ],
    ['a day to come', {on: '2026-06-11'}, '/on', 'must not be in the future'],
    ['a day before the case opened', {on: '2026-05-31'}, '/on', 'must not be before the case opened'],
  ] as const)('is refused with %s', (_, made, pointer, words) => {
    expect(refusalOf(opened, anApproval('2026-06-10', made), context())).toEqual({
      kind: 'day-wrong',
      pointer,
      words,
    })
  })

  it('needs a quorum of members without a conflict', () => {
    const conflicts = [{member: 'finance', words: 'is related to the provider'}]
    expect(refusalOf(opened, anApproval('2026-06-10', {conflicts}), context())).toEqual({
      kind: 'no-quorum',
      needed: 3,
      present: 2,
    })
  })

  it.each([1_000_000, 2_000_000, null])(
    'of %s pence a week needs the second role as well',
    weeklyCostPence => {
      const role = DEFAULT_PANEL.topBand.role
      const over = context({weeklyCostPence})
      expect(refusalOf(opened, anApproval('2026-06-10'), over)).toEqual({kind: 'second-role-missing', role})
      const wrong = {role: 'service-manager', by: 'a', on: '2026-06-10', reason: 'yes'}
      expect(refusalOf(opened, anApproval('2026-06-10', {secondApproval: wrong}), over)).not.toBeNull()
      const secondApproval = {...wrong, role}
      expect(refusalOf(opened, anApproval('2026-06-10', {secondApproval}), over)).toBeNull()
      expect(refusalOf(opened, anApproval('2026-06-10', {kind: 'defer'}), over)).toBeNull()
    },
  )

  it('of a penny under the top band is the chair’s alone', () => {
    expect(refusalOf(opened, anApproval('2026-06-10'), context({weeklyCostPence: 999_999}))).toBeNull()
  })

  it('is superseded once, with a reason, and stays on record', () => {
    const first = given(decide(opened, anApproval('2026-06-10'), context()))
    const made = anApproval('2026-06-10', {kind: 'search-continues'})
    const next = context({id: 'e' as DecisionId})
    const after = given(supersede(first, 'd' as DecisionId, 'The cost was wrong.', made, next))
    expect(after.decisions.map(({id, kind, superseded}) => [id, kind, superseded])).toEqual([
      ['d', 'approve', {by: 'e', at: next.at, reason: 'The cost was wrong.'}],
      ['e', 'search-continues', null],
    ])
    expect(supersede(after, 'd' as DecisionId, 'Again.', made, next)).toEqual({
      ok: false,
      error: {kind: 'superseded-already'},
    })
    expect(supersede(after, 'x' as DecisionId, 'Again.', made, next)).toEqual({
      ok: false,
      error: {kind: 'not-found', what: 'decision'},
    })
  })
})

describe('a review', () => {
  const due = (panelCase: PanelCase, weeklyCostPence: number | null = 600_000) =>
    reviewDueOn(panelCase, {weeklyCostPence}, DEFAULT_PANEL)
  const with_ = (...on: readonly string[]): PanelCase => ({
    ...opened,
    decisions: on.map(day => aDecision(day, {until: null})),
  })

  it('comes 28 days after a case opened, then after three months, then every six', () => {
    expect(due(opened)).toBe('2026-06-29')
    expect(due(with_('2026-06-10'))).toBe('2026-09-09')
    expect(due(with_('2026-06-10', '2026-09-01'))).toBe('2027-03-02')
  })

  it('comes weekly over the top band, where the cost is not known, and for the unregistered', () => {
    expect(due(with_('2026-06-10'), 1_000_000)).toBe('2026-06-17')
    expect(due(with_('2026-06-10'), null)).toBe('2026-06-17')
    const triggers = [{trigger: 'unregistered', from: '2026-06-01', until: null}] as const
    expect(due({...with_('2026-06-10'), triggers})).toBe('2026-06-17')
  })

  it('comes earlier where the decision says so, or ends sooner', () => {
    const early = {...opened, decisions: [aDecision('2026-06-10', {reviewOn: '2026-07-01', until: null})]}
    expect(due(early)).toBe('2026-07-01')
    expect(due({...opened, decisions: [aDecision('2026-06-10', {until: '2026-08-01'})]})).toBe('2026-08-01')
  })

  it('is not due of a closed case', () => {
    expect(due(given(closeCase(opened, [], closed)))).toBeNull()
  })
})

describe('what was agreed', () => {
  const agreed: PanelCase = {
    ...opened,
    decisions: [
      aDecision('2026-06-10', {
        kind: 'step-down-agreed',
        until: null,
        stepDown: aStepDown('2026-08-01'),
        actions: [anAction('a', '2026-07-01')],
      }),
    ],
  }
  const now = {weeklyCostPence: 600_000, livesThere: true}

  it('is work until it is done, and the step-down until the child has moved', () => {
    expect(workOf(agreed, now, DEFAULT_PANEL).map(({kind, dueOn}) => [kind, dueOn])).toEqual([
      ['action', '2026-07-01'],
      ['step-down', '2026-08-01'],
      ['review', '2026-09-09'],
    ])
    const done = given(
      recordActionDone(agreed, 'a' as ActionId, {on: '2026-06-30', by: 'officer'}, '2026-06-30'),
    )
    expect(workOf(done, {...now, livesThere: false}, DEFAULT_PANEL).map(({kind}) => kind)).toEqual(['review'])
    expect(recordActionDone(done, 'a' as ActionId, {on: '2026-06-30', by: 'officer'}, '2026-06-30')).toEqual({
      ok: false,
      error: {kind: 'settled-already', as: 'met'},
    })
  })

  it('is told of once for each agreed day', () => {
    expect(tellStepDownOverdue(agreed, '2026-08-01', true)).toBeNull()
    expect(tellStepDownOverdue(agreed, '2026-08-02', false)).toBeNull()
    const told = tellStepDownOverdue(agreed, '2026-08-02', true)!
    expect(told.by).toBe('2026-08-01')
    expect(tellStepDownOverdue(told.panelCase, '2026-08-03', true)).toBeNull()
  })

  it('can be added to while the case is open, for a day to come', () => {
    expect(given(addAction(opened, anAction('n', '2026-06-10'), '2026-06-10')).actions).toHaveLength(1)
    expect(addAction(opened, anAction('n', '2026-06-09'), '2026-06-10')).toEqual({
      ok: false,
      error: {kind: 'due-in-the-past'},
    })
    const over = given(closeCase(opened, [], closed))
    expect(addAction(over, anAction('n', '2026-06-10'), '2026-06-10').ok).toBe(false)
  })
})
