import {describe, expect, it} from 'vitest'
import type {AuthorityId, ChildId} from '../../../domain/ids.ts'
import {observeChild} from '../../../functions/panel/observe.ts'
import {given, ifMatch, pointersIn, problemIn} from './a-borough.ts'
import {APPROVAL, aPanel, CHAIR, eventsIn, goesHome, inTheMorning, MEMBER, recordCosts} from './a-panel.ts'

describe('costs', () => {
  it('are none until they are recorded, and then add up part by part', async () => {
    const panel = await aPanel()
    const params = {placementId: panel.placementId}
    expect(await given(panel.service, 'getCosts', {params})).toMatchObject({
      version: 1,
      components: [],
      penceAWeek: 600_000,
      fundedBy: [{funder: 'social-care', pence: 600_000}],
    })
    const costs = await recordCosts(panel, {
      components: [
        {kind: 'placement', label: 'fee', penceAWeek: 500_001, from: '2026-12-01'},
        {kind: 'education', label: 'school', penceAWeek: 100_000, from: '2026-12-01', until: '2027-01-01'},
      ],
      shares: [
        {funder: 'education', basisPoints: 3333},
        {funder: 'health', basisPoints: 3333},
      ],
    })
    expect(costs).toMatchObject({
      version: 2,
      penceAWeek: 600_001,
      fundedBy: [
        {funder: 'social-care', pence: 200_041},
        {funder: 'education', pence: 199_980},
        {funder: 'health', pence: 199_980},
      ],
    })
  })

  it('are refused where shares come to more than the whole, and nothing is written', async () => {
    const panel = await aPanel()
    const reply = await panel.service.call('recordCosts', {
      params: {placementId: panel.placementId},
      ...ifMatch(1),
      body: {
        shares: [
          {funder: 'education', basisPoints: 5001},
          {funder: 'health', basisPoints: 5000},
        ],
      },
    })
    expect(problemIn(reply)).toMatchObject({
      status: 422,
      errors: [{pointer: '/shares', detail: 'must not come to more than 10000 together, which is the whole'}],
    })
    const params = {placementId: panel.placementId}
    expect(await given(panel.service, 'getCosts', {params})).toMatchObject({version: 1, shares: []})
  })

  it('are refused over a version that is no longer current', async () => {
    const panel = await aPanel()
    await recordCosts(panel, {contractEndsOn: '2027-01-01'})
    const params = {placementId: panel.placementId}
    const late = await panel.service.call('recordCosts', {params, ...ifMatch(1), body: {}})
    expect(problemIn(late)).toMatchObject({status: 412, currentVersion: 2})
  })
})

