import {describe, expect, it} from 'vitest'
import type {Exclusion} from '../../../domain/household/household.ts'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import {
  ANY_CHILD,
  aChild,
  aHome,
  aHousehold,
  aMatchInput,
  anOccupancy,
  CATFORD,
  childId,
  eastOf,
  householdId,
  placementsOf,
} from '../../support/matching.ts'

const nearly = (home: Home, facts: Parameters<typeof aMatchInput>[0] = {}) =>
  makeShortlist(aMatchInput({supply: [home], ...facts})).answer.nearlyPossible.map(({change, on, words}) => [
    change,
    on,
    words,
  ])

const full = (...untils: readonly (string | null)[]) =>
  aHome(
    aHousehold(),
    placementsOf(...untils.map(() => ({}))).map((placement, i) => ({...placement, until: untils[i] ?? null})),
  )
const onHold = (until: string | null) =>
  ({state: 'on-hold', from: '2026-11-01', until, reason: null}) as const

describe('the least that would make an excluded home an option', () => {
  it('is to wait for the first vacancy', () => {
    expect(nearly(full('2027-03-01', '2026-12-04'))).toEqual([
      ['vacant-from', '2026-12-04', 'vacant from 4 December 2026'],
    ])
  })

  it('is to wait until there is room for all of the children', () => {
    const children = [aChild(), aChild({id: childId('child-2')})]
    expect(nearly(full('2027-03-01', '2026-12-04'), {children})).toEqual([
      ['vacant-from', '2027-03-01', 'vacant from 1 March 2027'],
    ])
  })

  it('is nothing when the vacancy comes after the stay, or nobody knows when', () => {
    expect(nearly(full('2026-12-10', '2026-12-10'), {referral: {expectedUntil: '2026-12-10'}})).toEqual([])
    expect(nearly(full(null, null))).toEqual([])
  })

  it('is to wait until the home is available again', () => {
    expect(nearly(aHome(aHousehold({status: onHold('2026-12-20')})))).toEqual([
      ['available-from', '2026-12-21', 'available from 21 December 2026'],
    ])
    expect(nearly(aHome(aHousehold({status: onHold(null)})))).toEqual([])
  })

  it('is to wait until the carers are approved', () => {
    const approval = {from: '2027-01-15', until: null, terms: ANY_CHILD}
    expect(nearly(aHome(aHousehold({approval})))).toEqual([
      ['approved-from', '2027-01-15', 'approved from 15 January 2027'],
    ])
  })

  it('is to wait for the last of several things', () => {
    const {household, calendar} = full('2026-12-10', null)
    const home = {household: {...household, status: onHold('2026-12-20')}, calendar}
    expect(nearly(home)).toEqual([['available-from', '2026-12-21', 'available from 21 December 2026']])
  })

  it('sees what the wait itself brings about', () => {
    const children = [aChild({dob: '2021-12-25'})]
    const grown = {...full('2027-01-04', null), household: aHousehold({terms: {ages: {from: 5, to: 12}}})}
    expect(nearly(grown, {children})).toEqual([['vacant-from', '2027-01-04', 'vacant from 4 January 2027']])
  })

  it.each([
    ['age', {ages: {from: 11, to: 17}}, 'age 10'],
    ['sex', {sexes: ['M']}, 'girls'],
    ['kind', {kinds: ['respite']}, 'short-term stays'],
    ['more than one', {ages: {from: 0, to: 5}, sexes: ['M']}, 'age 10 and girls'],
  ] as const)('is a change of terms: %s', (_, terms, to) => {
    expect(nearly(aHome(aHousehold({terms})))).toEqual([
      [
        'change-of-terms',
        null,
        `change of terms to ${to} (agency decision maker, carers' written agreement)`,
      ],
    ])
  })

  it('is a change of terms to more children where there is room for them', () => {
    const children = [aChild(), aChild({id: childId('child-2')})]
    const home = aHome(aHousehold({terms: {places: 1}}))
    expect(nearly(home, {children})[0]?.[2]).toBe(
      "change of terms to 2 children (agency decision maker, carers' written agreement)",
    )
    expect(nearly({...home, calendar: placementsOf({})}, {children})).toEqual([])
  })

  it('is never a change of terms for a home approved for other children by name', () => {
    expect(nearly(aHome(aHousehold({terms: {namedChildren: [childId('other')]}})))).toEqual([])
    expect(nearly(aHome(aHousehold({kind: 'connected-person'})))).toEqual([])
  })

  it('is to search farther', () => {
    const supply = [aHome(aHousehold({home: eastOf(CATFORD, 7.3)}))]
    const {answer} = makeShortlist(aMatchInput({supply, withinMiles: 5}))
    expect(answer.nearlyPossible).toEqual([
      {householdId: 'home-1', change: 'beyond-search', on: null, words: '2.3 miles beyond the search'},
    ])
    expect(answer.counts.considered).toBe(0)
  })

  it('is nothing for a home beyond the search that is no option either', () => {
    expect(
      nearly(aHome(aHousehold({home: eastOf(CATFORD, 7), terms: {sexes: ['M']}})), {withinMiles: 5}),
    ).toEqual([])
  })
})

describe('what nothing lifts', () => {
  const limit = (facts: object): Exclusion =>
    ({reason: 'as recorded', recordedOn: '2026-01-01', ...facts}) as Exclusion
  const {household, calendar} = full('2026-12-04', '2026-12-04')

  it.each([
    ['H3', {kind: 'supported-lodgings'}],
    ['H8', {exclusions: [limit({kind: 'disqualified'})]}],
    ['H10', {exclusions: [limit({kind: 'not-child', childId: childId('child-1')})]}],
  ] as const)('%s is never offered as if it could be', (_, facts) => {
    expect(nearly({household, calendar})).toHaveLength(1)
    expect(nearly({household: {...household, ...facts}, calendar})).toEqual([])
  })
})

it('offers the five most suitable, best first', () => {
  const supply = [9, 3, 5, 7, 1, 11].map(miles => ({
    household: aHousehold({
      id: householdId(`home-${String(miles).padStart(2, '0')}`),
      home: eastOf(CATFORD, miles),
    }),
    calendar: [anOccupancy({until: '2026-12-04'}), anOccupancy({until: null})],
  }))
  const {answer} = makeShortlist(aMatchInput({supply}))
  expect(answer.nearlyPossible.map(({householdId}) => householdId)).toEqual([
    'home-01',
    'home-03',
    'home-05',
    'home-07',
    'home-09',
  ])
})
