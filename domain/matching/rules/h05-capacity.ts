import {dayInWords} from '../../calendar.ts'
import {bedsFor, nightWithoutPlace} from '../../household/capacity.ts'
import {HOLDS, type Rule} from './rule.ts'

/** A place and a bed for each child on every night. More children than the terms allow at all is H2. */
export const h05Capacity: Rule = {
  rule: 'H5',
  source: 'SI 2011/581 reg 27 (terms of approval); NMS 10.6',
  broken: ({arrival}, {household, calendar}) => {
    const {places} = household.approval.terms
    const coming = arrival.children.length
    const placeless = coming > places ? null : nightWithoutPlace(places, calendar, arrival)
    const {beds, night} = bedsFor(household.bedrooms, calendar, arrival)
    if (placeless === null && beds !== 'none') return HOLDS
    return [
      ...(placeless === null
        ? []
        : [
            `${coming === 1 ? 'no place is' : `fewer than ${coming} places are`} free on ${dayInWords(placeless)}`,
          ]),
      ...(beds === 'none' ? [`not enough bedrooms on ${dayInWords(night)}`] : []),
    ]
  },
}
