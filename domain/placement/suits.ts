import {approvalsFor} from '../matching/approvals/required.ts'
import {type Party, partyOf} from '../matching/party.ts'
import type {Home} from '../matching/shortlist.ts'
import {ok, type Result, refuse} from '../result.ts'
import {whoIsThere} from './already-there.ts'
import {codeInHousehold, codeInSetting} from './code-of-home.ts'
import type {PlacementCode} from './codes.ts'
import {brokenConditions, type FailedCondition} from './conditions.ts'
import {approvalsForSetting, failedConditionsOfSetting} from './conditions-of-setting.ts'
import {missingApprovals} from './granted.ts'
import type {GrantedApproval} from './placement.ts'
import type {PlacementRefusal, PlacementRequest} from './placement-request.ts'
import {type SettingAt, settingAsHome} from './setting-as-home.ts'

/** How the home that the children come to takes them. */
export interface Suited {
  readonly party: Party
  readonly code: PlacementCode
  readonly weeklyCostPence: number | null
  readonly approvals: readonly GrantedApproval[]
}

/** The children as they would live in the home; a stay aside is a respite stay to its terms. */
const partyFor = (request: PlacementRequest): Party =>
  partyOf({
    ...request,
    children: request.children.map(({child}) => child),
    siblings: {},
    referral: {
      kind: request.arrangement === 'respite' ? 'respite' : request.kind,
      urgency: request.urgency,
      neededFrom: request.from,
      expectedUntil: request.until,
      children: request.children.map(({child}) => child.id),
    },
  })

/** Whether a household takes the children, with room by night as its calendar stands without the hold. */
export function suitsHousehold(request: PlacementRequest, home: Home): Result<Suited, PlacementRefusal> {
  const {household} = home
  const party = partyFor(request)
  const there = whoIsThere(
    home,
    request.children.map(({child}) => child.id),
    request,
  )
  if (there !== null) return refuse(there)
  const approvals = approvalsOf(request)
  const refusal = whyConditionsFail(brokenConditions(party, home), home)
  if (refusal !== null) return refuse(refusal)
  const code = codeInHousehold(household, request, request.code)
  if (!code.ok) return code
  const weeklyCostPence = costOf(request, household.weeklyCost?.marginalPenceAWeek ?? null)
  const missing = missingApprovals(approvalsFor(party, atCost(home, request)), approvals, request.at)
  if (missing.length > 0) return refuse({kind: 'approvals-missing', missing})
  return ok({party, code: code.value, weeklyCostPence, approvals})
}

/** Whether another setting takes them: what is known of it bears on few of the rules. */
export function suitsSetting(request: PlacementRequest, into: SettingAt): Result<Suited, PlacementRefusal> {
  const party = partyFor(request)
  const approvals = approvalsOf(request)
  const code = codeInSetting(into, request, request.code)
  if (!code.ok) return code
  const weeklyCostPence = costOf(request, null)
  const suited = {party, code: code.value, weeklyCostPence, approvals}
  // To be ill is nobody's choice of a home.
  if (request.arrangement === 'hospital') return ok(suited)
  const home = settingAsHome(into, code.value, weeklyCostPence)
  const refusal = whyConditionsFail(failedConditionsOfSetting(party, home), null)
  if (refusal !== null) return refuse(refusal)
  const missing = missingApprovals(approvalsForSetting(party, home), approvals, request.at)
  return missing.length > 0 ? refuse({kind: 'approvals-missing', missing}) : ok(suited)
}

const whyConditionsFail = (failed: readonly FailedCondition[], home: Home | null): PlacementRefusal | null =>
  failed.length === 0 ? null : {kind: 'conditions-failed', householdId: home?.household.id ?? null, failed}

/** What was granted for the hold stands for the placement. */
const approvalsOf = ({approvals, hold}: PlacementRequest): readonly GrantedApproval[] => [
  ...approvals,
  ...(hold?.approvals ?? []).filter(
    held => !approvals.some(({rule, role}) => rule === held.rule && role === held.role),
  ),
]

const costOf = ({weeklyCostPence, offer}: PlacementRequest, ofHousehold: number | null): number | null =>
  weeklyCostPence ?? offer?.weeklyCostPence ?? ofHousehold

/** The home at the cost that was agreed: a high one is approved as such (A9). An offer replaces what was on record. */
function atCost({household, calendar}: Home, {weeklyCostPence, offer}: PlacementRequest): Home {
  const agreed = weeklyCostPence ?? offer?.weeklyCostPence
  if (agreed === undefined) return {household, calendar}
  const onRecord = offer === null ? (household.weeklyCost?.fullPenceAWeek ?? 0) : 0
  const weeklyCost = {marginalPenceAWeek: agreed, fullPenceAWeek: Math.max(agreed, onRecord)}
  return {household: {...household, weeklyCost}, calendar}
}
