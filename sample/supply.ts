import type {Day} from '../domain/calendar.ts'
import type {Child} from '../domain/child/child.ts'
import type {ChildId} from '../domain/ids.ts'
import type {Home} from '../domain/matching/shortlist.ts'
import type {Placement} from '../domain/placement/placement.ts'
import type {Cast} from './casting.ts'
import type {Dwelling} from './dwellings.ts'
import {addEmptyHomes, makeEmptyLodgings} from './empty-homes.ts'
import type {HouseholdDrawing} from './households.ts'
import {isHousehold, makeOccupiedHome} from './occupied-homes.ts'
import {type Residence, writeUp} from './placements.ts'
import {holdPlaces, makeOffers, recordNotice} from './referrals.ts'
import {makeSettingResidences} from './settings.ts'
import {makeShortBreakHomes} from './short-breaks.ts'
import {drawStays} from './stays.ts'
import {BOROUGH, scaled} from './targets.ts'

/** What to draw a theme from. */
export type DrawingOf = (theme: string) => HouseholdDrawing

interface Lives {
  readonly dwellings: readonly Dwelling[]
  readonly children: Map<ChildId, Child>
  readonly casts: readonly Cast[]
  /** Looked-after children: supply grows with them. */
  readonly count: number
}

interface Supply {
  readonly homes: readonly Home[]
  readonly placements: ReadonlyMap<ChildId, Placement>
}

/** Every household with its calendar, and where each child lives. */
export function makeSupply(lives: Lives, drawingOf: DrawingOf): Supply {
  const {children, casts} = lives
  const {homes: occupied, residences} = house(lives, drawingOf('homes'))
  const homes = [
    ...occupied,
    ...addEmptyHomes(occupied, 'in-house', drawingOf('in-house')),
    ...addEmptyHomes(occupied, 'ifa', drawingOf('ifa')),
    ...shortBreaks(lives, drawingOf('short-breaks')),
    ...lodgings(occupied, lives, drawingOf('lodgings')),
    ...makeOffers(casts, children, drawingOf('offers')),
  ]
  const holds = drawingOf('holds')
  const supply = holdPlaces(recordNotice(homes, casts, residences, holds), casts, children, holds)
  return {
    homes: supply,
    placements: writeUp(residences.values(), supply, drawingOf('placements').random),
  }
}

interface Housed {
  readonly homes: readonly Home[]
  readonly residences: ReadonlyMap<ChildId, Residence>
}

/** A household or a setting for each dwelling, and where each child lives. */
function house({dwellings, children, casts}: Lives, drawing: HouseholdDrawing): Housed {
  const {random, today} = drawing
  const leaving = leavingOn(casts)
  const homes: Home[] = []
  const residences = new Map<ChildId, Residence>()
  for (const dwelling of dwellings) {
    const parties = dwelling.parties.map(party =>
      drawStays(dwelling, party, children, today, random).map(stay => ({
        ...stay,
        until: leaving.get(stay.child.id) ?? stay.until,
      })),
    )
    const occupied = isHousehold(dwelling) ? makeOccupiedHome(dwelling, parties, drawing) : null
    if (occupied) homes.push(occupied.home)
    for (const residence of occupied?.residences ?? makeSettingResidences(dwelling, parties.flat(), random))
      residences.set(residence.childId, residence)
  }
  return {homes, residences}
}

const leavingOn = (casts: readonly Cast[]): ReadonlyMap<ChildId, Day> =>
  new Map(
    casts.filter(({leaving}) => leaving).flatMap(cast => cast.children.map(id => [id, cast.neededFrom])),
  )

function shortBreaks({dwellings, children, count}: Lives, drawing: HouseholdDrawing): readonly Home[] {
  const fostered = dwellings
    .filter(({provision}) => provision === 'mainstream')
    .flatMap(({parties}) => parties.flat())
    .map(({person}) => children.get(person.id)!)
  return makeShortBreakHomes(scaled(BOROUGH.shortBreakHouseholds, count), fostered, drawing)
}

function lodgings(occupied: readonly Home[], {count}: Lives, drawing: HouseholdDrawing): readonly Home[] {
  const hosts = occupied.filter(({household}) => household.kind === 'supported-lodgings').length
  const missing = Math.max(0, scaled(BOROUGH.lodgingsHosts, count) - hosts)
  return Array.from({length: missing}, () => makeEmptyLodgings(drawing))
}
