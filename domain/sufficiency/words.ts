import {authorityName} from '../authority/authorities.ts'
import {type Day, dayInWords} from '../calendar.ts'
import type {AuthorityId} from '../ids.ts'
import type {ChildThen} from './census.ts'
import type {PlaceAndProvider} from './provision.ts'

/** `U4 with PR1` */
export const provisionInWords = ({place, provider}: PlaceAndProvider): string =>
  provider === null ? `${place}, no provider recorded` : `${place} with ${provider}`

/** The same, and what a temporary move interrupts. */
export const homeInWords = ({episode, home}: ChildThen): string =>
  episode === home
    ? provisionInWords(home)
    : `${provisionInWords(home)}; on a temporary move (${episode.place})`

/** A numeral as it is said: `4 December 2026`. */
export const numeralInWords = (on: number): string => dayInWords(dayOfNumeral(on))

const dayOfNumeral = (on: number): Day => `${on}`.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')

/** `1 placement`, `3 placements` */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const OUTSIDE_ENGLAND: Readonly<Record<string, string>> = {
  SCO: 'Scotland',
  WAL: 'Wales',
  NIR: 'Northern Ireland',
}

/** An area as the return has it (PL_LA), by name; by its ONS code where Hearth knows no name for it. */
export const areaInWords = (area: string): string =>
  OUTSIDE_ENGLAND[area] ?? authorityName(area as AuthorityId)

/** `£1,534.25` */
export const poundsAndPence = (pence: number): string =>
  `£${Math.floor(pence / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')}.${String(pence % 100).padStart(2, '0')}`
