import {describe, expect, it} from 'vitest'
import type {CaseId, PlacementId} from '../../../domain/ids.ts'
import {agendaOf, type CaseNow} from '../../../domain/panel/agenda.ts'
import {observe} from '../../../domain/panel/case.ts'
import type {Decision} from '../../../domain/panel/decision.ts'
import {changedSince, newMeeting, publish} from '../../../domain/panel/meeting.ts'
import {DEFAULT_PANEL, type TriggerName} from '../../../domain/panel/policy.ts'
import {childId} from '../../support/matching.ts'
import {aDecision, aStepDown} from '../../support/panel.ts'

const DAY = '2026-06-15'

function aCase(
  id: string,
  weeklyCostPence: number | null,
  triggers: readonly TriggerName[],
  decisions: readonly Decision[] = [],
): CaseNow {
  const of = {placementId: id as PlacementId, childId: childId(`child-of-${id}`)}
  const held = triggers.map(trigger => ({trigger, words: trigger}))
  const {panelCase} = observe(null, of, held, '2026-06-01')!
  return {panelCase: {...panelCase, decisions}, weeklyCostPence, livesThere: true}
}

const order = (cases: readonly CaseNow[], day = DAY) =>
  agendaOf(cases, day, DEFAULT_PANEL).map(({now}) => now.panelCase.id)

describe('an agenda', () => {
  it('has the most urgent first, then the dearest, then by case', () => {
    const past = aDecision('2026-06-02', {
      kind: 'step-down-agreed',
      until: null,
      stepDown: aStepDown('2026-06-14'),
    })
    const cases = [
      aCase('other-b', 500_000, ['weekly-cost']),
      aCase('other-a', 500_000, ['weekly-cost']),
      aCase('not-known', null, ['add-ons']),
      aCase('contract', 600_000, ['contract-ending']),
      aCase('top', 1_000_000, ['weekly-cost']),
      aCase('past', 600_000, ['weekly-cost'], [past]),
      aCase('emergency', 100_000, ['emergency']),
      aCase('unregistered', 100_000, ['unregistered']),
      aCase('dear', 900_000, ['weekly-cost']),
    ]
    expect(order(cases)).toEqual([
      'unregistered',
      'emergency',
      'past',
      'top',
      'contract',
      'dear',
      'other-a',
      'other-b',
      'not-known',
    ])
  })

  it('leaves out what was decided and is not due yet', () => {
    const decided = aCase('decided', 600_000, ['weekly-cost'], [aDecision('2026-06-02', {until: null})])
    expect(order([decided])).toEqual([])
    expect(order([decided], '2026-09-01')).toEqual(['decided'])
  })
})

describe('a published pack', () => {
  const named = (id: string, fingerprint: string) => ({caseId: id as CaseId, fingerprint})
  const published = {
    at: '2026-06-12T12:00:00.000Z',
    by: 'chair',
    fingerprint: 'f',
    cases: [named('a', '1'), named('b', '2'), named('c', '3')],
  }

  it('is published once', () => {
    const meeting = publish(newMeeting(DAY), published)
    if (!meeting.ok) throw new Error('refused')
    expect(publish(meeting.value, published)).toEqual({
      ok: false,
      error: {kind: 'published-already', at: published.at},
    })
  })

  it('says what is otherwise now', () => {
    expect(changedSince(published, published.cases)).toEqual([])
    expect(changedSince(published, [named('d', '4'), named('b', '9'), named('a', '1')])).toEqual([
      {caseId: 'b', how: 'changed'},
      {caseId: 'c', how: 'no-longer-on-the-agenda'},
      {caseId: 'd', how: 'new-on-the-agenda'},
    ])
  })
})
