import type {Day} from '../../domain/calendar.ts'
import type {ChildId, PlacementId} from '../../domain/ids.ts'
import type {Arrangement, Ended, Placement, Setting} from '../../domain/placement/placement.ts'
import type {Postcode} from '../places.ts'
import type {Random} from '../random.ts'
import type {ReturnedEpisode, Stretch} from '../return/episodes.ts'
import type {History} from '../return/history.ts'
import {ADOPTION_AGENCY_URN} from '../return/past-homes.ts'

/** What a history is written up with. */
export interface Writing {
  readonly childId: ChildId
  /** The one that goes on, as the borough has it; null: the child has left. */
  readonly now: Placement | null
  readonly postcodes: ReadonlyMap<string, Postcode>
  readonly random: Random
}

/** A placement with the stretch of the history that it is; null: a stay aside. */
export interface WrittenUp {
  readonly placement: Placement
  readonly stretch: Stretch | null
}

/** A history as Hearth would hold it: a main placement for each home, a stay aside for each temporary move. */
export function writeUpHistory({homes, episodes}: History, writing: Writing): readonly WrittenUp[] {
  const ids = homes.map((_, index) =>
    index === homes.length - 1 && writing.now ? writing.now.id : (writing.random.uuid() as PlacementId),
  )
  const main = homes.map((stretch, index): WrittenUp => {
    if (stretch.until === null) return {placement: writing.now!, stretch}
    const last = episodes.find(({until}) => until === stretch.until)!
    const ended = {
      on: stretch.until,
      reason: last.reasonForChange,
      rec: last.ceased,
      nextPlacementId: ids[index + 1] ?? null,
    }
    return {placement: inSetting(ids[index]!, stretch, ended, writing), stretch}
  })
  return [...main, ...staysAside(episodes, writing)]
}

/** A few nights in hospital, or with another carer; then the child went back. */
const staysAside = (episodes: readonly ReturnedEpisode[], writing: Writing): readonly WrittenUp[] =>
  episodes
    .filter(({place}) => place.startsWith('T'))
    .map(({from, until, place, placementPostcode}) => {
      const hospital = place === 'T1'
      const home = {
        place,
        provider: null,
        postcode: placementPostcode,
        urn: null,
        supplier: hospital ? 'Hospital' : "Another carer's home",
        weeklyPence: null,
      }
      const ended = {on: until!, reason: null, rec: null, nextPlacementId: null}
      const stretch = {from, until, home}
      const id = writing.random.uuid() as PlacementId
      return {
        placement: inSetting(id, stretch, ended, writing, hospital ? 'hospital' : 'respite'),
        stretch: null,
      }
    })

function inSetting(
  id: PlacementId,
  {from, home}: Stretch,
  ended: Ended & {readonly on: Day},
  {childId, postcodes}: Writing,
  arrangement: Arrangement = 'main',
): Placement {
  const {authorityId, ...location} = postcodes.get(home.postcode!)!
  return {
    id,
    childId,
    referralId: null,
    holdId: null,
    approachId: null,
    arrangement,
    from,
    until: ended.on,
    householdId: null,
    occupancyId: null,
    setting: settingOf(home),
    code: {place: home.place, provider: home.provider},
    location,
    authorityId,
    weeklyCostPence: home.weeklyPence,
    approvals: [],
    chosen: null,
    ended,
    corrections: [],
  }
}

/** Carers of other years are no households of today: their homes are known by whose they were. */
function settingOf({supplier, urn, place}: Stretch['home']): Setting {
  const carers = place === 'U1' || place === 'U3' ? 'Connected person' : 'Foster home'
  const name = place.startsWith('U') ? `${carers}, ${supplier}` : supplier
  return {name, urn: urn === ADOPTION_AGENCY_URN ? null : urn}
}
