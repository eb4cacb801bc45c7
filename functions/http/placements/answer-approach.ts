import {type Answer, type AnswerRefusal, recordAnswer} from '../../../domain/placement/approach.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {offerReceived} from '../../../events/offer-received.v1.ts'
import {http} from '../../runtime/http.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import {keepApproach, loadApproach} from '../../store/approaches.ts'
import {loadHousehold} from '../../store/households.ts'
import {recordEvents} from '../../store/outbox.ts'
import {loadReferral} from '../../store/referrals.ts'
import {nextVersion} from '../../store/stored.ts'
import {fault} from '../faults.ts'
import {resource} from '../resource.ts'
import {approachRoutes} from '../routes/approaches.ts'
import {aboutApproach} from './about-approach.ts'
import {referralStands} from './load-sought.ts'

export const answerApproach = http(
  approachRoutes.answerApproach,
  async ({params, body}, {table, caller: {authorityId, by}, now}) => {
    const before = await loadApproach(table, authorityId, params.approachId)
    if (before === null) return refuse({kind: 'not-found', what: 'approach'})
    const answer: Answer = {...body, at: body.at ?? now, by}
    const offer = answer.answer === 'yes' ? answer.offer : null
    const [referral, offered] = await Promise.all([
      loadReferral(table, authorityId, before.value.referralId),
      offer?.householdId ? loadHousehold(table, authorityId, offer.householdId) : null,
    ])
    if (referral === null) throw new Error('An approach is for a referral that is not there.')
    const context = {referral: referral.value, offered: offered?.value ?? null, now}
    const decided = recordAnswer(before.value, answer, context)
    if (!decided.ok) return refuse(asRefusal(decided.error))
    const after = nextVersion(before, decided.value, now)
    const received = {
      authorityId,
      approachId: params.approachId,
      approachVersion: after.version,
      referralId: referral.value.id,
      householdId: offer?.householdId ?? null,
    }
    return ok({
      body: resource(after),
      version: after.version,
      about: aboutApproach(before.value, referral.value),
      writes: [
        keepApproach(authorityId, before, decided.value, now),
        ...(answer.answer === 'yes' ? [referralStands(authorityId, referral)] : []),
        ...recordEvents(authorityId, offer === null ? [] : [offerReceived(received, now)]),
      ],
    })
  },
)

/** What contradicts the request itself is a fault of it; that somebody answered before is not. */
function asRefusal(refusal: AnswerRefusal): Refusal {
  const {kind} = refusal
  if (kind === 'referral-not-open') return {kind}
  if (kind === 'answered-already') return refusal
  return {kind: 'invalid', faults: [fault(FAULTS[kind][0], FAULTS[kind][1])]}
}

const FAULTS = {
  'in-the-future': ['/at', 'must not be in the future'],
  'answered-before-asked': ['/at', 'must not be before the asking'],
  'offer-missing': ['/offer', 'is required: an agency says yes with an offer'],
  'offer-not-of-an-agency': ['/offer', 'must be left out: a carer says yes without an offer'],
  'offer-lapsed': ['/offer/validUntil', 'must be in the future'],
  'not-found': ['/offer/householdId', 'is not a household of your authority'],
  'household-of-another-agency': ['/offer/householdId', 'is not a household of that agency'],
} as const
