import {dayInWords} from '../../calendar.ts'
import {bedsFor} from '../../household/capacity.ts'
import {type ApprovalNeeded, NOT_NEEDED} from './approval.ts'

/** A bedroom shared by a child over three is agreed by each child's authority, and recorded. */
export const a06SharedBedroom: ApprovalNeeded = {
  rule: 'A6',
  source: 'NMS 10.6',
  needed: ({arrival}, {household, calendar}) => {
    const {beds, night} = bedsFor(household.bedrooms, calendar, arrival)
    if (beds !== 'sharing') return NOT_NEEDED
    const words = `a child over ${arrival.ownBedroomOverYears} would share a bedroom on ${dayInWords(night)}`
    return [{role: 'each-responsible-authority-and-fostering-manager', within: null, words}]
  },
}
