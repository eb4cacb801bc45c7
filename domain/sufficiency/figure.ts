import type {Indicator, Member, Standing, Unit} from './indicator.ts'
import type {Moment} from './moment.ts'
import {type Dimension, NOT_KNOWN, type Subjects} from './subjects.ts'

/**
 * How members make a value. count: how many, or their amounts added up. share: those counted in percent of all members.
 * rate: those counted for each 10,000 children of the population. mean, median: of the amounts of those counted. a-week: their
 * amounts for each week of their days.
 */
export type Measure = 'count' | 'share' | 'rate' | 'mean' | 'median' | 'a-week'

/** One indicator, said once: the figure and the list behind it both come from here. */
export interface Spec<Subject> {
  readonly id: string
  readonly title: string
  readonly definition: string | ((moment: Moment) => string)
  /** The publication, guidance or table that defines it. */
  readonly source: string
  readonly measure: Measure
  readonly unit: Unit
  /** Of a share: the indicator whose numerator its denominator is, whatever the facts. */
  readonly shareOf?: string
  /** How a subject stands to the figure; null: no member. Absent: all are counted. */
  readonly standing?: (subject: Subject, moment: Moment) => Standing | null
  /** What one that is counted adds. Absent: 1. */
  readonly amount?: (subject: Subject, moment: Moment) => number
  /** Of a figure a week: the whole days that one that is counted stands for. */
  readonly days?: (subject: Subject, moment: Moment) => number
  readonly words: (subject: Subject, moment: Moment) => string
}

export type Numbers = Pick<Indicator, 'numerator' | 'denominator' | 'unknown' | 'value'>

/** The numbers of a figure. `counted`: how many members count, whatever they add. */
export interface Tally extends Numbers {
  readonly counted: number
}

/** An indicator of whichever subjects, ready to be read at a moment. */
export interface Figure {
  readonly id: string
  readonly measure: Measure
  readonly unit: Unit
  /** What it can be broken down by. */
  readonly dimensions: readonly string[]
  /** Of a share: the indicator whose numerator its denominator is, whatever the facts. */
  readonly shareOf?: string
  /** All that is said of it, but for its numbers. */
  readonly about: (moment: Moment) => Omit<Indicator, keyof Numbers>
  readonly indicator: (moment: Moment) => Indicator
  readonly members: (moment: Moment) => readonly Member[]
  readonly tally: (moment: Moment) => Tally
  /** By each key of a dimension, in the order to show them; one with several keys is in each. */
  readonly parts: (moment: Moment, dimension: string) => ReadonlyMap<string, Tally>
}

export const figureOf =
  <Subject>(subjects: Subjects<Subject>) =>
  (spec: Spec<Subject>): Figure => {
    const {id, title, source, unit, measure, shareOf} = spec
    const tally = (moment: Moment) => tallyOf(spec, subjects.at(moment), moment)
    const about = (moment: Moment) => {
      const definition = typeof spec.definition === 'string' ? spec.definition : spec.definition(moment)
      return {id, title, definition, source, unit}
    }
    return {
      id,
      measure,
      unit,
      ...(shareOf === undefined ? {} : {shareOf}),
      dimensions: Object.keys(subjects.dimensions),
      about,
      indicator: moment => {
        const {counted: _, ...numbers} = tally(moment)
        return {...about(moment), ...numbers}
      },
      members: moment => membersOf(spec, subjects, moment),
      tally,
      parts: (moment, by) => {
        const dimension = subjects.dimensions[by]
        if (dimension === undefined) throw new Error(`${id} has no dimension ${by}`)
        return partsOf(spec, subjects.at(moment), dimension, moment)
      },
    }
  }

function tallyOf<Subject>(spec: Spec<Subject>, subjects: readonly Subject[], moment: Moment): Tally {
  const {standing, amount, days, measure} = spec
  const amounts: number[] = []
  let members = 0
  let counted = 0
  let unknown = 0
  let [sum, dayCount] = [0, 0]
  for (const subject of subjects) {
    const stands = standing === undefined ? 'counted' : standing(subject, moment)
    if (stands === null) continue
    members += 1
    if (stands === 'unknown') unknown += 1
    if (stands !== 'counted') continue
    counted += 1
    const adds = amount === undefined ? 1 : amount(subject, moment)
    sum += adds
    if (days !== undefined) dayCount += days(subject, moment)
    if (measure === 'median') amounts.push(adds)
  }
  return {...valued(measure, {members, counted, sum, days: dayCount, amounts}, moment), unknown, counted}
}

interface Counts {
  readonly members: number
  readonly counted: number
  readonly sum: number
  readonly days: number
  readonly amounts: readonly number[]
}

function valued(measure: Measure, {members, counted, sum, days, amounts}: Counts, {facts}: Moment) {
  switch (measure) {
    case 'count':
      return {numerator: sum, denominator: null, value: sum}
    case 'median':
      return {numerator: counted, denominator: null, value: median(amounts)}
    case 'mean':
      return {numerator: sum, denominator: counted, value: ratio(sum, counted)}
    case 'a-week':
      return {numerator: sum, denominator: days / 7, value: ratio(7 * sum, days)}
    case 'share':
      return {numerator: sum, denominator: members, value: ratio(100 * sum, members)}
    case 'rate': {
      const population = facts.population?.count ?? null
      return {
        numerator: sum,
        denominator: population,
        value: population === null ? null : ratio(10_000 * sum, population),
      }
    }
  }
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

function median(amounts: readonly number[]): number | null {
  const sorted = amounts.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!
}

function membersOf<Subject>(
  {standing, amount, words}: Spec<Subject>,
  subjects: Subjects<Subject>,
  moment: Moment,
): readonly Member[] {
  const members: Member[] = []
  for (const subject of subjects.at(moment)) {
    const stands = standing === undefined ? 'counted' : standing(subject, moment)
    if (stands === null) continue
    const adds = stands !== 'counted' ? 0 : amount === undefined ? 1 : amount(subject, moment)
    members.push({
      about: subjects.about(subject),
      standing: stands,
      amount: adds,
      words: words(subject, moment),
    })
  }
  return members.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({about, words}: Member): string => `${about} ${words}`

function partsOf<Subject>(
  spec: Spec<Subject>,
  subjects: readonly Subject[],
  {keys, of}: Dimension<Subject>,
  moment: Moment,
): ReadonlyMap<string, Tally> {
  const parts = new Map<string, Subject[]>(keys.map(key => [key, []]))
  const others = new Map<string, Subject[]>()
  for (const subject of subjects)
    for (const key of of(subject, moment)) {
      const part = parts.get(key) ?? others.get(key)
      if (part) part.push(subject)
      else others.set(key, [subject])
    }
  const rest = [...others].toSorted(([a], [b]) =>
    a === NOT_KNOWN ? 1 : b === NOT_KNOWN ? -1 : a < b ? -1 : 1,
  )
  return new Map([...parts, ...rest].map(([key, those]) => [key, tallyOf(spec, those, moment)]))
}
