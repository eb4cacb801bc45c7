import type {Day} from '../calendar.ts'
import type {HouseholdStatus, Terms} from '../household/household.ts'
import type {HouseholdId} from '../ids.ts'
import {a01UsualLimit} from '../matching/approvals/a01-usual-limit.ts'
import type {Party} from '../matching/party.ts'
import {breachesOf} from '../matching/rules/breaches.ts'
import type {Breach, HardRule, Home} from '../matching/shortlist.ts'
import {termsAgainst} from '../matching/terms.ts'
import {hasGranted} from './granted.ts'
import type {GrantedApproval} from './placement.ts'
import {type ShortOfRoom, shortOfRoom} from './short-of-room.ts'

/**
 * A condition of a home that fails, with what is true of the home now. What the rules about a child's own record
 * say is left out: the list of excluded homes of the shortlist tells those who may read it.
 */
export type FailedCondition =
  | ShortOfRoom
  | ({readonly source: string; readonly words: string} & (
      | {readonly rule: 'H1'; readonly approvedFrom: Day | null; readonly approvedUntil: Day | null}
      | {readonly rule: 'H2'; readonly term: keyof Terms; readonly approvedFor: Partial<Terms>}
      | ({readonly rule: 'H6'} & Omit<HouseholdStatus, 'reason'>)
      | {readonly rule: 'A1'; readonly usualLimit: number}
      | {readonly rule: Exclude<HardRule, 'H1' | 'H2' | 'H5' | 'H6'>}
    ))

/** `householdId` null: a setting. */
export interface ConditionsFailed {
  readonly kind: 'conditions-failed'
  readonly householdId: HouseholdId | null
  readonly failed: readonly FailedCondition[]
}

/** Every hard rule that a home breaks for a party. */
export function brokenConditions(party: Party, home: Home): readonly FailedCondition[] {
  const broken = Map.groupBy(breachesOf(party, home), ({rule}) => rule)
  return [...broken.values()].flatMap(([breach]) => failed(breach!, party, home))
}

function failed({rule, source, words}: Breach, party: Party, home: Home): readonly FailedCondition[] {
  const {approval, status} = home.household
  switch (rule) {
    case 'H1':
      return [{rule, source, words, approvedFrom: approval.from, approvedUntil: approval.until}]
    case 'H2':
      return termsAgainst(party, home.household).map(({of}) => failedTerm(of, source, approval.terms))
    case 'H5':
      return shortOfRoom(home, party.arrival)
    case 'H6': {
      const {state, from, until} = status
      return [{rule, source, words, state, from, until}]
    }
    default:
      return [{rule, source, words: 'the home breaks this rule for the children'}]
  }
}

/** For whom a home is approved by name is not said. */
const failedTerm = (term: keyof Terms, source: string, terms: Terms): FailedCondition => ({
  rule: 'H2',
  source,
  words: TERM_IN_WORDS[term],
  term,
  approvedFor: term === 'namedChildren' ? {} : {[term]: terms[term]},
})

const TERM_IN_WORDS: Readonly<Record<keyof Terms, string>> = {
  places: 'more children than the home is approved for',
  ages: 'outside the ages that the home is approved for',
  sexes: 'outside the sexes that the home is approved for',
  kinds: 'the home is not approved for this kind of stay',
  namedChildren: 'the home is approved for named children alone',
}

/** The usual fostering limit, unless those who may have granted an exemption. */
export function overUsualLimit(
  party: Party,
  home: Home,
  approvals: readonly GrantedApproval[],
): readonly FailedCondition[] {
  const {rule, source, needed} = a01UsualLimit
  return needed(party, home)
    .filter(({role}) => !hasGranted(approvals, {rule, role}, party.at))
    .map(({words}) => ({rule: 'A1', source, words, usualLimit: party.policy.usualFosteringLimit}))
}
