import {describe, expect, it} from 'vitest'
import type {Reply} from '../../../contracts/in-memory-service.ts'
import {given, pointersIn, problemIn} from './a-borough.ts'
import {type APanel, APPROVAL, aPanel, eventsIn, goesHome, inTheMorning, MEMBER, SECOND} from './a-panel.ts'

const decide = (panel: APanel, body: object, claims = panel.inCase.claims): Promise<Reply> =>
  panel.service.call('decideCase', {...panel.inCase, claims, body})

interface WithDecisions {
  readonly version: number
  readonly decisions: readonly {readonly id: string; readonly [part: string]: unknown}[]
  readonly actions: readonly {readonly id: string}[]
}
const caseOf = async (panel: APanel) => (await panel.ask('getCase')) as unknown as WithDecisions

/** Nothing of a refusal is written: not the decision, nor its event. */
async function expectUntouched(panel: APanel): Promise<void> {
  expect(await caseOf(panel)).toMatchObject({version: 1, decisions: [], actions: []})
  expect(await eventsIn(panel, panel.placementId)).toEqual(['hearth.panel-case-opened.v1'])
}

describe('a decision', () => {
  it('is recorded with its reasons, its chair and who was there, and told of', async () => {
    const panel = await aPanel()
    const reply = await decide(panel, APPROVAL)
    expect(reply.status).toBe(201)
    expect(reply.json).toMatchObject({
      version: 2,
      decisions: [
        {
          ...APPROVAL,
          on: '2026-12-10',
          chair: panel.inCase.claims.sub,
          weeklyCostPence: 600_000,
          superseded: null,
        },
      ],
    })
    expect(await eventsIn(panel, panel.placementId)).toEqual([
      'hearth.panel-case-opened.v1',
      'hearth.panel-decision-made.v1',
    ])
    await inTheMorning(panel)
    expect(await panel.ask('getCase')).toMatchObject({state: 'open', meets: ['weekly-cost']})
  })

  it('by a member who is not the chair is refused', async () => {
    const panel = await aPanel()
    expect(problemIn(await decide(panel, APPROVAL, MEMBER))).toMatchObject({
      status: 403,
      detail: 'This needs the role panel-chair.',
    })
    await expectUntouched(panel)
  })

  it('on a closed case is refused', async () => {
    const panel = await aPanel()
    await goesHome(panel, '2026-12-10')
    await panel.ask('closeCase', {reason: 'She went home.'})
    expect(problemIn(await decide(panel, APPROVAL))).toMatchObject({
      status: 409,
      type: '/problems#case-closed',
      on: '2026-12-10',
    })
    expect(await caseOf(panel)).toMatchObject({version: 2, decisions: []})
  })

  it.each([
    ['a review in the past', {...APPROVAL, reviewOn: '2026-12-09'}, '/reviewOn'],
    ['an end in the past', {...APPROVAL, until: '2026-12-09'}, '/until'],
    ['a day before the case opened', {...APPROVAL, on: '2026-12-09'}, '/on'],
    ['no end', {...APPROVAL, until: undefined}, '/until'],
    ['a part of another kind', {...APPROVAL, to: 'the director'}, '/to'],
    ['no condition', {...APPROVAL, kind: 'approve-with-conditions'}, '/actions'],
    ['nobody to ask', {...APPROVAL, kind: 'escalate', until: undefined}, '/to'],
    [
      'a share over the whole',
      {...APPROVAL, kind: 'refer-joint-funding', until: undefined, to: 'the ICB', shareBasisPoints: 10_001},
      '/shareBasisPoints',
    ],
  ])('with %s is refused with where it is', async (_, body, pointer) => {
    const panel = await aPanel()
    const reply = await decide(panel, body)
    expect(reply.status).toBe(422)
    expect(pointersIn(reply)).toEqual([pointer])
    await expectUntouched(panel)
  })

  it('without a quorum is refused', async () => {
    const panel = await aPanel()
    const conflicts = [{member: 'finance', words: 'is related to the provider'}]
    expect(problemIn(await decide(panel, {...APPROVAL, conflicts}))).toMatchObject({
      status: 409,
      detail: 'It takes 3 members without a conflict of interest; 2 are present.',
    })
    await expectUntouched(panel)
  })

  it('over the top band, or of a cost that is not known, needs the second role', async () => {
    for (const weeklyCostPence of [1_000_000, null]) {
      const panel = await aPanel(weeklyCostPence)
      expect(problemIn(await decide(panel, APPROVAL))).toMatchObject({
        status: 409,
        type: '/problems#second-role-missing',
        detail: 'This needs the approval of the role director-of-childrens-services as well.',
      })
      await expectUntouched(panel)
      expect((await decide(panel, {...APPROVAL, secondApproval: SECOND})).status).toBe(201)
    }
  })

  it('of two at once is made by one, and the other is told so', async () => {
    const panel = await aPanel()
    const both = await Promise.all([
      decide(panel, APPROVAL),
      decide(panel, {...APPROVAL, reasons: 'Another.'}),
    ])
    expect(both.map(({status}) => status).toSorted()).toEqual([201, 409])
    expect(problemIn(both.find(({status}) => status === 409)!)).toMatchObject({
      type: '/problems#state-changed',
      currentVersion: 2,
    })
    const {version, decisions} = await caseOf(panel)
    expect([version, decisions.length]).toEqual([2, 1])
    expect(await eventsIn(panel, panel.placementId)).toHaveLength(2)
  })

  it('asked for again under one key is made once', async () => {
    const panel = await aPanel()
    const headers = {'idempotency-key': 'the-same'}
    const ask = () => panel.service.call('decideCase', {...panel.inCase, headers, body: APPROVAL})
    expect((await ask()).json).toEqual((await ask()).json)
    expect((await caseOf(panel)).decisions).toHaveLength(1)
  })

  it('is superseded with a reason, and once', async () => {
    const panel = await aPanel()
    await decide(panel, APPROVAL)
    const [first] = (await caseOf(panel)).decisions
    const params = {...panel.inCase.params, decisionId: first!.id}
    const body = {reason: 'The cost was wrong.', decision: {...APPROVAL, reasons: 'At the right cost.'}}
    const supersede = () => panel.service.call('supersedeDecision', {...panel.inCase, params, body})
    expect((await supersede()).status).toBe(201)
    const {decisions} = await caseOf(panel)
    expect(decisions.map(({superseded}) => superseded)).toMatchObject([
      {by: decisions[1]!.id, reason: 'The cost was wrong.'},
      null,
    ])
    expect(problemIn(await supersede())).toMatchObject({status: 409, type: '/problems#superseded-already'})
    const late = {reason: 'Again.', decision: {...APPROVAL, reviewOn: '2026-12-01'}}
    const wrong = await panel.service.call('supersedeDecision', {
      ...panel.inCase,
      params: {...params, decisionId: decisions[1]!.id},
      body: late,
    })
    expect(pointersIn(wrong)).toEqual(['/decision/reviewOn'])
    expect((await caseOf(panel)).decisions).toHaveLength(2)
  })
})

