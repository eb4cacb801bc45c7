import {dayInEngland, dayInWords} from '../calendar.ts'
import type {OfferInForce} from '../placement/approach.ts'
import {poundsInWords} from './considerations/wording.ts'
import type {Home, MatchInput, OfferToSee} from './shortlist.ts'

/**
 * The supply with each home at the price that its agency offers for this referral. What it would cost with the
 * service's overheads is then not known.
 */
export function atOfferedCost({supply, offers = []}: MatchInput): readonly Home[] {
  if (offers.length === 0) return supply
  const offered = new Map(offers.map(({householdId, weeklyCostPence}) => [householdId, weeklyCostPence]))
  return supply.map(home => {
    const pence = offered.get(home.household.id)
    if (pence === undefined) return home
    const weeklyCost = {marginalPenceAWeek: pence, fullPenceAWeek: null}
    return {...home, household: {...home.household, weeklyCost}}
  })
}

/** The offers to look at beside the options, by approach, so that the order never depends on the input's. */
export const offersToSee = (offers: readonly OfferInForce[]): readonly OfferToSee[] =>
  offers
    .toSorted((a, b) => (a.approachId < b.approachId ? -1 : 1))
    .map(({approachId, agencyId, householdId, weeklyCostPence, validUntil}) => {
      const home = householdId === null ? 'a home that it will name' : 'a home on record'
      const until = dayInWords(dayInEngland(validUntil))
      const words = `${agencyId} offers ${home} at ${poundsInWords(weeklyCostPence)} a week for each child, until ${until}`
      return {approachId, agencyId, householdId, weeklyCostPence, validUntil, words}
    })
