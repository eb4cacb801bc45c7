import {describe, expect, test} from 'vitest'
import type {Household} from '../../../domain/household/household.ts'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import {
  type Approved,
  approve,
  approveForATime,
  extendTemporaryApproval,
} from '../../../domain/recruitment/approve.ts'
import {
  changeTerms,
  endApproval,
  endSuspension,
  resign,
  suspend,
} from '../../../domain/recruitment/change-household.ts'
import {endingBy} from '../../../domain/recruitment/ending.ts'
import {recordMilestone} from '../../../domain/recruitment/record-milestone.ts'
import {standingOn} from '../../../domain/recruitment/stage.ts'
import {termsRefusedInWords} from '../../../domain/recruitment/terms-refused.ts'
import {aMatchInput, childId, householdId} from '../../support/matching.ts'
import {
  AS,
  ASSESSED,
  anApplication,
  CONTEXT,
  granted,
  having,
  MADE,
  recorded,
  TERMS,
  TODAY,
  upTo,
} from './an-application.ts'

const approved = (): Approved => granted(approve(having(anApplication(), ASSESSED), MADE, AS))
const options = (household: Household, referral = {}) =>
  makeShortlist(aMatchInput({supply: [{household, calendar: []}], referral})).answer.options.map(
    ({householdId}) => householdId,
  )

describe('a decision to approve makes a household', () => {
  test('with its terms, bedrooms, skills and languages, and the next shortlist finds it', () => {
    const {application, household} = approved()
    expect(household).toMatchObject({
      id: 'home-new',
      kind: 'fostering',
      provider: {type: 'in-house'},
      approval: {from: '2026-09-02', until: null, route: 'full', terms: TERMS},
      bedrooms: MADE.home.bedrooms,
      skills: ['therapeutic'],
      languages: ['en', 'so'],
      status: {state: 'available'},
    })
    expect(application.householdId).toBe('home-new')
    expect(standingOn(application, TODAY)?.stage).toBe('approved')
    expect(options(household)).toEqual(['home-new'])
  })

  test('approving twice is refused', () => {
    expect(approve(approved().application, MADE, AS)).toEqual({
      ok: false,
      error: {kind: 'recorded-already', milestone: 'decision', on: '2026-09-02'},
    })
  })

  test('a second decision, after a review, may approve those who were refused', () => {
    const refused = having(anApplication(), [
      ...ASSESSED,
      {kind: 'decision', on: '2026-08-27', outcome: 'not-approved', reason: 'Not ready'},
    ])
    const {application, household} = granted(approve(refused, {...MADE, on: '2026-10-20'}, AS))
    expect(endingBy(application, TODAY)).toBeNull()
    expect(household.approval.from).toBe('2026-10-20')
    expect(approve(application, {...MADE, on: '2026-10-21'}, AS)).toMatchObject({
      error: {kind: 'recorded-already'},
    })
  })

  test.each([
    [{...TERMS, places: 0}, null, 'an approval needs terms, and these have no places'],
    [{...TERMS, kinds: []}, null, 'an approval needs terms, and these have no kinds'],
    [{...TERMS, ages: {from: 5, to: 4}}, null, 'an approval needs terms, and these have no ages'],
    [{...TERMS, sexes: []}, null, 'an approval needs terms, and these have no sexes'],
    [{...TERMS, places: 3}, null, '3 places and 2 bedrooms: say why'],
    [{...TERMS, places: 3}, ' ', '3 places and 2 bedrooms: say why'],
  ])('terms %j with the reason %j are refused', (terms, overBedrooms, words) => {
    const result = approve(having(anApplication(), ASSESSED), {...MADE, terms, overBedrooms}, AS)
    expect(result.ok ? null : termsRefusedInWords(result.error as never)).toBe(words)
  })

  test('more places than bedrooms are approved with a reason', () => {
    const terms = {...TERMS, places: 3}
    const made = {...MADE, terms, overBedrooms: 'Brothers under four may share'}
    expect(approve(having(anApplication(), ASSESSED), made, AS).ok).toBe(true)
  })

  test('carers of another service are approved only after that approval has ended', () => {
    const transfer = having(anApplication({transferFrom: {service: 'Another service'}}), ASSESSED)
    expect(approve(transfer, MADE, AS)).toMatchObject({error: {kind: 'approved-elsewhere'}})
    const ended = recorded(transfer, {kind: 'previous-approval-ended', on: '2026-09-01'})
    expect(approve(ended, MADE, AS).ok).toBe(true)
  })

  test('a host of supported lodgings is for young people of 16 and 17', () => {
    const host = having(anApplication({kind: 'supported-lodgings'}), ASSESSED)
    expect(approve(host, MADE, AS)).toMatchObject({error: {kind: 'under-16'}})
    const terms = {...TERMS, ages: {from: 16, to: 17}, kinds: ['supported-lodgings'] as const}
    const registration = {urn: 'SA123456', status: 'registered'} as const
    expect(granted(approve(host, {...MADE, terms, registration}, AS)).household).toMatchObject({
      kind: 'supported-lodgings',
      approval: {registration},
    })
  })
})

