import {poundsInWords, termInWords} from '../considerations/wording.ts'
import {type ApprovalNeeded, NOT_NEEDED} from './approval.ts'

/** A costly home is approved by the role of the highest band that its weekly cost reaches. Local policy. */
export const a09HighCost: ApprovalNeeded = {
  rule: 'A9',
  source: 'local policy',
  needed: ({policy}, {household: {weeklyCost}}) => {
    const cost = weeklyCost?.fullPenceAWeek ?? weeklyCost?.marginalPenceAWeek ?? null
    const band =
      cost === null ? undefined : policy.highCostBands.findLast(({fromPenceAWeek}) => cost >= fromPenceAWeek)
    if (cost === null || band === undefined) return NOT_NEEDED
    const words = `${poundsInWords(cost)} a week: from ${poundsInWords(band.fromPenceAWeek)} the ${roleInWords(band.role)} approves`
    return [{role: band.role, within: null, words}]
  },
}

const roleInWords = (role: string): string => termInWords(role).replace('childrens', "children's")
