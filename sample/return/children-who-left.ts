import {addDays, type Day} from '../../domain/calendar.ts'
import type {LegalStatus} from '../../domain/child/child.ts'
import type {PlaceCode, ReasonEpisodeCeased} from '../../domain/placement/codes.ts'
import type {Borough} from '../borough.ts'
import {drawCode} from '../heritage.ts'
import type {Random, Weights} from '../random.ts'
import {ETHNICITY_SHARES} from '../targets.ts'
import type {Stretch} from './episodes.ts'
import {drawDays, type History, type Telling, tell, yearsAfter} from './history.ts'
import {drawOrders} from './orders.ts'
import {ADOPTION_AGENCY_URN, type Ground} from './past-homes.ts'
import {daysBetween, drawPastStretches} from './stretches.ts'

/** Of the children looked after, so many leave in a year: 182 of 439 (DfE, Lewisham, 2025). */
const LEAVING_SHARE = 0.41

/** Children who left care from that day on, up to yesterday. */
export function historiesOfTheGone(
  {children, placements, today}: Borough,
  since: Day,
  ground: Ground,
  random: Random,
): readonly History[] {
  const days = daysBetween(since, today)
  const count = Math.round((placements.length * LEAVING_SHARE * days) / 365)
  return Array.from({length: count}, (_, index) => {
    const draw = random.fork(`child ${index}`)
    const left = addDays(since, draw.integer(0, days - 1))
    return historyOf(children.length + index + 1, birthdayOf(left), {ground, today, random: draw})
  })
}

/** A birthday that every year has. */
const birthdayOf = (day: Day): Day => day.replace('-02-29', '-02-28')

type Way = 'came-of-age' | 'asylum' | 'adopted' | 'went-home'
const WAYS: Weights<Way> = {'came-of-age': 33, asylum: 11, adopted: 5, 'went-home': 51}

function historyOf(number: number, left: Day, telling: Telling): History {
  const {ground, random} = telling
  const way = random.byWeight(WAYS)
  const dob = drawBirth(way, left, random)
  const uasc = way === 'asylum'
  const earliest = addDays(yearsAfter(dob, uasc ? 14 : 0), 1)
  const start = [addDays(left, -drawTimeInCare(way, random)), earliest].toSorted().at(-1)!
  const subject = {
    reference: `C-${100_000 + number}`,
    dob,
    sex: random.byWeight(uasc ? {M: 92, F: 8} : {M: 53, F: 47}),
    ethnicity: drawCode(random.byWeight(ETHNICITY_SHARES), random),
    uasc,
  }
  const placed = way === 'adopted' ? addDays(left, -random.integer(100, 170)) : left
  const fostered = drawPastStretches({child: subject, from: start, until: placed, next: null}, ground, random)
  const all = way === 'adopted' ? [...fostered, adoptiveHome(placed, left, ground, random)] : fostered
  const ceased = drawEnd(way, all.at(-1)!.home.place, left, random)
  const status = drawStatus(way, random)
  return tell(
    subject,
    {
      homes: all,
      orders: drawOrders({start, by: placed, status, neverAccommodated: false}, random),
      homePostcode: uasc ? null : random.pick(ground.inside).postcode,
      ceased,
    },
    telling,
  )
}

/** The eighteenth birthday, or an age at which children leave so. */
function drawBirth(way: Way, left: Day, random: Random): Day {
  if (way === 'came-of-age' || way === 'asylum') return yearsAfter(left, -18)
  const years = way === 'adopted' ? 2 + 3 * random.next() : 0.3 + 17 * random.next()
  return addDays(left, -Math.round(years * 365.2425))
}

function drawTimeInCare(way: Way, random: Random): number {
  const mean = {
    'came-of-age': () => Number(random.byWeight({250: 15, 900: 35, 2800: 50})),
    asylum: () => 500,
    adopted: () => 120,
    'went-home': () => Number(random.byWeight({60: 14, 300: 36, 1100: 50})),
  }[way]()
  return (way === 'adopted' ? 450 : 10) + drawDays(mean, random)
}

const drawStatus = (way: Way, random: Random): LegalStatus =>
  random.byWeight(
    {
      'came-of-age': {C2: 62, V2: 38},
      asylum: {V2: 1},
      adopted: {E1: 1},
      'went-home': {V2: 50, C1: 22, C2: 28},
    }[way],
  )

const adoptiveHome = (from: Day, until: Day, {near, far}: Ground, random: Random): Stretch => ({
  from,
  until,
  home: {
    place: 'A6',
    provider: random.byWeight({PR1: 80, PR5: 20}),
    postcode: random.pick(random.chance(0.4) ? near : far).postcode,
    urn: ADOPTION_AGENCY_URN,
    supplier: 'Adoptive family',
    weeklyPence: null,
  },
})

type Ends = Weights<ReasonEpisodeCeased>
const OF_AGE: Readonly<Record<'U' | 'K', Ends>> = {
  U: {E17: 40, E5: 42, E6: 14, E7: 4},
  K: {E5: 68, E6: 24, E7: 8},
}
const HOME: Readonly<Record<'kin' | 'U' | 'K', Ends>> = {
  kin: {E45: 34, E4A: 36, E4B: 10, E41: 20},
  U: {E4A: 48, E4B: 16, E46: 5, E47: 9, E41: 8, E13: 5, E3: 4, E8: 5},
  K: {E4A: 52, E4B: 18, E13: 8, E9: 6, E8: 16},
}
/** The codes of special guardianship orders are those of 2018/19 and after. */
const GUARDIANSHIP_CODES_FROM = '2018-04-01'

function drawEnd(way: Way, place: PlaceCode, left: Day, random: Random): ReasonEpisodeCeased {
  if (way === 'adopted') return random.byWeight({E12: 85, E11: 15})
  const group = place.startsWith('U') ? 'U' : 'K'
  if (way !== 'went-home') return random.byWeight(OF_AGE[group])
  const end = random.byWeight(HOME[place === 'U3' ? 'kin' : group])
  return /^E4[5-8]$/.test(end) && left < GUARDIANSHIP_CODES_FROM ? 'E41' : end
}