describe('a connected person may foster named children before the decision', () => {
  const terms = {...TERMS, namedChildren: [childId('child-1')]}
  const kin = anApplication({kind: 'connected-person'})

  test('for 16 weeks, or 24 once it is extended; the full approval is of the same household', () => {
    const first = granted(
      approveForATime(having(kin, upTo('stage-1-started')), {...MADE, on: '2026-03-10', terms}, AS),
    )
    expect(first.household.approval).toMatchObject({route: 'regulation-24', until: '2026-06-30'})
    const extended = granted(extendTemporaryApproval(first, '2026-06-20', CONTEXT))
    expect(extended.household.approval.until).toBe('2026-08-25')
    expect(extendTemporaryApproval(extended, '2026-06-21', CONTEXT)).toMatchObject({
      error: {kind: 'recorded-already'},
    })
    expect(standingOn(extended.application, '2026-06-21')?.stage).toBe('stage-1')
    const assessed = having(extended.application, ASSESSED.slice(upTo('stage-1-started').length))
    const full = granted(
      approve(
        assessed,
        {...MADE, terms},
        {...AS, householdId: householdId('another'), before: extended.household},
      ),
    )
    expect(full.household).toMatchObject({id: 'home-new', approval: {route: 'full', until: null}})
  })

  test('a home that is suspended meanwhile stays so when it is approved in full', () => {
    const first = granted(
      approveForATime(having(kin, upTo('stage-1-started')), {...MADE, on: '2026-03-10', terms}, AS),
    )
    const closing = {on: '2026-04-01', until: null, reason: 'An allegation is looked into'}
    const {application, household} = granted(suspend(first, closing, CONTEXT))
    expect(household.status.state).toBe('suspended')
    const assessed = having(application, ASSESSED.slice(upTo('stage-1-started').length))
    const full = granted(approve(assessed, {...MADE, terms}, {...AS, before: household}))
    expect(full.household.status).toEqual(household.status)
    expect(suspend(first, {...closing, on: '2026-03-09'}, CONTEXT)).toMatchObject({
      error: {kind: 'not-approved', milestone: 'suspended'},
    })
  })

  test('and nobody else may', () => {
    expect(approveForATime(anApplication(), MADE, AS)).toMatchObject({
      error: {kind: 'not-a-connected-person'},
    })
    expect(approveForATime(kin, MADE, AS)).toMatchObject({
      error: {kind: 'no-terms', lacks: 'named-children'},
    })
  })
})

describe('what changes an approval changes the household', () => {
  test('terms that the carers agree to hold at once, others after 28 days', () => {
    const terms = {...TERMS, places: 1}
    const change = {noticeOn: '2026-10-01', agreedOn: null, terms, overBedrooms: null}
    expect(changeTerms(approved(), {...change, on: '2026-10-20'}, CONTEXT)).toMatchObject({
      error: {kind: 'not-in-force-yet', from: '2026-10-29'},
    })
    const later = granted(changeTerms(approved(), {...change, on: '2026-10-29'}, CONTEXT))
    expect(later.household.approval.terms.places).toBe(1)
    expect(changeTerms(approved(), {...change, on: '2026-10-05', agreedOn: '2026-10-05'}, CONTEXT).ok).toBe(
      true,
    )
  })

  test('a suspended home takes nobody until the suspension ends', () => {
    const suspended = granted(
      suspend(approved(), {on: '2026-10-01', until: null, reason: 'An allegation is looked into'}, CONTEXT),
    )
    expect(options(suspended.household)).toEqual([])
    const back = granted(endSuspension(suspended, '2026-11-01', CONTEXT))
    expect(options(back.household)).toEqual(['home-new'])
    expect(suspend(approved(), {on: '2026-10-01', until: null, reason: ''}, CONTEXT)).toMatchObject({
      error: {kind: 'no-reason'},
    })
  })

  test('a resignation takes effect after 28 days by itself', () => {
    const resigned = granted(resign(approved(), {on: '2026-10-01', reason: 'They retire'}, CONTEXT))
    expect(resigned.household.approval.until).toBe('2026-10-29')
    expect(options(resigned.household)).toEqual([])
    expect(endingBy(resigned.application, '2026-10-29')).toBeNull()
    expect(endingBy(resigned.application, '2026-10-30')).toMatchObject({kind: 'resigned'})
    expect(resign(resigned, {on: '2026-10-02', reason: 'They retire'}, CONTEXT)).toMatchObject({
      error: {kind: 'application-ended'},
    })
  })

  test('an approval that is ended, or given by another service, does not stand that day', () => {
    const ended = granted(
      endApproval(approved(), {kind: 'transferred', on: '2026-10-01', to: 'Another'}, CONTEXT),
    )
    expect(ended.household.approval.until).toBe('2026-09-30')
    expect(standingOn(ended.application, TODAY)?.stage).toBe('left')
  })

  test('an approved carer resigns and does not withdraw', () => {
    const withdrawal = {kind: 'withdrawn', on: '2026-10-01', code: 'AW3', reason: 'A new job'} as const
    expect(recordMilestone(approved().application, withdrawal, CONTEXT)).toMatchObject({
      error: {kind: 'approved-already'},
    })
  })
})
