import {addDays, type Day, dayNumber, startOfDay} from '../calendar.ts'
import {nightsOfPlaces} from '../household/calendar.ts'
import type {Home} from '../matching/shortlist.ts'
import {SUPPRESSED} from '../sufficiency/publish.ts'
import {type Cell, cellsToSuppress, isSmall} from '../sufficiency/suppress.ts'
import type {Application} from './application.ts'
import {type FairnessBy, groupOfApplication, groupOfHousehold} from './carer-groups.ts'
import {cohortOf, shareOf} from './funnel.ts'
import {timeToApproval} from './time-to-approval.ts'

/** How recruitment went, and how homes were used, for one group of carers. */
export interface FairnessRow {
  readonly group: string
  readonly enquiries: number
  readonly applications: number
  readonly approved: number
  readonly open: number
  readonly medianDaysToApproval: number | null
  readonly households: number
  /** Begun within the span. */
  readonly placements: number
  /** Approved places, each on each night of the span on which somebody could have it or had it. */
  readonly placeNights: number
  readonly emptyNights: number
}

export interface FairnessInput {
  readonly applications: readonly Application[]
  readonly homes: readonly Home[]
  /** Enquiries and nights of this span, both days included. */
  readonly from: Day
  readonly to: Day
  readonly by: FairnessBy
}

/** Each group once, by name; what is not known is a group of its own. */
export function fairnessOf({applications, homes, from, to, by}: FairnessInput): readonly FairnessRow[] {
  const asked = Map.groupBy(
    applications.filter(({enquiry}) => enquiry.on >= from && enquiry.on <= to),
    application => groupOfApplication(application, by),
  )
  const housed = Map.groupBy(homes, ({household}) => groupOfHousehold(household, by, to))
  return [...new Set([...asked.keys(), ...housed.keys()])].toSorted().map(group => {
    const own = asked.get(group) ?? []
    const {enquiries, reached, open} = cohortOf(group, own, to)
    return {
      group,
      enquiries,
      applications: reached['application-accepted'],
      approved: reached.approved,
      open,
      medianDaysToApproval: timeToApproval(own, {from, to}).medianDays,
      ...use(housed.get(group) ?? [], {from, to}),
    }
  })
}

function use(homes: readonly Home[], {from, to}: {readonly from: Day; readonly to: Day}) {
  const until = addDays(to, 1)
  let [placements, placeNights, emptyNights] = [0, 0, 0]
  for (const home of homes) {
    placements += home.calendar.filter(
      ({kind, from: first}) => kind === 'placement' && first >= from && first <= to,
    ).length
    const {inUse, vacant} = nightsOfPlaces(home, {from, until}, startOfDay(until))
    placeNights += inUse
    emptyNights += vacant
  }
  return {households: homes.length, placements, placeNights, emptyNights}
}

type Published = number | null | typeof SUPPRESSED

/** As it may be shown, with `c` for what would tell of too few. Rates are made of shown numbers alone. */
export interface PublishedFairness {
  readonly group: string
  readonly enquiries: Published
  readonly applications: Published
  readonly approved: Published
  readonly approvedShare: Published
  readonly medianDaysToApproval: Published
  readonly households: Published
  readonly placementsAYear: Published
  readonly emptyShare: Published
}

const COUNTS = ['enquiries', 'applications', 'approved', 'households'] as const
type Count = (typeof COUNTS)[number]

/**
 * No suppressed count follows from the others and their sum. The total of a count is taken to be known, because other
 * pages show it.
 */
export function publishFairness(
  rows: readonly FairnessRow[],
  {from, to}: {readonly from: Day; readonly to: Day},
): readonly PublishedFairness[] {
  const name = (row: FairnessRow, count: Count) => `${row.group} ${count}`
  const whole = (count: Count) => `all ${count}`
  const cells = new Map<string, Cell>([
    ...rows.flatMap(row =>
      COUNTS.map(count => [name(row, count), {value: row[count], small: isSmall(row[count])}] as const),
    ),
    ...COUNTS.map(count => {
      const value = rows.reduce((sum, row) => sum + row[count], 0)
      return [whole(count), {value, small: false}] as const
    }),
  ])
  const sums = COUNTS.map(count => ({whole: whole(count), parts: rows.map(row => name(row, count))}))
  const hidden = cellsToSuppress(cells, sums)
  const years = (dayNumber(to) - dayNumber(from) + 1) / 365
  return rows.map(row => {
    const shown = (of: readonly Count[], value: number | null): Published =>
      of.some(count => hidden.has(name(row, count))) ? SUPPRESSED : value
    return {
      group: row.group,
      enquiries: shown(['enquiries'], row.enquiries),
      applications: shown(['applications'], row.applications),
      approved: shown(['approved'], row.approved),
      approvedShare: shown(['enquiries', 'approved'], shareOf(row.approved, row.enquiries)),
      medianDaysToApproval: shown(['approved'], row.medianDaysToApproval),
      households: shown(['households'], row.households),
      placementsAYear: shown(['households'], shareOf(row.placements / years, row.households)),
      emptyShare: shown(['households'], shareOf(row.emptyNights, row.placeNights)),
    }
  })
}
