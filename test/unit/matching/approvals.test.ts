import {describe, expect, it} from 'vitest'
import type {Child} from '../../../domain/child/child.ts'
import type {Household} from '../../../domain/household/household.ts'
import type {Occupancy} from '../../../domain/household/occupancy.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import {approvalsFor} from '../../../domain/matching/approvals/required.ts'
import {partyOf} from '../../../domain/matching/party.ts'
import {isOption} from '../../../domain/matching/rules/breaches.ts'
import type {ApprovalRule, RequiredApproval} from '../../../domain/matching/shortlist.ts'
import type {Referral} from '../../../domain/referral/referral.ts'
import {
  ANY_CHILD,
  aBedroom,
  aChild,
  aHome,
  aHousehold,
  aMatchInput,
  anOccupancy,
  BEXLEY,
  BROMLEY,
  CATFORD,
  childId,
  eastOf,
  KENT,
  LEWISHAM,
  MANCHESTER,
  placementsOf,
  siblingGroupId,
} from '../../support/matching.ts'

interface Case {
  readonly child?: Partial<Child>
  readonly children?: readonly Child[]
  readonly referral?: Partial<Referral>
  readonly household?: Household
  readonly calendar?: readonly Occupancy[]
}

/** The approvals that an option needs; what is excluded needs none, so it must be an option. */
function approvals({
  child,
  children = [aChild(child)],
  referral = {},
  household,
  calendar,
}: Case): readonly RequiredApproval[] {
  const party = partyOf(aMatchInput({children, referral}))
  const home = aHome(household, calendar)
  expect(isOption(party, home)).toBe(true)
  return approvalsFor(party, home)
}
const under = (rule: ApprovalRule, facts: Case) => approvals(facts).filter(approval => approval.rule === rule)
const rules = (facts: Case) => approvals(facts).map(({rule}) => rule)

const IFA = {type: 'ifa', agencyId: 'agency-1'} as const
const roomy = (facts: Parameters<typeof aHousehold>[0] = {}) =>
  aHousehold({
    bedrooms: ['a', 'b', 'c', 'd', 'e', 'f'].map(id => aBedroom(id)),
    ...facts,
    terms: {places: 6, ...facts.terms},
  })
const named = {namedChildren: [childId('child-1')]}

it('asks for nothing that the law and the policy do not', () => {
  expect(approvals({})).toEqual([])
})

