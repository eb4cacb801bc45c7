import {dayInWords, dayNumber} from '../../calendar.ts'
import type {Application} from '../../recruitment/application.ts'
import {median} from '../../recruitment/median.ts'
import {cameTo, isOpenStage, STAGES, type Stage} from '../../recruitment/stage.ts'
import type {Moment} from '../moment.ts'
import {OPEN_APPLICATIONS, type OpenApplication, OVERDUE_CLOCKS} from '../recruitment-subjects.ts'
import {ALL} from './cross.ts'
import {column, type Draft} from './table.ts'
import type {Times} from './times.ts'

const STAGE_TITLES = {
  enquiry: 'Enquiry',
  contacted: 'First contact',
  visited: 'Home visit',
  accepted: 'Application accepted',
  'stage-1': 'Stage 1 of the assessment',
  'stage-2': 'Stage 2 of the assessment',
  assessed: 'Assessment complete',
  'panel-held': 'Panel held',
  approved: 'Approved',
} as const satisfies Partial<Record<Stage, string>>
const SHOWN = STAGES.filter((stage): stage is keyof typeof STAGE_TITLES => stage in STAGE_TITLES)

const WAITING =
  'This table comes from recruitment: how many households come to each stage, and how long they stand there.'

/** Table 10: how households come from an enquiry to approval, and where they wait. */
export function recruitmentTable({asAt, now}: Times): Draft {
  const files = now.facts.recruitment?.files ?? []
  const open = OPEN_APPLICATIONS.at(now)
  const late = new Set<string>(OVERDUE_CLOCKS.at(now).map(({applicationId}) => applicationId))
  const rows = SHOWN.map(stage => {
    const there = open.filter(each => each.stage === stage)
    return [
      STAGE_TITLES[stage],
      files.filter(({application}) => cameInYear(application, stage, now)).length,
      ...(isOpenStage(stage) ? standing(there, late, now) : [null, null, null]),
    ] as const
  })
  const sum = (at: 1 | 2 | 4) => rows.reduce((total, row) => total + (row[at] ?? 0), 0)
  return {
    number: 10,
    id: 'recruitment',
    title: 'Recruitment of foster carers, from enquiry to approval',
    says:
      files.length === 0
        ? WAITING
        : look =>
            `From 1 April to ${dayInWords(asAt)}, ${look(STAGE_TITLES.enquiry, 'since')} households asked to foster and ${look(STAGE_TITLES.approved, 'since')} were approved; ${look(ALL, 'now')} are on the way.`,
    columns: [
      column('stage', 'Stage', null),
      column('since', 'Came to it since 1 April', 'households'),
      column('now', 'Stand there', 'households', 'recruitment-open'),
      column('days', 'Days there, median', 'days'),
      column('late', 'Of these with something overdue', 'households', 'recruitment-overdue'),
    ],
    rows: files.length === 0 ? [] : [...rows, [ALL, sum(1), sum(2), null, sum(4)]],
    notes: [
      'A household comes to several stages in a year, so that all of them are steps and not households. Connected persons and hosts of supported lodgings are among them. Those who left stand nowhere.',
    ],
    source: "Hearth's applications",
    workedFrom: {days: 'now'},
    ...(files.length === 0 ? {waitsFor: 'recruitment'} : {totalRow: true}),
  }
}

function cameInYear(application: Application, stage: Stage, {yearFrom, asAt}: Moment): boolean {
  const day = cameTo(application, stage)
  return day !== null && day >= yearFrom && day <= asAt
}

function standing(there: readonly OpenApplication[], late: ReadonlySet<string>, {asAt}: Moment) {
  const days = there.map(({since}) => dayNumber(asAt) - dayNumber(since))
  return [
    there.length,
    median(days),
    there.filter(({application}) => late.has(application.id)).length,
  ] as const
}
