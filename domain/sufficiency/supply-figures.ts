import {type Figure, figureOf} from './figure.ts'
import type {PlaceAt, PlaceState} from './places.ts'
import {PLACES} from './subjects.ts'

const APPROVED =
  'Places are those that the terms of fostering households, connected persons and supported lodgings allow whose approval stands on the night of the date, of every provider on record.'
const SOURCE = "Hearth's household calendars, by night; Ofsted, Fostering in England, place status"

const place = figureOf(PLACES)
const inState = (state: PlaceState) => (subject: PlaceAt) => (subject.state === state ? 'counted' : null)

const inWords = ({place, state, reason}: PlaceAt): string =>
  `place ${place}: ${state}${reason === null ? '' : ` (${reason})`}`

const count = (id: string, title: string, definition: string, state: PlaceState): Figure =>
  place({
    id,
    title,
    definition: `${definition} ${APPROVED}`,
    source: SOURCE,
    measure: 'count',
    unit: 'places',
    standing: inState(state),
    words: inWords,
  })

/** Approved places and who has them: filled, held, not available and vacant add up to approved. */
export const SUPPLY_FIGURES: readonly Figure[] = [
  place({
    id: 'places-approved',
    title: 'Places approved',
    definition: APPROVED,
    source: SOURCE,
    measure: 'count',
    unit: 'places',
    words: inWords,
  }),
  count(
    'places-filled',
    'Places filled',
    'Places taken by a placement or a respite stay. Children over the terms of a household fill no approved place.',
    'filled',
  ),
  count('places-vacant', 'Places vacant', 'Places that a child could come to.', 'vacant'),
  count(
    'places-held',
    'Places held',
    'Places promised to a child by a hold that still stands when the date ends: neither filled nor vacant.',
    'held',
  ),
  count(
    'places-not-available',
    'Places not available',
    'Empty places of a household that is on hold, suspended or has given notice, places marked as not available, and places that Staying Put young adults have.',
    'not-available',
  ),
  place({
    id: 'occupancy',
    title: 'Occupancy of approved places',
    definition: `Share of approved places that are filled. ${APPROVED}`,
    source: SOURCE,
    measure: 'share',
    unit: 'percent',
    shareOf: 'places-approved',
    standing: ({state}) => (state === 'filled' ? 'counted' : 'not-counted'),
    words: inWords,
  }),
]
