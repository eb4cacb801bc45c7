import {addDays, type Day} from '../domain/calendar.ts'
import type {Child, LegalStatus} from '../domain/child/child.ts'
import type {ChildId} from '../domain/ids.ts'
import type {PlaceCode, ProviderCode} from '../domain/placement/codes.ts'
import type {Dwelling, Party, Provision} from './dwellings.ts'
import type {Random, Weights} from './random.ts'

/** One looked-after child's time in one home. */
export interface Stay {
  readonly child: Child
  readonly age: number
  readonly from: Day
  /** The day of leaving, where it is known. */
  readonly until: Day | null
  readonly place: PlaceCode
}

const MEAN_DAYS = 540
const LONGEST_DAYS: Readonly<Partial<Record<LegalStatus, number>>> = {L2: 6, J1: 110}
/** Supported accommodation takes nobody under 16 (SI 2023/416), and unaccompanied children come from 14 on. */
const UASC_FROM_AGE = 14
const SUPPORTED_FROM_AGE = 16

/** Brothers and sisters who live together came together. */
export function drawStays(
  {provision}: Pick<Dwelling, 'provision'>,
  party: Party,
  children: ReadonlyMap<ChildId, Child>,
  today: Day,
  random: Random,
): readonly Stay[] {
  const members = party.map(({person}) => ({child: children.get(person.id)!, age: person.age}))
  const longest = Math.min(...members.map(({child}) => LONGEST_DAYS[child.legalStatus ?? 'C2'] ?? 5000))
  const days = Math.min(longest, Math.ceil(-Math.log(1 - random.next()) * MEAN_DAYS))
  // Whoever comes of age today has come today.
  const earliest = sooner(members.map(({child}) => earliestStart(child, provision)).reduce(later), today)
  const from = later(earliest, addDays(today, -days))
  const until = random.chance(0.05) ? addDays(today, random.integer(7, 60)) : null
  const isLong = from <= addDays(today, -300) && random.chance(0.5)
  return members.map(({child, age}) => ({
    child,
    age,
    from,
    until,
    place: placeCode(provision, child, isLong, random),
  }))
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)
const sooner = (one: Day, other: Day): Day => (one < other ? one : other)

/** A day of life at least; from 16 on in supported accommodation. */
function earliestStart(child: Child, provision: Provision): Day {
  const supported = provision === 'supported-accommodation' || provision === 'supported-lodgings'
  const fromAge = supported ? SUPPORTED_FROM_AGE : child.uasc ? UASC_FROM_AGE : 0
  return addDays(
    `${Number(child.dob.slice(0, 4)) + fromAge}${child.dob.slice(4)}`.replace('-02-29', '-03-01'),
    1,
  )
}

const CODES: Readonly<
  Record<
    Exclude<Provision, 'adoption' | 'ifa' | 'mainstream' | 'connected-person' | 'other-authority'>,
    PlaceCode
  >
> = {
  'childrens-home': 'K2',
  'supported-accommodation': 'K3',
  'supported-lodgings': 'K3',
  'with-parents': 'P1',
  'residential-school': 'S1',
  'residential-care': 'R1',
  'family-centre': 'R3',
  'young-offender-institution': 'R5',
  secure: 'K1',
  hospital: 'R2',
}

function placeCode(provision: Provision, child: Child, isLong: boolean, random: Random): PlaceCode {
  switch (provision) {
    case 'connected-person':
      return isLong ? 'U1' : 'U3'
    case 'mainstream':
    case 'ifa':
    case 'other-authority':
      return isLong ? 'U4' : 'U6'
    case 'adoption': {
      // Under a placement order, or with consent; a few stay with the carer who fostered them.
      const withCarer = random.chance(0.12)
      return child.legalStatus === 'E1' ? (withCarer ? 'A5' : 'A6') : withCarer ? 'A3' : 'A4'
    }
    default:
      return CODES[provision]
  }
}

/** Own authority's settings outside its own area would be a finding (SSDA903 rule 1015). */
const PROVIDERS: Readonly<Partial<Record<Provision, Weights<ProviderCode>>>> = {
  'childrens-home': {PR4: 88, PR5: 8, PR2: 4},
  'supported-accommodation': {PR4: 78, PR5: 22},
  'with-parents': {PR0: 1},
  adoption: {PR1: 80, PR5: 20},
  'residential-school': {PR4: 80, PR5: 20},
  'residential-care': {PR4: 1},
  'family-centre': {PR4: 70, PR5: 30},
  'young-offender-institution': {PR3: 1},
  secure: {PR2: 70, PR4: 30},
  hospital: {PR3: 1},
}

export const drawProvider = (provision: Provision, inside: boolean, random: Random): ProviderCode => {
  const own = provision === 'childrens-home' && inside
  return own ? 'PR1' : random.byWeight(PROVIDERS[provision] ?? {PR4: 1})
}