describe('a step-down', () => {
  const STEP_DOWN = {
    kind: 'step-down-agreed',
    reasons: 'She is ready for a family.',
    present: APPROVAL.present,
    stepDown: {target: 'in-house-foster', by: '2026-12-20', owner: 'fostering', forecastPenceAWeek: 71_000},
  }

  it('is told of when it is agreed, and once when it is overdue', async () => {
    const panel = await aPanel()
    await decide(panel, STEP_DOWN)
    panel.clock.now = '2026-12-21T05:00:00.000Z'
    await inTheMorning(panel)
    await inTheMorning(panel)
    expect((await eventsIn(panel, panel.placementId)).slice(1)).toEqual([
      'hearth.panel-decision-made.v1',
      'hearth.step-down-agreed.v1',
      'hearth.step-down-overdue.v1',
    ])
    expect(await panel.ask('getCasePack')).toMatchObject({
      urgency: 'past-step-down',
      daysPastStepDown: 1,
      saving: {basePenceAWeek: 600_000, forecast: {from: '2026-12-20', oneOffPence: 0}, realised: null},
    })
  })
})

it('the page of a pack tells of the step-down, what stands in its way, and what it is to save', async () => {
  const panel = await aPanel()
  const stepDown = {
    target: 'in-house-foster',
    by: '2027-03-01',
    owner: 'fostering',
    blockers: ['no carer is vacant'],
    forecastPenceAWeek: 100_000,
  }
  const {until, ...made} = APPROVAL
  await decide(panel, {...made, kind: 'step-down-agreed', stepDown})
  const {text} = await panel.service.call('getMeetingPack', {
    claims: MEMBER,
    params: {date: '2027-03-10'},
  })
  expect(text).toContain(
    'Step-down agreed on 10 December 2026, to in-house fostering by 1 March 2027 (fostering)',
  )
  expect(text).toContain('In the way: no carer is vacant.')
  expect(text).toContain('Forecast £260,714.29 in a year; nothing is saved until the child has moved.')
})

