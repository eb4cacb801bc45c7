import {type Day, dayInWords} from '../../calendar.ts'
import {bedsFor, nightWithoutPlace} from '../../household/capacity.ts'
import {HOLDS, type Rule} from './rule.ts'

/** A place and a bed for each child on every night. More children than the terms allow at all is H2. */
export const h05Capacity: Rule = {
  rule: 'H5',
  source: 'SI 2011/581 reg 27 (terms of approval); NMS 10.6',
  broken: ({arrival}, {household, calendar}) => {
    const approved = household.approval.terms.places
    const coming = arrival.children.length
    const placeless = coming > approved ? null : nightWithoutPlace(approved, calendar, arrival)
    const {beds, night} = bedsFor(household.bedrooms, calendar, arrival)
    if (placeless === null) return beds === 'none' ? [bedsInWords(night)] : HOLDS
    const places = placesInWords(coming, placeless)
    return beds === 'none' ? [places, bedsInWords(night)] : [places]
  },
}

const placesInWords = (coming: number, night: Day): string =>
  `${coming === 1 ? 'no place is' : `fewer than ${coming} places are`} free on ${dayInWords(night)}`

const bedsInWords = (night: Day): string => `not enough bedrooms on ${dayInWords(night)}`
