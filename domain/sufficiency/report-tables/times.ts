import {type Day, dayInWords} from '../../calendar.ts'
import type {Tally} from '../figure.ts'
import {FIGURES} from '../indicators.ts'
import {type Moment, momentOf, type Prepared} from '../moment.ts'
import {yearStart} from '../reporting-year.ts'
import type {Subjects} from '../subjects.ts'

/** The facts of a report, by day. */
export interface Times {
  readonly asAt: Day
  readonly now: Moment
  readonly at: (day: Day) => Moment
  readonly tally: (indicator: string, day: Day) => Tally
}

/** Each day is read once, however many tables ask for it. */
export function timesOf(prepared: Prepared, asAt: Day): Times {
  const moments = new Map<Day, Moment>()
  const at = (day: Day): Moment => {
    const moment = moments.get(day) ?? momentOf(prepared, day)
    moments.set(day, moment)
    return moment
  }
  return {asAt, now: at(asAt), at, tally: (id, day) => figure(id).tally(at(day))}
}

export function figure(id: string) {
  const found = FIGURES.find(each => each.id === id)
  if (found === undefined) throw new Error(`there is no indicator ${id}`)
  return found
}

/** The report's day and so many ends of reporting years (31 March) before it, the latest first. */
export function daysOf(asAt: Day, years: number): readonly Day[] {
  const year = Number(yearStart(asAt).slice(0, 4))
  const ends = Array.from({length: years}, (_, n) => `${year - n}-03-31`)
  return [asAt, ...ends.filter(end => end < asAt)]
}

/** `1 April to 23 November 2026`, `1 April 2025 to 31 March 2026`. */
export function yearInWords(until: Day): string {
  const from = yearStart(until)
  const first = from.slice(0, 4) === until.slice(0, 4) ? '1 April' : dayInWords(from)
  return `${first} to ${dayInWords(until)}`
}

/** Under which key of a dimension a subject stands, or the first of them. */
export const keyIn =
  <Subject>(subjects: Subjects<Subject>, dimension: string, moment: Moment) =>
  (subject: Subject): string =>
    subjects.dimensions[dimension]!.of(subject, moment)[0]!
