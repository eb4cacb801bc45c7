import {type CodeLists, codeListsFor} from './code-lists.ts'
import {type Dolo, inOrderOfEnds, readDolo} from './dolo.ts'
import {type Episode, inOrder, readEpisode} from './episode.ts'
import {hasStatus, shortBreakDays, tooManyHolidays} from './episode-totals.ts'
import {isoDay, returnDay} from './return-day.ts'
import type {RuleContext} from './rule-context.ts'
import type {ChildReturn, Row} from './tables.ts'
import {isUascIn} from './uasc.ts'

/** A row of Header or UASC, with its day of birth; NaN where that is blank or no date that exists. */
export interface Person {
  readonly source: Row
  readonly born: number
}

/** What the rules read of one child: every date parsed once, the episodes linked in time. */
export interface ChildView {
  readonly context: RuleContext
  readonly lists: CodeLists
  readonly collectionStart: number
  readonly collectionEnd: number
  /** False for the rows that name no child: they are no one child's, so nothing is compared between them. */
  readonly isNamed: boolean
  readonly headers: readonly Person[]
  /** Whether the return has this table, if only for other children. */
  readonly hasHeader: boolean
  /** In the file's order. */
  readonly episodes: readonly Episode[]
  /** In order of time, without those that have no real start. */
  readonly ordered: readonly Episode[]
  readonly uascs: readonly Person[]
  /** In the file's order. */
  readonly dolos: readonly Dolo[]
  readonly hasDolos: boolean
  /** DOB of the Header; the earliest, where it says several. */
  readonly dob: string | null
  readonly born: number
  /** An unaccompanied asylum-seeking child this year or last; null when nobody has said. */
  readonly uasc: boolean | null
  readonly lastYear: LastYear | null
  /** Days in V3 within the collection year. */
  readonly shortBreakDays: number
  readonly hasBothShortBreaks: boolean
  /** T3 placements of which more than two start within 12 months. */
  readonly tooManyHolidays: ReadonlySet<Row>
}

export interface LastYear {
  /** The last episode; null when there was none. */
  readonly latest: Episode | null
  readonly dolos: readonly Dolo[]
}

const NONE: readonly never[] = []

export function viewOf(child: ChildReturn, context: RuleContext): ChildView {
  const collectionEnd = isoDay(context.collectionEnd)
  const isNamed = child.child !== null
  const headers = people(child.tables.Header)
  const dob = isNamed ? earliestDob(headers) : null
  const episodes = episodesOf(child, collectionEnd)
  const ordered = isNamed ? inOrder(episodes) : NONE
  const dolos = (child.tables.DoLo ?? NONE).map(readDolo)
  if (isNamed) inOrderOfEnds(dolos)
  const collectionStart = isoDay(context.collectionStart)
  return {
    context,
    lists: codeListsFor(context.year).lists,
    collectionStart,
    collectionEnd,
    isNamed,
    headers,
    hasHeader: child.tables.Header !== undefined,
    episodes,
    ordered,
    uascs: people(child.tables.UASC),
    dolos,
    hasDolos: child.tables.DoLo !== undefined,
    dob,
    born: returnDay(dob),
    uasc: isNamed ? uascOf(child, context.lastYear) : null,
    lastYear: isNamed && context.lastYear !== null ? lastYearOf(context.lastYear, collectionEnd) : null,
    shortBreakDays: shortBreakDays(ordered, collectionStart, collectionEnd),
    hasBothShortBreaks: isNamed && hasStatus(episodes, 'V3') && hasStatus(episodes, 'V4'),
    tooManyHolidays: tooManyHolidays(ordered),
  }
}

const episodesOf = (child: ChildReturn, collectionEnd: number): readonly Episode[] =>
  (child.tables.Episodes ?? NONE).map(row => readEpisode(row, collectionEnd))

const people = (rows: readonly Row[] | undefined): readonly Person[] =>
  rows === undefined ? NONE : rows.map(source => ({source, born: returnDay(source.values.DOB)}))

function earliestDob(headers: readonly Person[]): string | null {
  let earliest: Person | null = null
  for (const header of headers)
    if (header.born < (earliest?.born ?? Number.POSITIVE_INFINITY)) earliest = header
  return earliest?.source.values.DOB ?? null
}

function lastYearOf(last: ChildReturn, collectionEnd: number): LastYear {
  return {
    latest: inOrder(episodesOf(last, collectionEnd)).at(-1) ?? null,
    dolos: (last.tables.DoLo ?? NONE).map(readDolo),
  }
}

/** The flag of the Header, or a row of the UASC table that says anything beside the child, in either year. */
function uascOf(child: ChildReturn, lastYear: ChildReturn | null): boolean | null {
  const now = isUascIn(child)
  return now === true || lastYear === null ? now : (isUascIn(lastYear) ?? now)
}