describe('A1: the usual fostering limit (Children Act 1989 Schedule 7)', () => {
  const group = siblingGroupId('group-1')
  const sibling = {siblingGroupId: group}
  const children = (count: number, facts: Partial<Child> = {}) =>
    Array.from({length: count}, (_, i) => aChild({id: childId(`child-${i + 1}`), ...facts}))

  it.each([
    ['2 there, 1 more', placementsOf({}, {}), children(1), false],
    ['3 there, 1 unrelated', placementsOf({}, {}, {}), children(1), true],
    ['2 siblings there, 2 more of the same', placementsOf(sibling, sibling), children(2, sibling), false],
    ['3 siblings there, 1 unrelated', placementsOf(sibling, sibling, sibling), children(1), true],
    ['1 unrelated there, 3 siblings', placementsOf({}), children(3, sibling), true],
    [
      '2 siblings and 1 unrelated there, 1 more sibling',
      placementsOf(sibling, sibling, {}),
      children(1, sibling),
      true,
    ],
    ['4 children of one referral, groups not recorded', [], children(4), false],
    ['3 there, their group not known, 1 more', placementsOf({}, {}, {}), children(1, sibling), true],
    [
      '3 there of another authority, 1 more',
      placementsOf(...Array(3).fill({responsibleAuthorityId: KENT})),
      children(1),
      true,
    ],
  ])('%s', (_, calendar, coming, exemption) => {
    expect(under('A1', {household: roomy(), calendar, children: coming})).toHaveLength(exemption ? 1 : 0)
  })

  it('is for the authority where the carers live to exempt', () => {
    const [approval] = under('A1', {
      household: roomy({authorityId: KENT}),
      calendar: placementsOf({}, {}, {}),
    })
    expect(approval).toEqual({
      rule: 'A1',
      role: 'nominated-officer-of-carers-authority',
      within: null,
      words:
        '4 fostered children who are not all brothers and sisters, over the usual limit of 3: an exemption by Kent, where the carers live',
      source: 'Children Act 1989 Schedule 7',
    })
  })

  it("counts neither the carers' own children, nor Staying Put adults, nor places not available", () => {
    const members = [{relationship: 'own-child'}, {relationship: 'own-child'}] as const
    const calendar = [
      ...placementsOf({}, {}),
      anOccupancy({kind: 'staying-put'}),
      anOccupancy({kind: 'not-available', occupant: null}),
    ]
    expect(under('A1', {household: roomy({members}), calendar})).toEqual([])
  })

  it('counts short breaks and holds, each night for itself', () => {
    const stays = (...spans: readonly [string, string][]) =>
      spans.map(([from, until]) => anOccupancy({kind: 'respite', from, until, occupant: null}))
    const apart = stays(
      ['2026-12-01', '2026-12-05'],
      ['2026-12-01', '2026-12-05'],
      ['2026-12-05', '2026-12-10'],
    )
    expect(under('A1', {household: roomy(), calendar: apart})).toEqual([])
    expect(
      under('A1', {household: roomy(), calendar: [...apart, ...stays(['2026-12-04', '2026-12-06'])]}),
    ).toHaveLength(1)
  })

  it.each(['parent', 'supported-lodgings'] as const)('does not apply to %s', kind => {
    const household = roomy({
      kind,
      approval: {
        from: '2020-01-01',
        until: null,
        terms: ANY_CHILD,
        registration: {urn: '1', status: 'registered'},
      },
      terms: {ages: {from: 0, to: 25}, namedChildren: [childId('child-1')]},
    })
    expect(under('A1', {household, calendar: placementsOf({}, {}, {}), child: {dob: '2009-01-01'}})).toEqual(
      [],
    )
  })
})

describe('A2 and A3: an emergency outside the terms', () => {
  const household = aHousehold({terms: {ages: {from: 5, to: 12}}})
  const child = {dob: '2021-12-02'}
  const forDays = (until: string | null) => ({
    household,
    child,
    referral: {kind: 'emergency', expectedUntil: until} as const,
  })

  it('lets the duty service manager allow 6 working days, and the decision maker change the terms to stay on', () => {
    expect(approvals(forDays(null))).toEqual([
      {
        rule: 'A2',
        role: 'duty-service-manager',
        within: {value: 6, unit: 'working-days'},
        words:
          'emergency outside the terms, for up to 6 working days: approved for ages 5 to 12; the child is 4',
        source: 'SI 2010/959 reg 23',
      },
      {
        rule: 'A3',
        role: 'agency-decision-maker',
        within: null,
        words: "change of terms to age 4 to stay on after the emergency, with the carers' written agreement",
        source: 'SI 2011/581 reg 28',
      },
    ])
  })

  it('asks for no change of terms when the child leaves in time', () => {
    expect(rules(forDays('2026-12-11'))).toEqual(['A2'])
    expect(rules(forDays('2026-12-12'))).toEqual(['A2', 'A3'])
  })

  it('asks for nothing when the child is within the terms', () => {
    expect(rules({household, referral: {urgency: 'same-day'}})).toEqual([])
  })
})

