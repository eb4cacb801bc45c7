import {ageOn, type Day} from '../calendar.ts'
import type {Child} from '../child/child.ts'
import type {CaseId, ChildId, HouseholdId, PlacementId, ReferralId, ShortlistId} from '../ids.ts'
import {milesBetween} from '../location.ts'
import type {Answer as ApproachAnswer} from '../placement/approach.ts'
import {REASONS_EPISODE_CEASED, REASONS_FOR_PLACE_CHANGE} from '../placement/codes.ts'
import type {Chosen, Placement} from '../placement/placement.ts'
import {daysPastStepDown, type Urgency, urgencyOf} from './agenda.ts'
import {isOpen, type PanelCase} from './case.ts'
import {type CostInPack, costInPack} from './cost-in-pack.ts'
import {type Action, type Decision, standing} from './decision.ts'
import {type ChildFacts, costOf, type PlacementToReview, runsOnDay} from './facts.ts'
import {nightsBetween} from './money.ts'
import type {PanelInForce} from './policy.ts'
import {actionsOf, reviewDueOn} from './review.ts'
import {type Saving, savingOf} from './savings.ts'
import type {StepDownOptions} from './step-down-options.ts'
import {type Held, triggersOn} from './triggers.ts'

/** One placement in the child's history. */
export interface HistoryLine {
  readonly placementId: PlacementId
  readonly from: Day
  readonly until: Day | null
  readonly nights: number
  /** The name of the setting, or the household's reference; null: that is not on record. */
  readonly home: string | null
  readonly place: string
  readonly provider: string | null
  readonly weeklyCostPence: number | null
  /** Why it ended, in words; null: it goes on, or nothing is recorded. */
  readonly ended: string | null
}

/** A brother or sister, and whether they share a home. */
export interface SiblingLine {
  readonly childId: ChildId
  readonly reference: string
  /** null: no home of theirs is known. */
  readonly sameHome: boolean | null
}

/** How the home was looked for. */
export interface SearchInPack {
  readonly referralId: ReferralId | null
  readonly shortlists: readonly {
    readonly shortlistId: ShortlistId
    readonly at: string
    readonly options: number
  }[]
  readonly chosen: Chosen | null
  readonly refusals: readonly {
    /** The household's reference, or the agency. */
    readonly by: string
    /** null: an agency said no. */
    readonly householdId: HouseholdId | null
    readonly at: string
    readonly reason: Extract<ApproachAnswer, {answer: 'no'}>['reason']
  }[]
}

/** All that the panel is shown of one case, on one page. Money is pence. */
export interface CasePack {
  readonly caseId: CaseId
  readonly childId: ChildId
  readonly placementId: PlacementId
  readonly reference: string
  readonly asOf: Day
  readonly urgency: Urgency
  readonly state: 'open' | 'closed'
  readonly openings: PanelCase['openings']
  readonly triggers: readonly Held[]
  readonly child: Pick<Child, 'sex' | 'needs' | 'risks' | 'wishes' | 'legalStatus' | 'uasc'> & {
    readonly age: number
    readonly schoolKept: boolean | null
  }
  readonly siblings: readonly SiblingLine[]
  readonly history: readonly HistoryLine[]
  readonly cost: CostInPack
  readonly search: SearchInPack
  readonly distanceMiles: number | null
  readonly lastDecision: Decision | null
  readonly decisions: readonly Decision[]
  readonly actions: readonly Action[]
  readonly reviewDueOn: Day | null
  readonly daysPastStepDown: number | null
  readonly saving: Saving | null
  readonly stepDown: StepDownOptions
}

/** What a pack is made of. */
export interface PackInput {
  readonly panelCase: PanelCase
  readonly child: Child
  readonly placement: Placement
  readonly facts: ChildFacts
  readonly siblings: readonly SiblingLine[]
  readonly search: SearchInPack
  readonly stepDown: StepDownOptions
  /** Of every household on record. */
  readonly households: ReadonlyMap<HouseholdId, string>
  /** Where the child lives is for few to know. */
  readonly confidential: boolean
  readonly policy: PanelInForce
  readonly day: Day
}

export function packOf(input: PackInput): CasePack {
  const {panelCase, child, placement, facts, policy, day} = input
  const weeklyCostPence = costOf(facts, placement, day)
  const now = {panelCase, weeklyCostPence, livesThere: runsOnDay(placement, day)}
  const {decisions} = panelCase
  return {
    caseId: panelCase.id,
    childId: child.id,
    placementId: placement.id,
    reference: child.reference,
    asOf: day,
    urgency: urgencyOf(now, day, policy),
    state: isOpen(panelCase) ? 'open' : 'closed',
    openings: panelCase.openings,
    triggers: triggersOn({facts, placement, decisions, day}, policy),
    child: aboutChild(child, day),
    siblings: input.siblings,
    history: facts.placements.filter(({from}) => from <= day).map(each => lineOf(input, each)),
    cost: costInPack(facts, placement, child.dob, day),
    search: input.search,
    distanceMiles: child.home && !input.confidential ? milesBetween(child.home, placement.location) : null,
    lastDecision: standing(decisions).at(-1) ?? null,
    decisions,
    actions: actionsOf(panelCase),
    reviewDueOn: reviewDueOn(panelCase, now, policy),
    daysPastStepDown: daysPastStepDown(now, day),
    saving: savingOf(facts, placement, decisions, day, policy.savings),
    stepDown: input.stepDown,
  }
}

function aboutChild(child: Child, day: Day): CasePack['child'] {
  const {sex, needs, risks, wishes, legalStatus, uasc, school, dob} = child
  return {
    sex,
    ...(needs && {needs}),
    ...(risks && {risks}),
    ...(wishes && {wishes}),
    ...(legalStatus && {legalStatus}),
    ...(uasc !== undefined && {uasc}),
    age: ageOn(dob, day),
    schoolKept: school ? school.keep : null,
  }
}

function lineOf({facts, households, day}: PackInput, placement: PlacementToReview): HistoryLine {
  const {id, from, ended, code, setting, householdId} = placement
  const over = ended !== null && ended.on <= day
  const last = over ? ended.on : day
  return {
    placementId: id,
    from,
    until: over ? ended.on : null,
    nights: nightsBetween(from, last),
    home: setting?.name ?? (householdId && households.get(householdId)) ?? null,
    place: code.place,
    provider: code.provider,
    weeklyCostPence: costOf(facts, placement, over ? from : day),
    ended: over ? whyEnded(ended) : null,
  }
}

function whyEnded({reason, rec}: NonNullable<Placement['ended']>): string | null {
  if (reason !== null) return REASONS_FOR_PLACE_CHANGE[reason]
  return rec === null || rec === 'X1' ? null : REASONS_EPISODE_CEASED[rec]
}
