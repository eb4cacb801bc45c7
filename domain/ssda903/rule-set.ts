import {KNOWN_YEARS, knownYear} from './code-lists.ts'
import type {Broken, CheckedTable, Rule} from './rule.ts'
import {AGE_RULES} from './rules/ages.ts'
import {CHANGE_RULES} from './rules/changes.ts'
import {CODE_RULES} from './rules/codes.ts'
import {CONTINUITY_RULES} from './rules/continuity.ts'
import {DATE_RULES} from './rules/dates.ts'
import {DOLO_RULES} from './rules/dolo.ts'
import {IDENTITY_RULES} from './rules/identity.ts'
import {LAST_YEAR_RULES} from './rules/last-year.ts'
import {LEAVING_RULES} from './rules/leaving.ts'
import {LEGAL_STATUS_RULES} from './rules/legal-status.ts'
import {LOCATION_RULES} from './rules/location.ts'
import {PROVIDER_RULES} from './rules/providers.ts'
import {SHORT_BREAK_RULES} from './rules/short-breaks.ts'
import {TEMPORARY_RULES} from './rules/temporary.ts'
import {UASC_RULES} from './rules/uasc.ts'
import {URN_RULES} from './rules/urn.ts'

/** Every rule of every year, in the order in which findings of one row are listed. */
export const RULES: readonly Rule[] = [
  ...IDENTITY_RULES,
  ...CODE_RULES,
  ...DATE_RULES,
  ...CONTINUITY_RULES,
  ...CHANGE_RULES,
  ...PROVIDER_RULES,
  ...URN_RULES,
  ...LOCATION_RULES,
  ...AGE_RULES,
  ...LEGAL_STATUS_RULES,
  ...SHORT_BREAK_RULES,
  ...TEMPORARY_RULES,
  ...LEAVING_RULES,
  ...LAST_YEAR_RULES,
  ...UASC_RULES,
  ...DOLO_RULES,
]

/** What one rule asks of the rows of one table. */
export interface Check<Table extends CheckedTable> {
  readonly rule: Rule
  readonly isBroken: Broken<Table>
}

/** Rules, by the table whose rows they ask. */
export interface RuleSet {
  readonly Header: readonly Check<'Header'>[]
  readonly Episodes: readonly Check<'Episodes'>[]
  readonly UASC: readonly Check<'UASC'>[]
  readonly DoLo: readonly Check<'DoLo'>[]
  readonly lastYearDoLo: readonly Check<'DoLo'>[]
}

const checks = <Table extends CheckedTable>(
  rules: readonly Rule[],
  ask: (rule: Rule) => Broken<Table> | undefined,
): readonly Check<Table>[] =>
  rules.flatMap(rule => {
    const isBroken = ask(rule)
    return isBroken ? [{rule, isBroken}] : []
  })

export const ruleSetOf = (rules: readonly Rule[]): RuleSet => ({
  Header: checks(rules, rule => rule.broken.Header),
  Episodes: checks(rules, rule => rule.broken.Episodes),
  UASC: checks(rules, rule => rule.broken.UASC),
  DoLo: checks(rules, rule => rule.broken.DoLo),
  lastYearDoLo: checks(rules, rule => rule.brokenLastYear?.DoLo),
})

/** The rules of a collection year; of the nearest known one, where it is not known. */
export function rulesOf(year: number): readonly Rule[] {
  const known = knownYear(year)
  return RULES.filter(({since, until}) => known >= (since ?? known) && known <= (until ?? known))
}

const RULE_SETS: ReadonlyMap<number, RuleSet> = new Map(
  KNOWN_YEARS.map(year => [year, ruleSetOf(rulesOf(year))]),
)

export const ruleSetFor = (year: number): RuleSet => RULE_SETS.get(knownYear(year))!
