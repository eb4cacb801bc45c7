import {a04OutOfArea} from '../matching/approvals/a04-out-of-area.ts'
import {a05KeyStage4} from '../matching/approvals/a05-key-stage-4.ts'
import {a08WithParents} from '../matching/approvals/a08-with-parents.ts'
import {a09HighCost} from '../matching/approvals/a09-high-cost.ts'
import type {Party} from '../matching/party.ts'
import {h03Under16} from '../matching/rules/h03-under-16.ts'
import {h04Registered} from '../matching/rules/h04-registered.ts'
import {h07CourtConditions} from '../matching/rules/h07-court-conditions.ts'
import {h10AbsoluteNo} from '../matching/rules/h10-absolute-no.ts'
import type {Home, RequiredApproval} from '../matching/shortlist.ts'
import type {FailedCondition} from './conditions.ts'

/** The rules and approvals that turn on what is known of a setting: where it stands, and what it is. */
const RULES = [h03Under16, h04Registered, h07CourtConditions, h10AbsoluteNo] as const
const APPROVALS = [a04OutOfArea, a05KeyStage4, a08WithParents, a09HighCost] as const

export const failedConditionsOfSetting = (party: Party, setting: Home): readonly FailedCondition[] =>
  RULES.filter(({brokenFor}) => (brokenFor(party)?.(setting) ?? []).length > 0).map(({rule, source}) => ({
    rule: rule as 'H3' | 'H4' | 'H7' | 'H10',
    source,
    words: 'the setting breaks this rule for the children',
  }))

export const approvalsForSetting = (party: Party, setting: Home): readonly RequiredApproval[] =>
  APPROVALS.flatMap(({rule, source, needed}) =>
    needed(party, setting).map(decision => ({rule, source, ...decision})),
  )