describe('a case', () => {
  it('opens itself once, however often the same is told', async () => {
    const panel = await aPanel()
    const look = () =>
      observeChild(
        panel.service.surroundings.table,
        'E09000023' as AuthorityId,
        panel.childId as ChildId,
        panel.clock.now,
      )
    for (const again of [look, () => inTheMorning(panel), look])
      expect(await again()).toEqual({changed: 0, left: 0})
    const {items} = (await given(panel.service, 'listCases', {claims: MEMBER})) as unknown as {
      items: readonly object[]
    }
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      id: panel.placementId,
      version: 1,
      state: 'open',
      meets: ['weekly-cost', 'new-external'],
      openings: [{on: '2026-12-10', asked: null, closed: null}],
    })
    expect(await eventsIn(panel, panel.placementId)).toEqual(['hearth.panel-case-opened.v1'])
  })

  it('opens once when two look at the same moment', async () => {
    const panel = await aPanel(null)
    await recordCosts(panel, {contractEndsOn: '2027-01-01'})
    const seen = await Promise.all([inTheMorning(panel), inTheMorning(panel)])
    expect(seen.map(({left}) => left)).toEqual([0, 0])
    expect(seen.reduce((sum, {changed}) => sum + changed, 0)).toBe(1)
    expect(await panel.ask('getCase')).toMatchObject({version: 2, meets: ['new-external', 'contract-ending']})
  })

  it('says when it meets no trigger any more, and waits for a person', async () => {
    const panel = await aPanel()
    await goesHome(panel, '2026-12-12')
    panel.clock.now = '2026-12-13T05:00:00.000Z'
    await inTheMorning(panel)
    expect(await panel.ask('getCase')).toMatchObject({state: 'open', meets: []})
    expect(await panel.ask('closeCase', {reason: 'She went home.'})).toMatchObject({
      state: 'closed',
      openings: [{closed: {on: '2026-12-13', by: CHAIR.sub, reason: 'She went home.'}}],
    })
    const {items} = (await given(panel.service, 'listCases', {claims: MEMBER})) as unknown as {items: []}
    expect(items).toEqual([])
  })

  it('is not closed while a trigger holds', async () => {
    const panel = await aPanel()
    const reply = await panel.service.call('closeCase', {...panel.inCase, body: {reason: 'Enough.'}})
    expect(problemIn(reply)).toMatchObject({
      status: 409,
      type: '/problems#trigger-holds',
      detail: 'It still meets: weekly-cost, new-external.',
    })
    expect(await panel.ask('getCase')).toMatchObject({version: 1, state: 'open'})
  })

  it('can be opened by a person, of a main placement, once', async () => {
    const panel = await aPanel()
    const open = (placementId: string) =>
      panel.service.call('openCase', {claims: MEMBER, body: {placementId, reason: 'The cost will rise.'}})
    expect(problemIn(await open(panel.placementId))).toMatchObject({type: '/problems#case-open'})
    const nowhere = '019ab000-0000-7000-8000-999999999999'
    expect(pointersIn(await open(nowhere))).toEqual(['/placementId'])
  })

  it('of a closed case opens again, the same one', async () => {
    const panel = await aPanel()
    await goesHome(panel, '2026-12-12')
    panel.clock.now = '2026-12-13T05:00:00.000Z'
    await panel.ask('closeCase', {reason: 'She went home.'})
    const body = {placementId: panel.placementId, reason: 'A bill has come.'}
    const opened = await given(panel.service, 'openCase', {claims: MEMBER, body})
    expect(opened).toMatchObject({
      id: panel.placementId,
      state: 'open',
      openings: [{}, {on: '2026-12-13', asked: {reason: 'A bill has come.'}, closed: null}],
    })
  })

  it('of another authority is not found', async () => {
    const panel = await aPanel()
    const theirs = {...CHAIR, authority: 'E09000022'}
    for (const route of ['getCase', 'getCasePack'] as const)
      expect((await panel.service.call(route, {...panel.inCase, claims: theirs})).status).toBe(404)
    const decided = await panel.service.call('decideCase', {...panel.inCase, claims: theirs, body: APPROVAL})
    expect(decided.status).toBe(404)
  })
})

describe('the pack of a case', () => {
  it('has the child, the cost, the search and the homes that there are now', async () => {
    const panel = await aPanel()
    await recordCosts(panel, {
      components: [{kind: 'placement', label: 'fee', penceAWeek: 700_000, from: '2026-12-01'}],
    })
    expect(await panel.ask('getCasePack')).toMatchObject({
      caseId: panel.placementId,
      asOf: '2026-12-10',
      urgency: 'other',
      triggers: [{trigger: 'weekly-cost', words: '£7,000 a week'}, {trigger: 'new-external'}],
      cost: {
        penceAWeek: 700_000,
        yearPence: 36_500_000,
        soFar: {pence: 900_000, nights: 9, notKnownNights: 0},
      },
      reviewDueOn: '2027-01-07',
      history: [{from: '2026-12-01', until: null, nights: 9, place: 'K2', provider: 'PR4'}],
      stepDown: {
        stability: {nights: 9, settled: false},
        suitability: null,
        options: [{rank: 1, group: 'in-house', wouldLose: ['a home of 9 nights']}],
      },
    })
  })
})