describe('what is to be done', () => {
  it('is listed with all that is due, and says when it is overdue', async () => {
    const panel = await aPanel()
    const action = {words: 'ask the school', owner: 'virtual school', dueOn: '2026-12-12'}
    await panel.ask('addAction', action)
    panel.clock.now = '2026-12-13T09:30:00.000Z'
    const due = await given(panel.service, 'listDue', {claims: MEMBER, query: {until: '2027-01-07'}})
    const ours = (due['items'] as readonly {kind: string}[]).filter(({kind}) => kind.startsWith('panel-'))
    expect(ours).toMatchObject([
      {kind: 'panel-action', state: 'lapsed', dueOn: '2026-12-12', words: 'ask the school (virtual school)'},
      {
        kind: 'panel-review',
        about: {kind: 'case', caseId: panel.placementId},
        state: 'upcoming',
        dueOn: '2027-01-07',
      },
    ])
  })

  it('is added, done once, and not for a day that is past', async () => {
    const panel = await aPanel()
    const action = {words: 'ask the school', owner: 'virtual school', dueOn: '2026-12-10'}
    const added = (await panel.ask('addAction', action)) as unknown as WithDecisions
    expect(added.actions).toMatchObject([{...action, done: null}])
    const params = {...panel.inCase.params, actionId: added.actions[0]!.id}
    const done = (on: string) => panel.service.call('recordActionDone', {...panel.inCase, params, body: {on}})
    expect(pointersIn(await done('2026-12-11'))).toEqual(['/on'])
    expect((await done('2026-12-10')).json).toMatchObject({actions: [{done: {on: '2026-12-10'}}]})
    expect(problemIn(await done('2026-12-10'))).toMatchObject({type: '/problems#settled-already'})
    const late = await panel.service.call('addAction', {
      ...panel.inCase,
      body: {...action, dueOn: '2026-12-09'},
    })
    expect(pointersIn(late)).toEqual(['/dueOn'])
  })
})

describe('a meeting', () => {
  const of = {params: {date: '2026-12-15'}}

  it('has members, and a quorum without those who send apologies', async () => {
    const panel = await aPanel()
    const members = ['chair', 'fostering', 'finance']
    const asChair = {...of, claims: panel.inCase.claims}
    expect(await given(panel.service, 'getMeeting', asChair)).toMatchObject({version: 1, quorate: false})
    const recorded = await given(panel.service, 'recordMeeting', {
      ...asChair,
      headers: {'if-match': '"1"'},
      body: {members, apologies: ['finance']},
    })
    expect(recorded).toMatchObject({version: 2, members, quorum: 3, quorate: false, published: null})
    const late = await panel.service.call('recordMeeting', {
      ...asChair,
      headers: {'if-match': '"1"'},
      body: {},
    })
    expect(late.status).toBe(412)
  })

  it('keeps what members were shown, and says what has changed since', async () => {
    const panel = await aPanel()
    const asChair = {...of, claims: panel.inCase.claims}
    const pack = async () =>
      JSON.parse(
        (await panel.service.call('getMeetingPack', {...asChair, query: {format: 'json'}})).text,
      ) as Record<string, unknown> & {cases: readonly object[]}
    expect(await pack()).toMatchObject({published: null, changed: [], cases: [{caseId: panel.placementId}]})
    expect(problemIn(await panel.service.call('publishMeeting', {...of, claims: MEMBER})).status).toBe(403)
    const {published} = await given(panel.service, 'publishMeeting', asChair)
    expect(published).toMatchObject({fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/)})
    const shown = await pack()
    await decide(panel, APPROVAL)
    panel.clock.now = '2026-12-11T09:30:00.000Z'
    await inTheMorning(panel)
    const after = await pack()
    expect(after.cases).toEqual(shown.cases)
    expect(after['changed']).toEqual([{caseId: panel.placementId, how: 'no-longer-on-the-agenda'}])
    expect(problemIn(await panel.service.call('publishMeeting', asChair))).toMatchObject({
      status: 409,
      type: '/problems#published-already',
    })
  })

  it('is a page that says what it shows, and lets nothing be fetched or run', async () => {
    const panel = await aPanel()
    const page = await panel.service.call('getMeetingPack', {...of, claims: MEMBER})
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; style-src 'sha256-")
    expect(page.text).toContain('<html lang="en-GB">')
    expect(page.text).toContain('break-before:page')
    expect(page.text).toContain(`<section class="case" aria-labelledby="case-${panel.placementId}">`)
    expect(page.text).toContain('>a home of 9 nights')
    expect(page.text).not.toMatch(/<script|https?:\/\//)
  })
})
