import {addDays, ageOn, type Day} from '../domain/calendar.ts'
import type {Sex} from '../domain/child/child.ts'
import type {ChildId} from '../domain/ids.ts'
import type {Random} from './random.ts'
import {draw, largestRemainder} from './shares.ts'
import {AGE_SHARES, UASC_SHARE} from './targets.ts'

/** A child before anything but birth is known. */
export interface Person {
  readonly id: ChildId
  readonly reference: string
  readonly dob: Day
  /** Completed years today. */
  readonly age: number
  readonly sex: Sex
  readonly uasc: boolean
}

const DAYS_IN_A_YEAR = 365.2425

/** So many children, of the ages of the borough, a tenth of them unaccompanied. */
export function makePeople(count: number, today: Day, random: Random): readonly Person[] {
  const quotas = largestRemainder(count, AGE_SHARES)
  const ages = Object.entries(quotas).flatMap(([band, quota]) => {
    const [from, to] = band.split('-').map(Number) as [number, number]
    return Array.from({length: quota}, () => dobBetween(from, to, today, random))
  })
  const born = ages.map(dob => ({dob, age: ageOn(dob, today)}))
  const unaccompanied = largestRemainder(count, {uasc: UASC_SHARE, others: 100 - UASC_SHARE}).uasc
  const uasc = new Set(draw(born, unaccompanied, random, ({age}) => likelyUnaccompanied(age)).drawn)
  return random
    .shuffle(born)
    .map((birth, index) => makePerson(birth.dob, index + 1, uasc.has(birth), today, random))
}

export function makePerson(dob: Day, number: number, uasc: boolean, today: Day, random: Random): Person {
  return {
    id: random.uuid() as ChildId,
    reference: `C-${100_000 + number}`,
    dob,
    age: ageOn(dob, today),
    sex: drawSex(uasc, random),
    uasc,
  }
}

/** A day of birth, such that the completed years today lie between the two. */
export function dobBetween(from: number, to: number, today: Day, random: Random): Day {
  const years = from + random.next() * (to + 1 - from)
  let dob = addDays(today, -Math.max(3, Math.round(years * DAYS_IN_A_YEAR)))
  while (ageOn(dob, today) < from) dob = addDays(dob, -1)
  while (ageOn(dob, today) > to) dob = addDays(dob, 1)
  return dob
}

/** Mostly 16 and 17, a few younger. */
const likelyUnaccompanied = (age: number): number => (age >= 16 ? 10 : age >= 14 ? 2 : 0)

const drawSex = (uasc: boolean, random: Random): Sex =>
  random.byWeight(uasc ? {M: 92, F: 8} : {M: 53, F: 46.7, U: 0.3})
