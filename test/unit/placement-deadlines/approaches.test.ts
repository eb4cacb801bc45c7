import {describe, expect, it} from 'vitest'
import type {Household} from '../../../domain/household/household.ts'
import type {ApproachId, ReferralId} from '../../../domain/ids.ts'
import {
  type Answer,
  type Approach,
  type Offer,
  offersInForce,
  REASONS_FOR_NO,
  recordAnswer,
  recordApproach,
} from '../../../domain/placement/approach.ts'
import type {ReferralStatus} from '../../../domain/referral/referral.ts'
import {aHousehold, householdId, LEWISHAM} from '../../support/matching.ts'

const NOW = '2026-11-23T12:00:00.000Z'
const referral = {id: 'referral-1' as ReferralId, status: 'open'} as const
const AGENCY = {kind: 'agency', agencyId: 'agency-1'} as const
const CARER = {kind: 'household', householdId: householdId('home-1')} as const

const approachTo = (of: Approach['of'], id = 'approach-1'): Approach => ({
  id: id as ApproachId,
  referralId: referral.id,
  of,
  asked: {at: '2026-11-23T09:00:00.000Z', by: 'officer-1'},
  answered: null,
})
const anOffer: Offer = {householdId: null, weeklyCostPence: 91_250, validUntil: '2026-11-27T17:00:00.000Z'}
const said = {at: '2026-11-23T11:00:00.000Z', by: 'officer-2'}
const yes = (offer: Partial<Offer> = {}): Answer => ({...said, answer: 'yes', offer: {...anOffer, ...offer}})
const YES_OF_A_CARER: Answer = {...said, answer: 'yes', offer: null}
const NO: Answer = {...said, answer: 'no', reason: 'mix', note: 'a baby in the home'}

const theirs = (agencyId = 'agency-1'): Household =>
  aHousehold({id: householdId('home-9'), provider: {type: 'ifa', agencyId}})

interface Context {
  readonly status?: ReferralStatus
  readonly offered?: Household
  readonly now?: string
}
const answer = (of: Approach['of'], given: Answer, {status = 'open', offered, now = NOW}: Context = {}) =>
  recordAnswer(approachTo(of), given, {referral: {...referral, status}, offered: offered ?? null, now})
const refusal = (...args: Parameters<typeof answer>) => {
  const result = answer(...args)
  return result.ok ? null : result.error
}

describe('asking a carer or an agency', () => {
  const {answered: _, referralId: __, ...asking} = approachTo(AGENCY)

  it('is recorded with who asked, when, and for which referral', () => {
    expect(recordApproach(referral, asking, NOW)).toEqual({ok: true, value: approachTo(AGENCY)})
  })

  it.each(['placed', 'withdrawn'] as const)('is refused once the referral is %s', status => {
    expect(recordApproach({...referral, status}, asking, NOW)).toMatchObject({
      error: {kind: 'referral-not-open', status},
    })
  })

  it('cannot be recorded before it happens', () => {
    expect(recordApproach(referral, asking, '2026-11-23T08:59:59.999Z')).toMatchObject({
      error: {kind: 'in-the-future'},
    })
  })
})

describe('an answer', () => {
  it.each(REASONS_FOR_NO)('may be no, because of %s', reason => {
    expect(answer(CARER, {...said, answer: 'no', reason})).toMatchObject({
      ok: true,
      value: {answered: {answer: 'no', reason, ...said}},
    })
  })

  it('is recorded with its note', () => {
    expect(answer(AGENCY, NO)).toEqual({ok: true, value: {...approachTo(AGENCY), answered: NO}})
  })

  it('of no is worth recording when the referral is no longer open; a yes comes too late', () => {
    expect(refusal(CARER, NO, {status: 'placed'})).toBeNull()
    expect(refusal(CARER, YES_OF_A_CARER, {status: 'placed'})).toEqual({
      kind: 'referral-not-open',
      status: 'placed',
    })
  })

  it('stands for good', () => {
    const answered = {...approachTo(CARER), answered: NO}
    expect(recordAnswer(answered, YES_OF_A_CARER, {referral, offered: null, now: NOW})).toEqual({
      ok: false,
      error: {kind: 'answered-already', at: NO.at},
    })
  })

  it('cannot come before the question, nor from the future', () => {
    expect(refusal(CARER, {...NO, at: '2026-11-23T08:59:00.000Z'})).toEqual({
      kind: 'answered-before-asked',
      askedAt: '2026-11-23T09:00:00.000Z',
    })
    expect(refusal(CARER, {...NO, at: '2026-11-23T12:00:00.001Z'})).toEqual({kind: 'in-the-future'})
  })
})

