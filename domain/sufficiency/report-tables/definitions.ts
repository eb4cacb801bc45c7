import type {Moment} from '../moment.ts'
import type {Definition} from './table.ts'
import {figure} from './times.ts'

/** Of figures that the report alone has. */
const OWN: readonly Definition[] = [
  {
    id: 'households-left-in-year',
    title: 'Households that left in the year',
    definition:
      'Households of the authority, of fostering, connected persons and supported lodgings, whose approval stood for the last time on a day from 1 April to the day before the date.',
    source: "Hearth's households",
  },
  {
    id: 'refusals-in-year',
    title: 'Refusals in the year',
    definition:
      'Each no of a carer or an agency who was asked to take the children of a referral, from 1 April to the date, by the reason that was recorded.',
    source: "Hearth's approaches",
  },
]

export function definitionOf(id: string, now: Moment): Definition {
  const own = OWN.find(each => each.id === id)
  if (own !== undefined) return own
  const {title, definition, source} = figure(id).indicator(now)
  return {id, title, definition, source}
}
