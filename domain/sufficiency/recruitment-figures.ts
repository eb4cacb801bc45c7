import {dayInWords} from '../calendar.ts'
import {type Figure, figureOf} from './figure.ts'
import {APPROVALS, HOUSEHOLD_CHANGES, OPEN_APPLICATIONS, OVERDUE_CLOCKS} from './recruitment-subjects.ts'

const SOURCE = "Hearth's applications to foster (docs/recruitment.md)"

/** Who is on the way to become carers, and how the number of own households moves. */
export const RECRUITMENT_FIGURES: readonly Figure[] = [
  figureOf(OPEN_APPLICATIONS)({
    id: 'recruitment-open',
    title: 'Households between enquiry and decision',
    definition:
      'Households that have asked to foster, or to host supported lodgings, and are neither decided on nor at an end at the end of the date.',
    source: SOURCE,
    measure: 'count',
    unit: 'households',
    words: ({stage, since}) => `${stage} since ${dayInWords(since)}`,
  }),
  figureOf(OVERDUE_CLOCKS)({
    id: 'recruitment-overdue',
    title: 'Overdue in recruitment',
    definition:
      'Time limits of applications, and of the reviews of approved carers, whose last day was over at the end of the date with nothing done.',
    source: SOURCE,
    measure: 'count',
    unit: 'actions',
    words: ({words}) => words,
  }),
  figureOf(APPROVALS)({
    id: 'recruitment-approvals',
    title: 'Households approved in the year',
    definition: 'Applications with a decision to approve from 1 April to the date.',
    source: SOURCE,
    measure: 'count',
    unit: 'households',
    words: ({on}) => `approved on ${dayInWords(on)}`,
  }),
  figureOf(HOUSEHOLD_CHANGES)({
    id: 'households-net',
    title: 'Own households gained in the year, less those lost',
    definition:
      "The authority's own households of fostering, connected persons and supported lodgings whose approval began from 1 April to the date, less those whose approval stood for the last time on a day from 1 April to the day before the date.",
    source: "Hearth's households",
    measure: 'count',
    unit: 'households',
    amount: ({change}) => (change === 'came' ? 1 : -1),
    words: ({change, household: {approval}}) =>
      change === 'came'
        ? `approved from ${dayInWords(approval.from!)}`
        : `approval ended with ${dayInWords(approval.until!)}`,
  }),
]
