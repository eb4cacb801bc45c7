import {type Day, dayNumber} from '../calendar.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {Application} from './application.ts'
import {endingBy} from './ending.ts'
import {lastOf} from './milestone.ts'

/** The least history that a forecast rests on. */
const [LEAST_MONTHS, LEAST_APPROVALS] = [24, 20]
const DAYS_A_MONTH = 365.25 / 12
const HORIZON_MONTHS = 12
/** Of the normal distribution: 9 of 10 outcomes lie within so many standard deviations. */
const NINE_OF_TEN = 1.645

export interface TooLittleHistory {
  readonly kind: 'too-little-history'
  readonly months: number
  readonly monthsNeeded: number
  readonly approvals: number
  readonly approvalsNeeded: number
}

export interface Forecast {
  readonly from: Day
  /** The next 12 months of 30.4 days, one by one. */
  readonly months: readonly number[]
  readonly expected: number
  /** Whole approvals; 9 of 10 outcomes are to lie within, as long as the history goes on. */
  readonly low: number
  readonly high: number
  /** Of these, how many come from enquiries that are open now, and from those still to be made. */
  readonly fromOpen: number
  readonly fromNew: number
  readonly restsOn: {
    readonly months: number
    readonly enquiries: number
    readonly approvals: number
    readonly open: number
    /** Enquiries a month over the last 12. */
    readonly enquiriesAMonth: number
  }
}

/** One enquiry: whole months to its end, or until now. */
interface Life {
  readonly months: number
  /** Whole months from the enquiry until now, whenever it ended. */
  readonly followed: number
  readonly end: 'approved' | 'lost' | 'open'
}

/**
 * Approvals of the next 12 months. In each month since the enquiry some of those that were still open are approved
 * and some are lost (a discrete-time survival model with two ends); open ones go on as those before them went, and as
 * many enquiries come as in the last 12 months. The interval counts the chance of each (Poisson-binomial, and Poisson
 * for enquiries still to come) and that the rates themselves are known from so many approvals only.
 */
export function forecastApprovals(
  applications: readonly Application[],
  on: Day,
): Result<Forecast, TooLittleHistory> {
  const known = applications.filter(({enquiry, kind}) => enquiry.on <= on && kind !== 'connected-person')
  const lives = known.map(application => lifeOf(application, on))
  const first = known.reduce((day, {enquiry}) => (enquiry.on < day ? enquiry.on : day), on)
  const months = monthsBetween(first, on)
  const approvals = lives.filter(({end}) => end === 'approved').length
  if (months < LEAST_MONTHS || approvals < LEAST_APPROVALS)
    return refuse({
      kind: 'too-little-history',
      months,
      monthsNeeded: LEAST_MONTHS,
      approvals,
      approvalsNeeded: LEAST_APPROVALS,
    })
  const recent = known.filter(({enquiry}) => dayNumber(on) - dayNumber(enquiry.on) < 365.25).length
  const open = lives.filter(({end}) => end === 'open')
  const chances = approvalChances(lives)
  const byMonth = expectedByMonth(open, recent / 12, chances)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const [fromOpen, fromNew] = [sum(byMonth.open), sum(byMonth.fresh)]
  const expected = fromOpen + fromNew
  const ofChance = open.reduce((variance, life) => {
    const chance = sum(nextMonths(chances, life.months))
    return variance + chance * (1 - chance)
  }, fromNew)
  const deviation = Math.sqrt(ofChance + expected ** 2 / approvals)
  return ok({
    from: on,
    months: byMonth.open.map((value, i) => value + byMonth.fresh[i]!),
    expected,
    low: Math.max(0, Math.floor(expected - NINE_OF_TEN * deviation)),
    high: Math.ceil(expected + NINE_OF_TEN * deviation),
    fromOpen,
    fromNew,
    restsOn: {months, enquiries: known.length, approvals, open: open.length, enquiriesAMonth: recent / 12},
  })
}

const monthsBetween = (from: Day, to: Day): number =>
  Math.floor((dayNumber(to) - dayNumber(from)) / DAYS_A_MONTH)

/** An application that was approved has left the pipeline for good, whatever became of the carers. */
function lifeOf(application: Application, on: Day): Life {
  const {enquiry, milestones} = application
  const followed = monthsBetween(enquiry.on, on)
  const decision = lastOf(milestones, 'decision')
  if (decision?.outcome === 'approved' && decision.on <= on)
    return {months: monthsBetween(enquiry.on, decision.on), followed, end: 'approved'}
  const ending = endingBy(application, on)
  return ending === null
    ? {months: followed, followed, end: 'open'}
    : {months: monthsBetween(enquiry.on, ending.on), followed, end: 'lost'}
}

interface Hazard {
  readonly approved: number
  readonly lost: number
}

/** By month since the enquiry: of those open at its start and followed through it, the shares approved and lost. */
function approvalChances(lives: readonly Life[]): readonly Hazard[] {
  const longest = Math.max(...lives.map(({months}) => months))
  return Array.from({length: longest + 1}, (_, month) => {
    const atRisk = lives.filter(({months, followed}) => months >= month && followed > month)
    const ending = (end: Life['end']) =>
      atRisk.filter(life => life.months === month && life.end === end).length
    const of = atRisk.length
    return of === 0 ? {approved: 0, lost: 0} : {approved: ending('approved') / of, lost: ending('lost') / of}
  })
}

/**
 * The chance of approval in each of the next months, of one that is open so many months after its enquiry: half-way
 * through that month, on average.
 */
function nextMonths(hazards: readonly Hazard[], month: number): readonly number[] {
  const [earlier, later] = [monthsFrom(hazards, month), monthsFrom(hazards, month + 1)]
  return earlier.map((chance, i) => (chance + later[i]!) / 2)
}

function monthsFrom(hazards: readonly Hazard[], month: number): readonly number[] {
  let stillOpen = 1
  return Array.from({length: HORIZON_MONTHS}, (_, i) => {
    const {approved, lost} = hazards[month + i] ?? {approved: 0, lost: 0}
    const chance = stillOpen * approved
    stillOpen *= 1 - approved - lost
    return chance
  })
}

function expectedByMonth(open: readonly Life[], enquiriesAMonth: number, hazards: readonly Hazard[]) {
  const ofOpen = new Array<number>(HORIZON_MONTHS).fill(0)
  const fresh = new Array<number>(HORIZON_MONTHS).fill(0)
  for (const {months} of open)
    for (const [i, chance] of nextMonths(hazards, months).entries()) ofOpen[i]! += chance
  // Enquiries of a month come throughout it: on average half a month before its end.
  const ofNew = monthsFrom(hazards, 0)
  for (let made = 0; made < HORIZON_MONTHS; made++)
    for (let month = made; month < HORIZON_MONTHS; month++) {
      const age = month - made
      fresh[month]! += (enquiriesAMonth * ((ofNew[age] ?? 0) + (ofNew[age - 1] ?? 0))) / 2
    }
  return {open: ofOpen, fresh}
}
