import {addDays, ageOn, type Day, dayNumber} from '../../domain/calendar.ts'
import type {Random} from '../random.ts'
import type {Stretch} from './episodes.ts'
import type {Order} from './orders.ts'
import {drawPastHome, drawTemporaryHome, type Ground, type ReturnedHome} from './past-homes.ts'

export const daysBetween = (from: Day, until: Day): number => dayNumber(until) - dayNumber(from)
const LEAST_DAYS = 3

interface Past {
  readonly child: {readonly dob: Day; readonly uasc: boolean}
  readonly from: Day
  readonly until: Day
  /** Where the child went then. */
  readonly next: ReturnedHome | null
}

/** One home after another, none twice running. */
export function drawPastStretches(
  {child, from, until, next}: Past,
  ground: Ground,
  random: Random,
): readonly Stretch[] {
  const starts = drawStarts(from, until, random)
  const stretches: Stretch[] = []
  for (const [index, start] of starts.entries()) {
    const beside = [stretches.at(-1)?.home.postcode, next?.postcode]
    let home: ReturnedHome
    do home = drawPastHome(ageOn(child.dob, start), child.uasc, ground, random)
    while (beside.includes(home.postcode))
    stretches.push({from: start, until: starts[index + 1] ?? until, home})
  }
  return stretches
}

/** A few children went from home to home at the end; the others moved every few years, if at all. */
const RESTLESS_SHARE = 0.25
const DAYS_A_HOME = 1100

function drawStarts(from: Day, until: Day, random: Random): readonly Day[] {
  const days = daysBetween(from, until)
  const restless = random.chance(RESTLESS_SHARE)
  const stays = Array.from({length: restless ? random.integer(2, 4) : 0}, () => random.integer(14, 100))
  const moves = restless ? 0 : Math.floor((days / DAYS_A_HOME) * (0.4 + random.next()))
  const cuts = restless
    ? stays.map((_, index) => days - stays.slice(0, index + 1).reduce((sum, stay) => sum + stay, 0))
    : Array.from({length: moves}, () => Math.round(days * random.next()))
  const starts = [0]
  for (const cut of cuts.toSorted((one, other) => one - other))
    if (cut - starts.at(-1)! >= LEAST_DAYS && days - cut >= LEAST_DAYS) starts.push(cut)
  return starts.map(day => addDays(from, day))
}

const LONG_TERM = {U1: 'U3', U4: 'U6'} as const

/** Many a long-term match was a short-term placement first: the same carer under another code. */
export function beforeTheMatch({from, until, home}: Stretch, today: Day, random: Random): readonly Stretch[] {
  const code = home.place === 'U1' || home.place === 'U4' ? LONG_TERM[home.place] : null
  const days = daysBetween(from, until ?? today)
  if (code === null || days < 250 || random.chance(0.5)) return [{from, until, home}]
  const matched = addDays(from, random.integer(120, days - 100))
  return [
    {from, until: matched, home: {...home, place: code}},
    {from: matched, until, home},
  ]
}

/** A temporary move in one of the foster homes, far from its ends and from a change of legal status, with the return. */
export function withTemporaryMove(
  stretches: readonly Stretch[],
  orders: readonly Order[],
  today: Day,
  {ground, random}: {readonly ground: Ground; readonly random: Random},
): readonly Stretch[] {
  const {days, ...temporary} = drawTemporaryHome(ground, random)
  const fitting = stretches.filter(
    ({from, until, home}) =>
      home.place.startsWith('U') && home.postcode !== null && daysBetween(from, until ?? today) > days + 60,
  )
  if (fitting.length === 0) return stretches
  const stretch = random.pick(fitting)
  const {from, until, home} = stretch
  const away = addDays(from, random.integer(20, daysBetween(from, until ?? today) - days - 20))
  const back = addDays(away, days)
  const isNear = (day: Day) => day >= addDays(away, -2) && day <= addDays(back, 2)
  if (orders.some(order => isNear(order.from)) || temporary.postcode === home.postcode) return stretches
  return stretches.flatMap(each =>
    each === stretch
      ? [
          {from, until: away, home},
          {from: away, until: back, home: temporary},
          {from: back, until, home},
        ]
      : [each],
  )
}
