import {type Day, dayInWords} from '../../calendar.ts'
import {roomFor} from '../../household/capacity.ts'
import {remembered} from '../../remembered.ts'
import {HOLDS, type Rule} from './rule.ts'

/** A place and a bed for each child on every night. More children than the terms allow at all is H2. */
export const h05Capacity: Rule = {
  rule: 'H5',
  source: 'SI 2011/581 reg 27 (terms of approval); NMS 10.6',
  brokenFor: ({arrival}) => {
    const coming = arrival.children.length
    // Most homes that are full are full on the same night.
    const places = remembered((night: Day) => placesInWords(coming, night))
    const beds = remembered(bedsInWords)
    return ({household, calendar}) => {
      const {placeless, bedless} = roomFor(household, calendar, arrival)
      const isTerm = coming > household.approval.terms.places
      if (placeless === null || isTerm) return bedless === null ? HOLDS : [beds(bedless)]
      return bedless === null ? [places(placeless)] : [places(placeless), beds(bedless)]
    }
  },
}

const placesInWords = (coming: number, night: Day): string =>
  `${coming === 1 ? 'no place is' : `fewer than ${coming} places are`} free on ${dayInWords(night)}`

const bedsInWords = (night: Day): string => `not enough bedrooms on ${dayInWords(night)}`
