import {addDays, ageOn} from '../domain/calendar.ts'
import type {Child} from '../domain/child/child.ts'
import type {Occupancy} from '../domain/household/occupancy.ts'
import type {Home} from '../domain/matching/shortlist.ts'
import {makeStay, occupantOf} from './calendars.ts'
import {makeEmptyHome} from './empty-homes.ts'
import type {HouseholdDrawing} from './households.ts'

/**
 * Short-break homes, some with a respite stay of a few nights in this fortnight or the next: the child's own
 * placement goes on meanwhile.
 */
export function makeShortBreakHomes(
  count: number,
  children: readonly Child[],
  drawing: HouseholdDrawing,
): readonly Home[] {
  const {random} = drawing
  const resting = new Set<Child>()
  return Array.from({length: count}, () => {
    const home = makeEmptyHome('in-house', random.integer(1, 2), 'short-break', drawing)
    const stays = home.household.bedrooms
      .filter(({id}) => random.chance(0.4) && home.calendar.every(({bedroomId}) => bedroomId !== id))
      .flatMap(({id}) => drawRespite(home, id, children, resting, drawing) ?? [])
    const free = home.household.approval.terms.places - home.calendar.length
    return {...home, calendar: [...home.calendar, ...stays.slice(0, free)]}
  })
}

function drawRespite(
  {household: {approval}}: Home,
  bedroomId: string,
  children: readonly Child[],
  resting: Set<Child>,
  {random, today, places}: HouseholdDrawing,
): Occupancy | null {
  const {ages, sexes} = approval.terms
  const from = addDays(today, random.integer(-3, 20))
  const until = addDays(from, random.integer(4, 9))
  const fits = ({dob, sex}: Child) => {
    const age = ageOn(dob, from)
    return sexes.includes(sex) && age >= ages.from && age <= ages.to
  }
  const tried = Array.from({length: Math.min(20, children.length)}, () => random.pick(children))
  const child = tried.find(each => fits(each) && !resting.has(each))
  if (!child) return null
  resting.add(child)
  return makeStay(
    'respite',
    {occupant: occupantOf(child, places.authorityId), from, until},
    bedroomId,
    random,
  )
}
