import type {HouseholdId} from '../../ids.ts'
import type {Location} from '../../location.ts'
import type {Home} from '../shortlist.ts'
import type {PackedSupply} from './pack.ts'

/** A home like this one at another place, that has to do with nobody: no record names its id. */
export const standIn = ({household}: Home, home: Location): Home => ({
  household: {...household, id: '' as HouseholdId, home, exclusions: []},
  calendar: [],
})

/** Outside every circle. */
export const NOWHERE: Location = {postcode: null, easting: Number.POSITIVE_INFINITY, northing: 0}

/** One home, moved to the place of whichever row is asked about: not to be kept. */
export function movingHome({homes, easting, northing}: PackedSupply): (row: number) => Home {
  const here = {postcode: null, easting: 0, northing: 0}
  let home: Home | undefined
  return row => {
    home ??= standIn(homes[row]!, here)
    here.easting = easting[row]!
    here.northing = northing[row]!
    return home
  }
}
