import {dayInWords} from '../../calendar.ts'
import type {Home} from '../../matching/shortlist.ts'
import {leftInYear} from '../household-changes.ts'
import {type PlaceAt, schemeOf} from '../places.ts'
import {PLACES} from '../subjects.ts'
import {ALL, type Named, named, namedBy, occupied} from './cross.ts'
import {column, type Draft, percentOf} from './table.ts'
import {keyIn, type Times} from './times.ts'
import {SCHEME_TITLES} from './titles.ts'

const OF_HOUSEHOLD = ['on-hold', 'suspended', 'notice-given', 'not-approved']

const ofHousehold = ({reason}: PlaceAt): boolean => reason !== null && OF_HOUSEHOLD.includes(reason)
const isFilled = ({state}: PlaceAt): boolean => state === 'filled'
const isAway = ({state}: PlaceAt): boolean => state === 'not-available'
const isVacant = ({state}: PlaceAt): boolean => state === 'vacant'
const isStayingPut = ({reason}: PlaceAt): boolean => reason === 'staying-put'

/** Vacant, and approved for some age from one to another. */
const vacantFor =
  (from: number, to: number) =>
  (place: PlaceAt): boolean => {
    const {ages} = place.household.approval.terms
    return isVacant(place) && ages.from <= to && ages.to >= from
  }

const STATES: readonly (Named<PlaceAt> & {readonly id: string; readonly indicator: string})[] = [
  {id: 'places', indicator: 'places-approved', ...named('Places approved', () => true)},
  {id: 'filled', indicator: 'places-filled', ...named('Filled', isFilled)},
  {id: 'held', indicator: 'places-held', ...named('Held', ({state}) => state === 'held')},
  {id: 'vacant', indicator: 'places-vacant', ...named('Vacant', isVacant)},
  {
    id: 'staying-put',
    indicator: 'places-not-available',
    ...named('Not available: Staying Put', place => isAway(place) && isStayingPut(place)),
  },
  {
    id: 'closed',
    indicator: 'places-not-available',
    ...named(
      'Not available: household on hold, suspended or leaving',
      place => isAway(place) && ofHousehold(place),
    ),
  },
  {
    id: 'away',
    indicator: 'places-not-available',
    ...named(
      'Not available: other reasons',
      place => isAway(place) && !ofHousehold(place) && !isStayingPut(place),
    ),
  },
]

const VACANT_FOR: readonly (Named<PlaceAt> & {readonly id: string})[] = [
  {id: 'vacant-0-4', ...named('Vacant for ages 0 to 4', vacantFor(0, 4))},
  {id: 'vacant-5-9', ...named('Vacant for ages 5 to 9', vacantFor(5, 9))},
  {id: 'vacant-10-15', ...named('Vacant for ages 10 to 15', vacantFor(10, 15))},
  {id: 'vacant-16', ...named('Vacant for 16 and over', vacantFor(16, 17))},
]

function rowOf(name: string, places: readonly PlaceAt[], left: readonly Home[]) {
  const count = ({has}: Named<PlaceAt>) => places.filter(has).length
  return [
    name,
    new Set(places.map(({household}) => household.id)).size,
    ...STATES.map(count),
    percentOf(places.filter(isFilled).length, places.length),
    ...VACANT_FOR.map(count),
    left.length,
  ]
}

/** Table 9: the authority's own homes: how many, who has their places, and who left. */
export function supplyTable({asAt, now}: Times): Draft {
  const places = now.places().filter(({household}) => household.provider.type === 'in-house')
  const left = now.facts.homes.filter(({household}) => leftInYear(household, asAt))
  const schemes = namedBy<PlaceAt>([], SCHEME_TITLES, keyIn(PLACES, 'scheme', now))
  return {
    number: 9,
    id: 'supply',
    title: 'In-house supply: households, places and exits',
    says: look =>
      `On ${dayInWords(asAt)}, the authority's own ${look(ALL, 'households')} households had ${look(ALL, 'places')} approved places: ${look(ALL, 'filled')} were filled and ${look(ALL, 'vacant')} vacant.`,
    columns: [
      column('scheme', 'Scheme', null),
      column('households', 'Households', 'households', 'places-approved'),
      ...STATES.map(({id, name, indicator}) => column(id, name, 'places', indicator)),
      column('occupancy', 'Occupancy', 'percent', 'occupancy'),
      ...VACANT_FOR.map(({id, name}) => column(id, name, 'places', 'places-vacant')),
      column('left', 'Households that left since 1 April', 'households', 'households-left-in-year'),
    ],
    rows: occupied([
      ...schemes.map(({name, has}, i) =>
        rowOf(
          name,
          places.filter(has),
          left.filter(({household}) => schemeOf(household) === Object.keys(SCHEME_TITLES)[i]),
        ),
      ),
      rowOf(ALL, places, left),
    ]),
    notes: [
      'Households of the authority itself alone; the definitions count every provider on record. Filled, held, vacant and not available add up to the places approved.',
      'A vacant place stands under every age that the terms of its household take. A household leaves when its approval ends.',
    ],
    source: "Hearth's household calendars, by night",
    sums: [{total: 'places', parts: STATES.slice(1).map(({id}) => id)}],
    totalRow: true,
    workedFrom: {occupancy: 'filled'},
  }
}
