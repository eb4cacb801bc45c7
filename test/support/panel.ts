import type {Day} from '../../domain/calendar.ts'
import type {ActionId, DecisionId, PlacementId} from '../../domain/ids.ts'
import {noCosts, type PlacementCosts} from '../../domain/panel/costs.ts'
import type {Action, Decision, DecisionMade, StepDown} from '../../domain/panel/decision.ts'
import {type ChildFacts, childFacts, type PlacementToReview} from '../../domain/panel/facts.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {LEWISHAM} from './matching.ts'
import {aPlacement} from './placements.ts'

export const placementId = (name: string): PlacementId => name as PlacementId

/** A children's home of an external provider, in Lewisham, since 1 January 2026; what it costs is not known. */
export const inAChildrensHome = (facts: Partial<Placement> = {}): Placement =>
  aPlacement({
    householdId: null,
    occupancyId: null,
    setting: {name: 'The Limes', urn: 'SC012345'},
    code: {place: 'K2', provider: 'PR4'},
    ...facts,
  })

/** Costs of a placement: so much a week from its first night on, unless its parts are given. */
export const costsOf = (
  {id, from}: Placement,
  penceAWeek: number,
  more: Partial<PlacementCosts> = {},
): PlacementCosts => ({
  ...noCosts(id),
  components: [{kind: 'placement', label: 'placement', penceAWeek, from, until: null}],
  ...more,
})

export const factsOf = (
  placements: readonly PlacementToReview[],
  costs: readonly PlacementCosts[] = [],
  emergencies: readonly PlacementId[] = [],
): ChildFacts => childFacts(LEWISHAM, placements, costs, new Set(emergencies))

export const anAction = (id: string, dueOn: Day, facts: Partial<Action> = {}): Action => ({
  id: id as ActionId,
  words: 'ask the school',
  owner: 'virtual school',
  dueOn,
  done: null,
  ...facts,
})

/** An approval until the end of 2027 by a chair and two others. */
export const anApproval = (on: Day, facts: Partial<DecisionMade> = {}): DecisionMade => ({
  kind: 'approve',
  on,
  reasons: 'It meets her needs, and there is no other home.',
  present: ['chair', 'fostering', 'finance'],
  conflicts: [],
  until: '2027-12-31',
  reviewOn: null,
  stepDown: null,
  to: null,
  shareBasisPoints: null,
  actions: [],
  secondApproval: null,
  ...facts,
})

export const aDecision = (on: Day, facts: Partial<Decision> = {}): Decision => ({
  ...anApproval(on),
  id: `decision-of-${on}` as DecisionId,
  at: `${on}T12:00:00.000Z`,
  chair: 'chair',
  weeklyCostPence: null,
  superseded: null,
  ...facts,
})

export const aStepDown = (by: Day, facts: Partial<StepDown> = {}): StepDown => ({
  target: 'in-house-foster',
  by,
  owner: 'fostering manager',
  blockers: [],
  forecastPenceAWeek: 100_000,
  oneOffPence: 0,
  ...facts,
})
