import type {CorrectionRefusal} from '../../../domain/placement/correct-dates.ts'
import type {MoveRefusal} from '../../../domain/placement/move-placement.ts'
import type {StayingPutEndRefusal, StayingPutRefusal} from '../../../domain/placement/staying-put.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import {fault} from '../faults.ts'

type Refused = MoveRefusal | CorrectionRefusal | StayingPutRefusal | StayingPutEndRefusal

/**
 * What contradicts the request itself becomes a fault of it, with its pointer; the rest is so now and may be
 * otherwise later. `dayAt`: the field that gave the day.
 */
export function placingRefusal(refusal: Refused, dayAt: string): Refusal {
  const pointed = faultOf(refusal, dayAt)
  if (pointed !== null) return {kind: 'invalid', faults: [fault(...pointed)]}
  switch (refusal.kind) {
    case 'referral-not-open':
    case 'already-placed':
      return {kind: refusal.kind}
    case 'lives-elsewhere':
    case 'overlaps': {
      const {kind, placementId, from, until} = refusal
      return {kind, placementId, from, until}
    }
    default:
      return refusal as Exclude<Refusal, {kind: 'referral-not-open' | 'already-placed'}>
  }
}

function faultOf(refusal: Refused, dayAt: string): readonly [pointer: string, detail: string] | null {
  switch (refusal.kind) {
    case 'not-in-referral':
      return ['/children', 'are not all of the referral']
    case 'ends-before-it-starts':
      return [dayAt, 'must leave the stay a night at least']
    case 'hold-of-another':
      return ['/holdId', `is a hold for another ${refusal.differs}`]
    case 'offer-of-another':
      return ['/approachId', `is an offer for another ${refusal.differs}`]
    case 'shortlist-of-another-referral':
      return ['/shortlistId', 'is not a shortlist of this referral']
    case 'hospital-in-a-household':
      return ['/householdId', 'is no hospital']
    case 'code-not-for-home':
      return [
        '/code',
        `must be of ${refusal.places.join(', ')} with ${refusal.providers.join(', ') || 'no provider'}`,
      ]
    case 'provider-missing':
      return ['/code/provider', `must be one of ${refusal.providers.join(', ')}`]
    case 'urn-missing':
      return ['/setting/urn', `is required for ${refusal.place}`]
    case 'reason-needed':
      return ['/reason', 'is required: another option than the first was chosen']
    case 'reason-missing':
      return ['/reason', 'is required, or a rec that is not X1']
    case 'reasons-disagree':
      return ['/rec', 'contradicts the reason, or what ends is a stay aside, which has neither']
    case 'stays-put':
      return ['/rec', 'is recorded as Staying Put, not as an end']
    case 'not-yet-18':
      return ['/on', 'must be the 18th birthday or later']
    case 'nothing-to-correct':
      return ['/from', 'and until are what is recorded already']
    case 'end-missing':
      return ['/until', 'must be given: the placement has ended']
    default:
      return null
  }
}