describe('A4: out of area and at a distance (reg 11)', () => {
  const SCOTLAND = 'S12000036' as AuthorityId
  const CARDIFF = 'W06000015' as AuthorityId
  const at = (authorityId: AuthorityId, facts: Parameters<typeof aHousehold>[0] = {}) =>
    aHousehold({authorityId, provider: IFA, ...facts})
  const connected = (authorityId: AuthorityId) => at(authorityId, {kind: 'connected-person', terms: named})
  const lodgings = (authorityId: AuthorityId) =>
    at(authorityId, {
      kind: 'supported-lodgings',
      provider: {type: 'in-house'},
      approval: {
        from: '2020-01-01',
        until: null,
        terms: ANY_CHILD,
        registration: {urn: '1', status: 'registered'},
      },
    })
  const officer = 'nominated-officer'
  const director = 'director-of-childrens-services'

  it.each([
    ['in our area, IFA', at(LEWISHAM), null],
    ['in our area, own carer', at(LEWISHAM, {provider: {type: 'in-house'}}), null],
    ['adjoining, IFA', at(BROMLEY), officer],
    [
      "adjoining, another authority's carer",
      at(BROMLEY, {provider: {type: 'other-authority', authorityId: BROMLEY}}),
      officer,
    ],
    ['adjoining, supported lodgings', lodgings(BROMLEY), officer],
    ['not adjoining, IFA, however near', at(BEXLEY), director],
    ['not adjoining, supported lodgings', lodgings(BEXLEY), director],
    ['adjoining, connected person', connected(BROMLEY), null],
    ['not adjoining, connected person', connected(MANCHESTER), null],
    ['adjoining, own carer', at(BROMLEY, {provider: {type: 'in-house'}}), null],
    ['not adjoining, own carer', at(KENT, {provider: {type: 'in-house'}}), null],
    ['Scotland, IFA', at(SCOTLAND), director],
    ['Wales, IFA', at(CARDIFF), director],
  ])('%s', (_, household, role) => {
    expect(under('A4', {household, child: {dob: '2010-01-01'}}).map(approval => approval.role)).toEqual(
      role ? [role] : [],
    )
  })

  it('says what the area authority is told', () => {
    const words = (household: Household) => under('A4', {household}).map(approval => approval.words)
    expect(words(at(BROMLEY))).toEqual(['out of area, in Bromley, which is notified'])
    expect(words(at(BEXLEY))).toEqual([
      'at a distance, in Bexley, which is consulted and given the care plan',
    ])
    expect(words(at(CARDIFF))[0]).not.toContain('reg 12')
    expect(words(at(SCOTLAND))[0]).toContain('outside England and Wales (SI 2010/959 reg 12)')
  })

  it('has the same approver in an emergency, and the rest within 5 working days', () => {
    const [approval] = under('A4', {household: at(BEXLEY), referral: {urgency: 'same-day'}})
    expect(approval).toMatchObject({role: director, within: {value: 5, unit: 'working-days'}})
  })

  it('leaves remand to its own rules', () => {
    expect(under('A4', {household: at(BEXLEY), referral: {kind: 'remand'}})).toEqual([])
  })
})

describe('A5: a school place in Key Stage 4 (reg 10)', () => {
  const school = (miles: number, keyStage4 = true): Partial<Child> => ({
    school: {location: eastOf(CATFORD, 1 - miles), keep: true, keyStage4},
  })

  it.each([
    ['Year 10, 10.1 miles away', school(10.1), {}, ['nominated-officer']],
    ['Year 10, 9.9 miles away', school(9.9), {}, []],
    ['Year 9, 15 miles away', school(15, false), {}, []],
    ['Year 10, 15 miles away, in an emergency', school(15), {kind: 'emergency'} as const, []],
    ['no school', {school: null}, {}, []],
  ])('%s', (_, child, referral, roles) => {
    expect(under('A5', {child, referral}).map(({role}) => role)).toEqual(roles)
  })
})

describe('A6: sharing a bedroom (NMS 10.6)', () => {
  const household = aHousehold({bedrooms: [aBedroom('a', true)]})

  it('is agreed by each authority when two girls of 7 and 9 share', () => {
    const calendar = placementsOf({dob: '2017-06-01', sex: 'F'})
    expect(under('A6', {household, calendar, child: {dob: '2019-06-01'}})).toMatchObject([
      {
        role: 'each-responsible-authority-and-fostering-manager',
        words: 'a child over 3 would share a bedroom on 1 December 2026',
      },
    ])
  })

  it('is not asked for two small children, or where each has a room', () => {
    expect(
      under('A6', {household, calendar: placementsOf({dob: '2024-06-01'}), child: {dob: '2024-06-01'}}),
    ).toEqual([])
    expect(under('A6', {calendar: placementsOf({})})).toEqual([])
  })
})

