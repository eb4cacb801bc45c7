import {oncePerParty, type Party} from '../party.ts'
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
import type {Broken, Rule} from './rule.ts'

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

type Ready = Pick<Rule, 'rule' | 'source'> & {readonly broken: Broken}

/** The rules that some home could break for a party. */
const rulesFor = oncePerParty((party): readonly Ready[] =>
  RULES.flatMap(({rule, source, brokenFor}) => {
    const broken = brokenFor(party)
    return broken === null ? [] : [{rule, source, broken}]
  }),
)

/** Where the breaches of each home are gathered: a list that grows takes several times the memory of one cut to length. */
const gatheredFor = oncePerParty((): Breach[] => [])

/** Every hard rule that the home breaks for this party, in every way that it does; none makes it an option. */
export function breachesOf(party: Party, home: Home): readonly Breach[] {
  const gathered = gatheredFor(party)
  let count = 0
  for (const {rule, source, broken} of rulesFor(party)) {
    const found = broken(home)
    if (found.length === 0) continue
    for (const words of eachOnceInOrder(found)) gathered[count++] = {rule, words, source}
  }
  return count === 0 ? NONE : gathered.slice(0, count)
}

export const isOption = (party: Party, home: Home): boolean =>
  rulesFor(party).every(({broken}) => broken(home).length === 0)

/** Two children, or two stays of one, can break a rule in the same words; and the order of facts says nothing. */
const eachOnceInOrder = (words: readonly string[]): readonly string[] =>
  words.length === 1 || isInOrder(words)
    ? words
    : words.toSorted().filter((each, i, all) => each !== all[i - 1])

function isInOrder(words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) if (words[i - 1]! >= words[i]!) return false
  return true
}