describe('a yes', () => {
  it('of a carer has no offer: the household has its own cost', () => {
    expect(refusal(CARER, YES_OF_A_CARER)).toBeNull()
    expect(refusal(CARER, yes())).toEqual({kind: 'offer-not-of-an-agency'})
  })

  it('of an agency has an offer, with a household or none yet', () => {
    expect(refusal(AGENCY, {...said, answer: 'yes', offer: null})).toEqual({kind: 'offer-missing'})
    expect(refusal(AGENCY, yes())).toBeNull()
    expect(refusal(AGENCY, yes({householdId: householdId('home-9')}), {offered: theirs()})).toBeNull()
  })

  it('comes too late from the moment on at which the offer stands no more', () => {
    expect(refusal(AGENCY, yes({validUntil: NOW}))).toEqual({kind: 'offer-lapsed', validUntil: NOW})
    expect(refusal(AGENCY, yes({validUntil: '2026-11-23T12:00:00.001Z'}))).toBeNull()
  })

  it('names a household that is on record, of this agency and no other', () => {
    const named = yes({householdId: householdId('home-9')})
    expect(refusal(AGENCY, named)).toEqual({kind: 'not-found', what: 'household'})
    const others: readonly Household['provider'][] = [
      {type: 'ifa', agencyId: 'agency-2'},
      {type: 'in-house'},
      {type: 'other-authority', authorityId: LEWISHAM},
    ]
    for (const provider of others)
      expect(refusal(AGENCY, named, {offered: {...theirs(), provider}})).toEqual({
        kind: 'household-of-another-agency',
        householdId: 'home-9',
      })
  })
})

describe('the offers in force', () => {
  const offered = (id: string, facts: Partial<Offer> = {}, at = said.at, agencyId = 'agency-1') => ({
    ...approachTo({kind: 'agency', agencyId}, id),
    answered: {...yes(facts), at},
  })
  const inForce = (approaches: readonly Approach[], at = NOW) =>
    offersInForce(approaches, at).map(({approachId}) => approachId)

  it('are those that agencies made and that have not lapsed', () => {
    const approaches = [
      offered('a'),
      {...approachTo(AGENCY, 'b'), answered: NO},
      approachTo(AGENCY, 'c'),
      {...approachTo(CARER, 'd'), answered: YES_OF_A_CARER},
      offered('e', {validUntil: NOW}),
    ]
    expect(offersInForce(approaches, NOW)).toEqual([{approachId: 'a', agencyId: 'agency-1', ...anOffer}])
    expect(inForce(approaches, '2026-11-27T17:00:00.000Z')).toEqual([])
  })

  it('come by approach, whatever the order of the records', () => {
    expect(inForce([offered('b'), offered('c', {}, said.at, 'agency-2'), offered('a')])).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('hold what was said last of a household, even where that has lapsed', () => {
    const home = {householdId: householdId('home-9')}
    const first = offered('a', {...home, weeklyCostPence: 100_000}, '2026-11-23T10:00:00.000Z')
    const last = offered('b', {...home, weeklyCostPence: 90_000}, '2026-11-23T11:00:00.000Z')
    expect(inForce([last, first])).toEqual(['b'])
    expect(inForce([last, first].map((each, i) => ({...each, id: 'zy'[i] as ApproachId})))).toEqual(['z'])
    expect(inForce([offered('b', {...home, validUntil: NOW}, said.at), first])).toEqual([])
  })

  it('may be several for homes that are yet to be named', () => {
    expect(inForce([offered('a'), offered('b')])).toEqual(['a', 'b'])
  })
})