describe('A7: a connected person approved for a time (regs 24 and 25)', () => {
  const connected = (from: string | null, until: string | null, route: 'full' | 'regulation-24' = 'full') =>
    aHousehold({kind: 'connected-person', approval: {from, until, route, terms: {...ANY_CHILD, ...named}}})

  it.each([
    ['not approved yet', connected(null, null), null, 16],
    ['approval lapsed', connected('2020-01-01', '2026-11-30'), null, 16],
    ['fully approved', connected('2020-01-01', null), null, null],
    [
      'approved for a time that ends in the stay',
      connected('2026-11-01', '2027-01-10', 'regulation-24'),
      '2027-02-01',
      8,
    ],
    [
      'approved for a time, the stay has no end',
      connected('2026-11-01', '2027-01-10', 'regulation-24'),
      null,
      8,
    ],
    [
      'approved for a time up to the last night',
      connected('2026-11-01', '2027-01-10', 'regulation-24'),
      '2027-01-11',
      null,
    ],
  ])('%s', (_, household, expectedUntil, weeks) => {
    const found = under('A7', {household, referral: {expectedUntil}})
    expect(found.map(({role, within}) => [role, within])).toEqual(
      weeks === null ? [] : [['nominated-officer', {value: weeks, unit: 'weeks'}]],
    )
  })
})

it('A8: a nominated officer approves living with a parent (reg 18)', () => {
  const household = aHousehold({kind: 'parent', terms: named})
  expect(approvals({household})).toMatchObject([
    {rule: 'A8', role: 'nominated-officer', source: 'SI 2010/959 reg 18'},
  ])
})

describe('A9: a costly home', () => {
  const costing = (fullPenceAWeek: number | null, marginalPenceAWeek: number | null = null) =>
    under('A9', {household: aHousehold({weeklyCost: {fullPenceAWeek, marginalPenceAWeek}})})

  it.each([
    [199_999, null, []],
    [200_000, null, ['service-manager']],
    [499_999, null, ['service-manager']],
    [500_000, null, ['best-care-panel-chair']],
    [1_200_000, null, ['director-of-childrens-services']],
    [null, 250_000, ['service-manager']],
    [100_000, 250_000, []],
    [null, null, []],
  ])('full cost %s pence, marginal %s', (full, marginal, roles) => {
    expect(costing(full, marginal).map(({role}) => role)).toEqual(roles)
  })

  it('says what it costs and from where the role approves', () => {
    expect(costing(1_234_567)[0]?.words).toBe(
      "£12,345 a week: from £10,000 the director of children's services approves",
    )
  })

  it('is not asked where the cost is not known', () => {
    expect(under('A9', {})).toEqual([])
  })
})

describe('A10: another authority has a child there (reg 22)', () => {
  it('asks each such authority once, and not ours', () => {
    const calendar = placementsOf(
      {responsibleAuthorityId: KENT},
      {responsibleAuthorityId: BEXLEY},
      {responsibleAuthorityId: KENT},
      {},
    )
    expect(under('A10', {household: roomy(), calendar}).map(({role, words}) => [role, words])).toEqual([
      ['responsible-authority:E09000004', 'Bexley has a child in the home and consents'],
      ['responsible-authority:E10000016', 'Kent has a child in the home and consents'],
    ])
  })

  it('asks nobody about a Staying Put adult or a child who has left', () => {
    const [theirs] = placementsOf({responsibleAuthorityId: KENT})
    const calendar = [{...theirs!, kind: 'staying-put'} as const, {...theirs!, until: '2026-12-01'}]
    expect(under('A10', {household: roomy(), calendar})).toEqual([])
  })
})
