import {addDays, dayInWords, dayNumber} from '../calendar.ts'
import type {Decision} from '../panel/decision.ts'
import {realisedBetween} from '../panel/savings.ts'
import {pounds} from '../panel/words.ts'
import {type Figure, figureOf} from './figure.ts'
import type {Moment} from './moment.ts'
import {
  costThen,
  DECISIONS,
  FIRST_DECISIONS,
  OPEN_CASES,
  OVERDUE,
  STEP_DOWNS,
  type Within,
} from './panel-subjects.ts'
import {counted} from './words.ts'

const SOURCE = "The Best Care panel's cases and decisions"
const COUNTING = "The Best Care panel's decisions and what placements cost (docs/panel.md)"

const days = ({part: {opening, decision}}: Parameters<typeof FIRST_DECISIONS.about>[0]): number =>
  dayNumber(decision.on) - dayNumber(opening.on)

/** Pence of the year up to the date; null: what the placement cost when it was agreed is not known. */
function savedInYear({file, part}: Within<Decision>, {facts, yearFrom, asAt}: Moment): number | null {
  if (part.weeklyCostPence === null || facts.panel === undefined) return null
  const span = {from: yearFrom, until: addDays(asAt, 1)}
  return realisedBetween(file.facts, file.placement, [part], span, facts.panel.counting)
}

/** What the panel looks at, decides and saves. */
export const PANEL_FIGURES: readonly Figure[] = [
  figureOf(OPEN_CASES)({
    id: 'panel-cases-open',
    title: 'Cases before the panel',
    definition: 'Cases of the Best Care panel that are open at the end of the date.',
    source: SOURCE,
    measure: 'count',
    unit: 'cases',
    words: ({file: {panelCase}}, {asAt}) =>
      `open since ${dayInWords(panelCase.openings.findLast(({on}) => on <= asAt)!.on)}`,
  }),
  figureOf(DECISIONS)({
    id: 'panel-decisions-in-year',
    title: 'Decisions of the panel in the year',
    definition: 'Decisions made from 1 April to the date that have not been superseded.',
    source: SOURCE,
    measure: 'count',
    unit: 'decisions',
    standing: ({part: {on}}, {yearFrom}) => (on >= yearFrom ? 'counted' : null),
    words: ({part: {kind, on}}) => `${kind} on ${dayInWords(on)}`,
  }),
  figureOf(FIRST_DECISIONS)({
    id: 'panel-trigger-to-decision-days',
    title: 'Days from trigger to decision, median',
    definition:
      'The median of the days from the day on which a case opened to its first decision, of those whose first decision was made from 1 April to the date.',
    source: SOURCE,
    measure: 'median',
    unit: 'days',
    standing: ({part: {decision}}, {yearFrom}) => (decision.on >= yearFrom ? 'counted' : null),
    amount: days,
    words: subject => `decided after ${counted(days(subject), 'day')}`,
  }),
  figureOf(OVERDUE)({
    id: 'panel-overdue',
    title: 'Overdue after the panel',
    definition:
      'Conditions, actions and step-downs that were agreed, whose day was over on the date, and that were not done.',
    source: SOURCE,
    measure: 'count',
    unit: 'actions',
    words: ({part: {dueOn}}) => `due on ${dayInWords(dueOn)}`,
  }),
  figureOf(OPEN_CASES)({
    id: 'panel-spend-over-bands',
    title: 'Weekly spend before the panel at high cost',
    definition: ({facts: {highCostPenceAWeek}}) =>
      `The weekly cost on the date of placements with an open case that cost ${pounds(highCostPenceAWeek)} a week or more. Not known: open cases whose child lives there at a cost that is not recorded.`,
    source: COUNTING,
    measure: 'count',
    unit: 'pence-a-week',
    standing: ({file}, {asAt, facts: {highCostPenceAWeek}}) => {
      const pence = costThen(file, asAt)
      if (pence !== null) return pence >= highCostPenceAWeek ? 'counted' : null
      return file.placement.ended === null || file.placement.ended.on > asAt ? 'unknown' : null
    },
    amount: ({file}, {asAt}) => costThen(file, asAt) ?? 0,
    words: ({file}, {asAt}) => {
      const pence = costThen(file, asAt)
      return pence === null ? 'no cost recorded' : `${pounds(pence)} a week`
    },
  }),
  figureOf(STEP_DOWNS)({
    id: 'panel-realised-saving',
    title: 'Saving realised in the year by step-downs',
    definition:
      'What step-downs that the panel agreed have saved in the nights from 1 April to the date, in pence, less what was paid once; one that is reversed within six months counts against it. Not known: what the placement cost when it was agreed was not recorded.',
    source: COUNTING,
    measure: 'count',
    unit: 'pence',
    standing: (subject, moment) => {
      const pence = savedInYear(subject, moment)
      return pence === null ? 'unknown' : pence === 0 ? null : 'counted'
    },
    amount: (subject, moment) => savedInYear(subject, moment) ?? 0,
    words: (subject, moment) => {
      const pence = savedInYear(subject, moment)
      return pence === null ? 'what it cost is not known' : `${pounds(pence)} in the year`
    },
  }),
]
