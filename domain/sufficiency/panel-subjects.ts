import type {Day} from '../calendar.ts'
import type {Opening, PanelCase} from '../panel/case.ts'
import {type Decision, standing} from '../panel/decision.ts'
import {type ChildFacts, costOf, type PlacementToReview, runsOnDay} from '../panel/facts.ts'
import type {PanelPolicy} from '../panel/policy.ts'
import {stepDownThatCounts} from '../panel/savings.ts'
import type {Moment} from './moment.ts'
import type {Subjects} from './subjects.ts'

/** A case with what its figures are worked out from. */
export interface PanelFile {
  /** The child's. */
  readonly reference: string
  readonly panelCase: PanelCase
  readonly placement: PlacementToReview
  readonly facts: ChildFacts
}

/** The panel's files, and how its savings are counted. */
export interface PanelFacts {
  readonly files: readonly PanelFile[]
  readonly counting: PanelPolicy['savings']
}

/** One part of a file, with the file. */
export interface Within<Part> {
  readonly file: PanelFile
  readonly part: Part
}

export const openOn = ({panelCase}: PanelFile, day: Day): boolean =>
  panelCase.openings.some(({on, closed}) => on <= day && (closed === null || closed.on > day))

/** Pence a week of a file's placement while the child lives there; null: not known, or not there. */
export const costThen = ({facts, placement}: PanelFile, day: Day): number | null =>
  runsOnDay(placement, day) ? costOf(facts, placement, day) : null

const files = ({facts}: Moment): readonly PanelFile[] => facts.panel?.files ?? []

const subjects = <Part>(
  partsOf: (file: PanelFile, moment: Moment) => readonly Part[],
): Subjects<Within<Part>> => ({
  at: moment => files(moment).flatMap(file => partsOf(file, moment).map(part => ({file, part}))),
  about: ({file}) => file.reference,
  dimensions: {},
})

/** Cases that are open at the end of the day. */
export const OPEN_CASES = subjects<PanelCase>((file, {asAt}) => (openOn(file, asAt) ? [file.panelCase] : []))

/** Decisions made by the day that stand. */
export const DECISIONS = subjects<Decision>(({panelCase}, {asAt}) =>
  standing(panelCase.decisions).filter(({on}) => on <= asAt),
)

/** An opening, and the first decision after it that stands. */
export interface Decided {
  readonly opening: Opening
  readonly decision: Decision
}

export const FIRST_DECISIONS = subjects<Decided>(({panelCase: {openings, decisions}}, {asAt}) =>
  openings.flatMap((opening, n) => {
    const next = openings[n + 1]?.on ?? null
    const decision = standing(decisions).find(({on}) => on >= opening.on && (next === null || on < next))
    return decision === undefined || decision.on > asAt ? [] : [{opening, decision}]
  }),
)

/** Something that was to be done by a day. */
export interface Agreed {
  readonly words: string
  readonly dueOn: Day
}

/** Conditions, actions and step-downs whose day was over, and which were not done, on the day. */
export const OVERDUE = subjects<Agreed>(({panelCase, placement}, {asAt}) => {
  const made = standing(panelCase.decisions).filter(({on}) => on <= asAt)
  const actions = [...made.flatMap(({actions}) => actions), ...panelCase.actions]
  const stepDown = runsOnDay(placement, asAt) ? made.findLast(each => each.stepDown !== null)?.stepDown : null
  return [
    ...actions.filter(({dueOn, done}) => dueOn < asAt && (done === null || done.on > asAt)),
    ...(stepDown != null && stepDown.by < asAt
      ? [{words: `step down to ${stepDown.target}`, dueOn: stepDown.by}]
      : []),
  ]
})

/** Of each placement the step-down that counts, of those agreed by the day. */
export const STEP_DOWNS = subjects<Decision>(({panelCase, placement}, {asAt}) => {
  const agreed = stepDownThatCounts(
    placement,
    panelCase.decisions.filter(({on}) => on <= asAt),
  )
  return agreed === null ? [] : [agreed]
})
