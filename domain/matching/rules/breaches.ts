import type {Party} from '../party.ts'
import type {Breach, Home} from '../shortlist.ts'
import {h01Approved} from './h01-approved.ts'
import {h02Terms} from './h02-terms.ts'
import {h03Under16} from './h03-under-16.ts'
import {h04Registered} from './h04-registered.ts'
import {h05Capacity} from './h05-capacity.ts'
import {h06Status} from './h06-status.ts'
import {h07CourtConditions} from './h07-court-conditions.ts'
import {h08Disqualified} from './h08-disqualified.ts'
import {h09Parents} from './h09-parents.ts'
import {h10AbsoluteNo} from './h10-absolute-no.ts'
import {h11Medical} from './h11-medical.ts'
import type {Rule} from './rule.ts'

const RULES: readonly Rule[] = [
  h01Approved,
  h02Terms,
  h03Under16,
  h04Registered,
  h05Capacity,
  h06Status,
  h07CourtConditions,
  h08Disqualified,
  h09Parents,
  h10AbsoluteNo,
  h11Medical,
]

const NONE: readonly Breach[] = []

/** Every hard rule that the home breaks for this party, in every way that it does; none makes it an option. */
export function breachesOf(party: Party, home: Home): readonly Breach[] {
  let breaches: Breach[] | undefined
  for (const {rule, source, broken} of RULES) {
    const found = broken(party, home)
    if (found.length === 0) continue
    for (const words of eachOnceInOrder(found)) {
      const breach = {rule, words, source}
      // A list that starts with one item takes a fifth of the memory of one that starts empty and grows.
      if (breaches === undefined) breaches = [breach]
      else breaches.push(breach)
    }
  }
  return breaches ?? NONE
}

export const isOption = (party: Party, home: Home): boolean =>
  RULES.every(({broken}) => broken(party, home).length === 0)

/** Two children, or two stays of one, can break a rule in the same words; and the order of facts says nothing. */
const eachOnceInOrder = (words: readonly string[]): readonly string[] =>
  words.length === 1 || isInOrder(words)
    ? words
    : words.toSorted().filter((each, i, all) => each !== all[i - 1])

function isInOrder(words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) if (words[i - 1]! >= words[i]!) return false
  return true
}
