import {describe, expect, it} from 'vitest'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import {
  ANY_CHILD,
  aBedroom,
  aChild,
  aHome,
  aHousehold,
  aMatchInput,
  BEXLEY,
  BROMLEY,
  CATFORD,
  childId,
  eastOf,
  householdId,
  KENT,
  MANCHESTER,
  placementsOf,
  siblingGroupId,
} from '../../support/matching.ts'

type Facts = NonNullable<Parameters<typeof aMatchInput>[0]>

/** What becomes of the one home there is: the rules that exclude it, or the approvals it needs as an option. */
function outcome(home: Home, facts: Facts): readonly string[] {
  const {answer, excluded} = makeShortlist(aMatchInput({supply: [home], ...facts}))
  const [option] = answer.options
  if (option) return ['option', ...option.approvals.map(({rule, role}) => `${rule} ${role}`)]
  return ['excluded', ...new Set(excluded[0]?.breaches.map(({rule}) => rule))]
}

const roomy = aHousehold({bedrooms: ['a', 'b', 'c', 'd', 'e'].map(id => aBedroom(id)), terms: {places: 5}})
const family = {siblingGroupId: siblingGroupId('family')}
const ifa = (facts: object) => aHousehold({provider: {type: 'ifa', agencyId: 'agency-1'}, ...facts})
const oneSharedRoom = aHousehold({bedrooms: [aBedroom('a', true)]})
const lodgings = aHousehold({
  kind: 'supported-lodgings',
  approval: {
    from: '2020-01-01',
    until: null,
    terms: ANY_CHILD,
    registration: {urn: '1', status: 'registered'},
  },
  terms: {kinds: ['supported-lodgings']},
})
const aged = (dob: string) => ({children: [aChild({dob})]})
const school = (keyStage4: boolean) => ({
  children: [aChild({school: {location: eastOf(CATFORD, -10), keep: true, keyStage4}})],
})

describe('cases whose answer the law and the standards give', () => {
  const cases: readonly [string, Home, Facts, readonly string[]][] = [
    [
      '15 years 364 days, supported lodgings',
      aHome(lodgings),
      {...aged('2010-12-02'), referral: {kind: 'supported-lodgings'}},
      ['excluded', 'H3'],
    ],
    [
      '16 the next day, registered',
      aHome(lodgings),
      {...aged('2010-12-01'), referral: {kind: 'supported-lodgings'}},
      ['option'],
    ],
    [
      'terms 5-12, child 4',
      aHome(aHousehold({terms: {ages: {from: 5, to: 12}}})),
      aged('2022-06-01'),
      ['excluded', 'H2'],
    ],
    [
      'terms 5-12, child 4, emergency',
      aHome(aHousehold({terms: {ages: {from: 5, to: 12}}})),
      {...aged('2022-06-01'), referral: {kind: 'emergency'}},
      ['option', 'A2 duty-service-manager', 'A3 agency-decision-maker'],
    ],
    ['2 fostered children there, 1 proposed', aHome(roomy, placementsOf({}, {})), {}, ['option']],
    [
      '3 there, 1 unrelated proposed',
      aHome(roomy, placementsOf({}, {}, {})),
      {},
      ['option', 'A1 nominated-officer-of-carers-authority'],
    ],
    [
      '2 siblings there and 2 more of them',
      aHome(roomy, placementsOf(family, family)),
      {children: [aChild(family), aChild({...family, id: childId('child-2')})]},
      ['option'],
    ],
    [
      '3 siblings there and 1 unrelated',
      aHome(roomy, placementsOf(family, family, family)),
      {},
      ['option', 'A1 nominated-officer-of-carers-authority'],
    ],
    [
      "carers' own 2 children and 3 fostered",
      aHome(
        {...roomy, members: [{relationship: 'own-child'}, {relationship: 'own-child'}]},
        placementsOf({}, {}),
      ),
      {},
      ['option'],
    ],
    [
      'two unrelated girls of 7 and 9, one shared room',
      aHome(oneSharedRoom, placementsOf({dob: '2017-06-01', sex: 'F'})),
      aged('2019-06-01'),
      ['option', 'A6 each-responsible-authority-and-fostering-manager'],
    ],
    [
      'a child of 2, shared room',
      aHome(oneSharedRoom, placementsOf({dob: '2024-06-01'})),
      aged('2024-06-01'),
      ['option'],
    ],
    [
      'IFA carer in Bexley, 7 miles',
      aHome(ifa({authorityId: BEXLEY, home: eastOf(CATFORD, 7)})),
      {},
      ['option', 'A4 director-of-childrens-services'],
    ],
    [
      'IFA carer in Bromley, 8 miles',
      aHome(ifa({authorityId: BROMLEY, home: eastOf(CATFORD, 8)})),
      {},
      ['option', 'A4 nominated-officer'],
    ],
    [
      'our own carer in Kent',
      aHome(aHousehold({authorityId: KENT, home: eastOf(CATFORD, 25)})),
      {},
      ['option'],
    ],
    [
      'connected person in Manchester',
      aHome(
        aHousehold({
          kind: 'connected-person',
          authorityId: MANCHESTER,
          home: eastOf(CATFORD, 180),
          terms: {namedChildren: [childId('child-1')]},
        }),
      ),
      {},
      ['option'],
    ],
    ['Year 10, too far from school', aHome(), school(true), ['option', 'A5 nominated-officer']],
    ['Year 9, too far from school', aHome(), school(false), ['option']],
    [
      'with a parent against a s.34 order',
      aHome(aHousehold({kind: 'parent', terms: {namedChildren: [childId('child-1')]}})),
      {
        children: [
          aChild({
            restrictions: [
              {
                kind: 'court-condition',
                condition: 's34-no-contact',
                householdId: householdId('home-1'),
                absolute: true,
                reason: 'order of the court',
                reviewBy: '2027-06-01',
              },
            ],
          }),
        ],
      },
      ['excluded', 'H9'],
    ],
  ]

  it.each(cases)('%s', (_, home, facts, expected) => {
    expect(outcome(home, facts)).toEqual(expected)
  })

  it('ranks a White British carer for a Black African child, and records the gap', () => {
    const {answer} = makeShortlist(
      aMatchInput({
        children: [aChild({ethnicity: 'BAFR'})],
        supply: [aHome(aHousehold({ethnicities: ['WBRI']}))],
      }),
    )
    expect(answer.options[0]?.rank).toBe(1)
    expect(answer.options[0]?.gaps.map(({about, fit}) => [about, fit])).toEqual([
      ['identity.ethnicity', 'not-met'],
    ])
  })

  it('relaxes no rule when no in-house carer is eligible, and says where to look next', () => {
    const {answer, excluded} = makeShortlist(
      aMatchInput({
        supply: [aHome(aHousehold({terms: {sexes: ['M']}}))],
        search: ['connected-person', 'in-house'],
      }),
    )
    expect(answer.options).toEqual([])
    expect(excluded.map(({breaches}) => breaches.map(({words}) => words))).toEqual([
      ['approved for boys, not for girls'],
    ])
    expect(answer.searchNext[0]).toBe('ifa')
  })
})
