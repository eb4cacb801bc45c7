import type {Instant} from '../calendar.ts'
import type {Household} from '../household/household.ts'
import type {ApproachId, HouseholdId, ReferralId} from '../ids.ts'
import type {ReferralInHand, ReferralStatus} from '../referral/referral.ts'
import {ok, type Result, refuse} from '../result.ts'

/** Why a carer or an agency says no. Counted, they tell recruitment and sufficiency what is missing. */
export const REASONS_FOR_NO = [
  'no-vacancy',
  'mix',
  'age',
  'behaviour',
  'location',
  'cost',
  'notice-too-short',
  'other',
] as const
export type ReasonForNo = (typeof REASONS_FOR_NO)[number]

/** What an agency would do for the children of a referral, all of them. */
export interface Offer {
  /** One of the agency's households that is on record; null: it will name one. */
  readonly householdId: HouseholdId | null
  /** For each child, as a household's own weekly cost is. */
  readonly weeklyCostPence: number
  /** The first moment at which the offer stands no more. */
  readonly validUntil: Instant
}

/** `by` is the account that recorded it. Agencies say yes with an offer; carers without. */
export type Answer = {readonly at: Instant; readonly by: string; readonly note?: string} & (
  | {readonly answer: 'yes'; readonly offer: Offer | null}
  | {readonly answer: 'no'; readonly reason: ReasonForNo}
)

/** A carer or an agency asked to take the children of a referral. */
export interface Approach {
  readonly id: ApproachId
  readonly referralId: ReferralId
  readonly of:
    | {readonly kind: 'household'; readonly householdId: HouseholdId}
    | {readonly kind: 'agency'; readonly agencyId: string}
  readonly asked: {readonly at: Instant; readonly by: string}
  readonly answered: Answer | null
}

type ReferralAsked = Pick<ReferralInHand, 'id' | 'status'>

type NotOpen = {readonly kind: 'referral-not-open'; readonly status: ReferralStatus}
type InTheFuture = {readonly kind: 'in-the-future'}

/** An approach that nobody has answered yet. It may be recorded after the call, never before. */
export function recordApproach(
  referral: ReferralAsked,
  {id, of, asked}: Pick<Approach, 'id' | 'of' | 'asked'>,
  now: Instant,
): Result<Approach, NotOpen | InTheFuture> {
  const {status} = referral
  if (status !== 'open') return refuse({kind: 'referral-not-open', status})
  if (asked.at > now) return refuse({kind: 'in-the-future'})
  return ok({id, referralId: referral.id, of, asked, answered: null})
}

export type AnswerRefusal =
  | NotOpen
  | InTheFuture
  | {readonly kind: 'answered-already'; readonly at: Instant}
  | {readonly kind: 'answered-before-asked'; readonly askedAt: Instant}
  | OfferRefusal

export type OfferRefusal =
  /** An agency says yes only with an offer. */
  | {readonly kind: 'offer-missing'}
  /** A carer's yes has the household's own cost, and no term. */
  | {readonly kind: 'offer-not-of-an-agency'}
  | {readonly kind: 'offer-lapsed'; readonly validUntil: Instant}
  | {readonly kind: 'not-found'; readonly what: 'household'}
  | {readonly kind: 'household-of-another-agency'; readonly householdId: HouseholdId}

/** What an answer is decided on. */
export interface AnswerContext {
  readonly referral: ReferralAsked
  /** The household that the offer names, as recorded; null: none is named, or there is no such record. */
  readonly offered: Pick<Household, 'id' | 'provider'> | null
  readonly now: Instant
}

/** An answer stands for good. A no is worth recording even when the referral is no longer open. */
export function recordAnswer(
  approach: Approach,
  answer: Answer,
  context: AnswerContext,
): Result<Approach, AnswerRefusal> {
  const {asked, answered} = approach
  if (answered !== null) return refuse({kind: 'answered-already', at: answered.at})
  if (answer.at > context.now) return refuse({kind: 'in-the-future'})
  if (answer.at < asked.at) return refuse({kind: 'answered-before-asked', askedAt: asked.at})
  if (answer.answer === 'yes') {
    const {status} = context.referral
    if (status !== 'open') return refuse({kind: 'referral-not-open', status})
    const wrong = wrongWith(answer.offer, approach.of, context)
    if (wrong !== null) return refuse(wrong)
  }
  return ok({...approach, answered: answer})
}

function wrongWith(
  offer: Offer | null,
  of: Approach['of'],
  {offered, now}: AnswerContext,
): OfferRefusal | null {
  if (of.kind === 'household') return offer === null ? null : {kind: 'offer-not-of-an-agency'}
  if (offer === null) return {kind: 'offer-missing'}
  const {householdId, validUntil} = offer
  if (validUntil <= now) return {kind: 'offer-lapsed', validUntil}
  if (householdId === null) return null
  if (offered?.id !== householdId) return {kind: 'not-found', what: 'household'}
  const {provider} = offered
  const isTheirs = provider.type === 'ifa' && provider.agencyId === of.agencyId
  return isTheirs ? null : {kind: 'household-of-another-agency', householdId}
}

export interface OfferInForce extends Offer {
  readonly approachId: ApproachId
  readonly agencyId: string
}

/**
 * The offers among the approaches of one referral that stand at a moment, by approach. What was said last of a
 * household replaces what was offered for it before, lapsed or not.
 */
export function offersInForce(approaches: readonly Approach[], at: Instant): readonly OfferInForce[] {
  const last = new Map(
    approaches
      .toSorted(byAnswer)
      .flatMap(offerOf)
      .map(offer => [offer.householdId ?? offer.approachId, offer]),
  )
  return [...last.values()]
    .filter(({validUntil}) => validUntil > at)
    .toSorted((a, b) => (a.approachId < b.approachId ? -1 : 1))
}

function offerOf({id, of, answered}: Approach): readonly OfferInForce[] {
  if (of.kind !== 'agency' || answered?.answer !== 'yes' || answered.offer === null) return []
  return [{approachId: id, agencyId: of.agencyId, ...answered.offer}]
}

const byAnswer = (a: Approach, b: Approach): number => (keyOf(a) < keyOf(b) ? -1 : 1)
const keyOf = ({id, answered}: Approach): string => `${answered?.at ?? ''} ${id}`
