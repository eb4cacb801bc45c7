import {exactMiles} from '../../location.ts'
import type {Party} from '../party.ts'
import {h03Under16} from '../rules/h03-under-16.ts'
import {h04Registered} from '../rules/h04-registered.ts'
import {h07CourtConditions} from '../rules/h07-court-conditions.ts'
import {h10AbsoluteNo} from '../rules/h10-absolute-no.ts'
import {h11Medical} from '../rules/h11-medical.ts'
import type {Rule} from '../rules/rule.ts'
import {HARD_RULES, type HardRule, type Home} from '../shortlist.ts'
import {markCrowded} from './crowding.ts'
import type {Interned} from './intern.ts'
import {dayNumeral, endNumeral} from './numerals.ts'
import {markOutsideTerms} from './outside-terms.ts'
import type {PackedSupply} from './pack.ts'
import {NOWHERE, standIn} from './stand-in.ts'

/** By row, one bit for each hard rule that the home breaks. */
export type Broken = Uint16Array

export const bitOf = (rule: HardRule): number => 1 << HARD_RULES.indexOf(rule)

/**
 * Marks every hard rule that each home breaks for children who are strangers to it, rule by rule down the
 * columns. H9 is about a parent whom a child's own record names, and so never about strangers.
 */
export function markBroken(packed: PackedSupply, party: Party, broken: Broken): void {
  const {registration, petsAndSmoking, area} = packed.facts
  markUnapproved(packed, party, broken)
  markOutsideTerms(packed.terms, party, broken, bitOf('H2'))
  for (const rule of [h03Under16, h04Registered]) markByFacts(registration, rule, party, broken)
  markCrowded(packed.calendars, packed.terms.places, party.arrival, broken, bitOf('H5'))
  markAway(packed, party, broken)
  markDisqualified(packed, broken)
  markByFacts(petsAndSmoking, h11Medical, party, broken)
  for (const rule of [h07CourtConditions, h10AbsoluteNo])
    markByFacts(area, rule, party, broken, home => standIn(home, NOWHERE))
  markInside(packed, party, broken)
}

/** Asks once for each distinct set of facts. */
function markByFacts(
  {codes, examples}: Interned,
  {rule, brokenFor}: Rule,
  party: Party,
  broken: Broken,
  asked: (home: Home) => Home = home => home,
) {
  const ways = brokenFor(party)
  if (ways === null) return
  const marks = Uint16Array.from(examples, home => (ways(asked(home)).length > 0 ? bitOf(rule) : 0))
  if (marks.every(mark => mark === 0)) return
  for (let row = 0; row < codes.length; row++) broken[row]! |= marks[codes[row]!]!
}

/** H1. A connected person can be approved for a time, but only for children who are named. */
function markUnapproved({approvedFrom, approvedUntil}: PackedSupply, {referral}: Party, broken: Broken) {
  const [first, mark] = [dayNumeral(referral.neededFrom), bitOf('H1')]
  for (let row = 0; row < broken.length; row++)
    if (approvedFrom[row]! > first || approvedUntil[row]! < first) broken[row]! |= mark
}

/** H6. */
function markAway({away, awayFrom, awayUntil}: PackedSupply, {referral}: Party, broken: Broken) {
  const [first, end, mark] = [
    dayNumeral(referral.neededFrom),
    endNumeral(referral.expectedUntil),
    bitOf('H6'),
  ]
  for (const row of away) if (awayUntil[row]! >= first && awayFrom[row]! < end) broken[row]! |= mark
}

/** H8. Whoever is excepted is known to the home. */
function markDisqualified({disqualified}: PackedSupply, broken: Broken) {
  for (const row of disqualified) broken[row]! |= bitOf('H8')
}

/** Where the children must not be: exclusion zones of a court (H7), areas to keep away from (H10). */
function markInside({easting, northing}: PackedSupply, {seekers}: Party, broken: Broken) {
  for (const restriction of seekers.flatMap(({child}) => child.restrictions ?? [])) {
    if (!('location' in restriction)) continue
    if (restriction.kind === 'avoid-area' && !restriction.absolute) continue
    const mark = bitOf(restriction.kind === 'avoid-area' ? 'H10' : 'H7')
    const here = {easting: 0, northing: 0}
    for (let row = 0; row < broken.length; row++) {
      here.easting = easting[row]!
      here.northing = northing[row]!
      if (exactMiles(restriction.location, here) <= restriction.withinMiles) broken[row]! |= mark
    }
  }
}
