import type {Call, ServedRoute} from './in-memory-service.ts'

type Step = (
  route: ServedRoute,
  call?: Call,
) => Promise<{readonly id: string; readonly version: number; readonly [part: string]: unknown}>

const CHAIR = {
  authority: 'E09000023',
  sub: '7c21e0b4-panel-chair',
  roles: '[panel-chair]',
  scope: '',
}

/** Of which no trigger makes anything, on whatever day the story is told. */
const COSTS = {
  components: [
    {kind: 'placement', label: 'specialist fee', penceAWeek: 71_000, from: '2026-12-01', until: null},
    {kind: 'education', label: 'tuition', penceAWeek: 6_000, from: '2026-12-01', until: '2027-03-01'},
  ],
  oneOffs: [{on: '2026-12-01', pence: 120_000, label: 'furniture'}],
  shares: [{funder: 'education', basisPoints: 1_000}],
  contractEndsOn: null,
}

const PRESENT = ['service manager', 'fostering', 'finance', 'virtual school']

const STEP_DOWN = {
  kind: 'step-down-agreed',
  reasons: 'She is ready for a family, and wants one.',
  present: PRESENT,
  actions: [{words: 'Match her with a specialist carer.', owner: 'fostering', dueOn: '2036-01-15'}],
  stepDown: {
    target: 'in-house-foster',
    by: '2036-03-01',
    owner: 'fostering manager',
    blockers: ['no specialist carer is vacant before February'],
    forecastPenceAWeek: 71_000,
    oneOffPence: 150_000,
  },
  secondApproval: {
    role: 'director-of-childrens-services',
    by: 'director',
    on: '2026-11-23',
    reason: 'Her cost is not known yet.',
  },
}

/** A child's placement before the panel: what it costs, a case, a meeting, decisions and what follows. */
export async function tellOfPanel(step: Step, placementId: string): Promise<void> {
  const as = {claims: CHAIR}
  const ofPlacement = {...as, params: {placementId}}
  const none = await step('getCosts', ofPlacement)
  await step('recordCosts', {...ofPlacement, headers: {'if-match': `"${none.version}"`}, body: COSTS})
  const opened = await step('openCase', {
    ...as,
    body: {placementId, reason: 'What she will need at 18 is to be looked at in time.'},
  })
  const inCase = {...as, params: {caseId: opened.id}}
  await step('listCases', as)
  await step('getCase', inCase)
  await step('getCasePack', inCase)

  const ofMeeting = {...as, params: {date: '2026-11-26'}}
  const meeting = await step('getMeeting', ofMeeting)
  await step('recordMeeting', {
    ...ofMeeting,
    headers: {'if-match': `"${meeting.version}"`},
    body: {members: PRESENT, apologies: ['health'], conflicts: []},
  })
  await step('publishMeeting', {...ofMeeting, body: {}})
  await step('getMeetingPack', {...ofMeeting, query: {format: 'json'}})

  const decided = await step('decideCase', {...inCase, body: STEP_DOWN})
  const [decision] = decided['decisions'] as readonly {readonly id: string}[]
  await step('supersedeDecision', {
    ...as,
    params: {caseId: opened.id, decisionId: decision!.id},
    body: {
      reason: 'The carer is free a month later.',
      decision: {...STEP_DOWN, stepDown: {...STEP_DOWN.stepDown, by: '2036-04-01'}},
    },
  })
  const added = await step('addAction', {
    ...inCase,
    body: {words: 'Ask the school to keep her place.', owner: 'virtual school', dueOn: '2036-01-31'},
  })
  const action = (added['actions'] as readonly {readonly id: string}[]).at(-1)!
  await step('recordActionDone', {
    ...as,
    params: {caseId: opened.id, actionId: action.id},
    body: {on: '2026-11-23'},
  })
  await step('closeCase', {...inCase, body: {reason: 'All is agreed, and she stays where she is.'}})
}
