import {dayNumber, dayOf} from '../domain/calendar.ts'
import type {AuthorityId} from '../domain/ids.ts'
import {TABLES} from '../domain/ssda903/tables.ts'
import {LEWISHAM} from '../sample/districts.ts'
import {makePlaces} from '../sample/places.ts'
import {makeRandom} from '../sample/random.ts'

export interface Population {
  readonly children: number
  /** In all; each child has as many as the others, or one more. */
  readonly episodes: number
  readonly seed: number
  /** The collection year, that of its 31 March; from 2025 on. */
  readonly year: number
}

/** What a child's rows are made of. */
export interface Lives {
  readonly children: number
  readonly episodesOf: (child: number) => number
  /** Thirty-two bits, of a child, a number and a theme. */
  readonly draw: (child: number, number: number, theme: number) => number
  /** The day on which an episode starts, since 1970-01-01. */
  readonly startOf: (child: number, number: number) => number
  readonly dateOf: (day: number) => string
  readonly postcodes: readonly string[]
}

const [FAULT, WHICH, START, CODE, BIRTH, LEAVES, WHERE, FACTS] = [1, 2, 3, 4, 5, 6, 7, 8]
const DAYS = 3600
const LONGEST_BEFORE = 5 * 365

export function livesOf({children, episodes, seed, year}: Population): Lives {
  const draw = (child: number, number: number, theme: number) => mix(mix(mix(seed ^ child) + number) + theme)
  const episodesOf = (child: number) =>
    Math.floor(((child + 1) * episodes) / children) - Math.floor((child * episodes) / children)
  const end = dayNumber(`${year}-03-31`)
  const gap = Math.max(4, Math.floor(DAYS / Math.ceil(episodes / children)))
  const first = end - DAYS - LONGEST_BEFORE - 60
  const dates = Array.from({length: end - first + 1}, (_, index) => dateOf(dayOf(first + index)))
  return {
    children,
    episodesOf,
    draw,
    startOf: (child, number) =>
      end - gap * (episodesOf(child) - number) + (draw(child, number, START) % (gap >> 1)),
    dateOf: day => dates[day - first]!,
    postcodes: makePlaces(LEWISHAM as AuthorityId, makeRandom(seed)).all.map(({postcode}) => postcode),
  }
}

const dateOf = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** The finaliser of MurmurHash3: every bit of the input stirs every bit of the output. */
function mix(bits: number): number {
  let sum = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35)
  return (sum ^ (sum >>> 16)) >>> 0
}

const nameOf = (child: number): string => `C${1_000_000 + child}`
const ETHNICITIES = ['WBRI', 'BCRB', 'BAFR', 'MWBC', 'MOTH', 'AOTH', 'OOTH']

export function headerRow(child: number, {draw, startOf, dateOf: date}: Lives): string {
  const facts = draw(child, 0, FACTS)
  const isGirl = facts % 2 === 1
  const born = date(startOf(child, 0) - (draw(child, 0, BIRTH) % LONGEST_BEFORE))
  const ethnicity = ETHNICITIES[facts % ETHNICITIES.length]
  return `${nameOf(child)},${isGirl ? 'F' : 'M'},${born},${ethnicity},A${100_000_000_000 + child},${isGirl ? 0 : ''},\n`
}

const HOMES = [
  ['U6', 'PR1'],
  ['U6', 'PR4'],
  ['U4', 'PR4'],
  ['U3', 'PR1'],
  ['K2', 'PR4'],
] as const
const STATUSES = ['C2', 'C1', 'V2']
const REASONS = ['CARPL', 'OTHER', 'CREQB', 'CHILD']

function episodeCells(child: number, number: number, life: Lives): string[] {
  const {draw, startOf, dateOf: date, episodesOf, postcodes} = life
  const code = draw(child, number, CODE)
  const [place, provider] = HOMES[code % HOMES.length]!
  const facts = draw(child, 0, FACTS)
  const isLast = number === episodesOf(child) - 1
  const hasLeft = isLast && draw(child, 0, LEAVES) % 4 === 0
  // The next postcode each time, so that no home follows itself.
  const where = (draw(child, 0, WHERE) + number) % postcodes.length
  return [
    nameOf(child),
    date(startOf(child, number)),
    number === 0 ? 'S' : 'P',
    STATUSES[facts % STATUSES.length]!,
    `N${1 + (facts % 7)}`,
    place,
    provider,
    isLast ? (hasLeft ? date(startOf(child, number) + 1) : '') : date(startOf(child, number + 1)),
    isLast ? (hasLeft ? 'E4A' : '') : 'X1',
    isLast ? '' : REASONS[code % REASONS.length]!,
    postcodes[facts % postcodes.length]!,
    postcodes[where]!,
    `SC${100_000 + (code % 900_000)}`,
  ]
}

/** One cell spoilt: each of these is for quarantine. */
const FAULTS: readonly (readonly [cell: (typeof TABLES.Episodes)[number], text: string])[] = [
  ['PLACE', 'U9'],
  ['LS', 'C9'],
  ['CIN', 'N9'],
  ['RNE', 'Q'],
  ['DECOM', '31/02/2020'],
  ['DEC', '01/01/1990'],
  ['PLACE_PROVIDER', 'PR0'],
  ['CHILD', 'C9999999'],
]

/** One row in a hundred. */
export const isFaulty = (child: number, number: number, {draw}: Lives): boolean =>
  draw(child, number, FAULT) % 100 === 0

export function episodeRow(child: number, number: number, life: Lives): string {
  const cells = episodeCells(child, number, life)
  if (isFaulty(child, number, life)) {
    const [column, text] = FAULTS[life.draw(child, number, WHICH) % FAULTS.length]!
    cells[TABLES.Episodes.indexOf(column)] = text
  }
  return `${cells.join(',')}\n`
}
