import {describe, expect, it} from 'vitest'
import type {Household} from '../../../domain/household/household.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import {codeInHousehold, codeInSetting, type GivenCode} from '../../../domain/placement/code-of-home.ts'
import {
  PLACE_CODES,
  type PlaceCode,
  REASONS_EPISODE_CEASED,
  REASONS_FOR_PLACE_CHANGE,
} from '../../../domain/placement/codes.ts'
import type {Arrangement} from '../../../domain/placement/placement.ts'
import type {ReferralKind} from '../../../domain/referral/referral.ts'
import {aHousehold, CATFORD, LEWISHAM} from '../../support/matching.ts'

const stay = (arrangement: Arrangement = 'main', kind: ReferralKind = 'short-term', from = '2026-12-01') => ({
  arrangement,
  kind,
  from,
})
const inHousehold = (
  facts: Partial<Household>,
  given: GivenCode = {},
  of: ReturnType<typeof stay> = stay(),
) => {
  const code = codeInHousehold(aHousehold(facts), of, given)
  return code.ok ? `${code.value.place} ${code.value.provider}` : code.error
}
const ifa = {type: 'ifa', agencyId: 'agency'} as const
const other = {type: 'other-authority', authorityId: 'E09000006' as AuthorityId} as const

describe('a placement in a household has the code of what the household is', () => {
  it.each([
    ['in-house carers', {}, 'U6 PR1'],
    ['an agency’s carers', {provider: ifa}, 'U6 PR4'],
    ['another authority’s carers', {provider: other}, 'U6 PR2'],
    ['carers who may adopt', {scheme: 'fostering-for-adoption'}, 'U5 PR1'],
    ['a connected person', {kind: 'connected-person'}, 'U3 PR1'],
    ['supported lodgings', {kind: 'supported-lodgings'}, 'K3 PR1'],
    ['a parent', {kind: 'parent'}, 'P1 PR0'],
  ] as const)('%s', (_, facts, code) => {
    expect(inHousehold(facts)).toBe(code)
  })

  it('for the long term with carers and connected persons', () => {
    const long = stay('main', 'long-term')
    expect(inHousehold({}, {}, long)).toBe('U4 PR1')
    expect(inHousehold({kind: 'connected-person'}, {}, long)).toBe('U1 PR1')
  })

  it('and takes another that fits it: a voluntary agency, or adoption by the carers', () => {
    expect(inHousehold({provider: ifa}, {provider: 'PR5'})).toBe('U6 PR5')
    expect(inHousehold({}, {place: 'A5'})).toBe('A5 PR1')
    expect(inHousehold({}, {place: 'T4'}, stay('respite'))).toBe('T4 null')
  })

  it.each([
    [{}, {place: 'U1'}],
    [{}, {place: 'K2'}],
    [{}, {place: 'T4'}],
    [{}, {provider: 'PR4'}],
    [{}, {provider: null}],
    [{provider: ifa}, {provider: 'PR1'}],
    [{kind: 'connected-person'}, {place: 'U6'}],
    [{kind: 'parent'}, {provider: 'PR1'}],
  ] as const)('and refuses one that does not: %j with %j', (facts, given) => {
    expect(inHousehold(facts, given)).toMatchObject({kind: 'code-not-for-home'})
  })

  it('and says what would do', () => {
    expect(inHousehold({}, {place: 'U1'})).toEqual({
      kind: 'code-not-for-home',
      places: ['U6', 'U4', 'U5', 'A3', 'A5'],
      providers: ['PR1'],
    })
  })
})

const inSetting = (
  given: GivenCode,
  {
    urn = 'SC1',
    authorityId = LEWISHAM,
    of = stay(),
  }: {urn?: string | null; authorityId?: AuthorityId; of?: ReturnType<typeof stay>} = {},
) => {
  const code = codeInSetting({setting: {name: 'x', urn}, location: CATFORD, authorityId}, of, given)
  return code.ok ? `${code.value.place} ${code.value.provider}` : code.error
}

describe('a placement in another setting has the code that is given', () => {
  it('with a provider that can have such a place (rules 213, 526-531)', () => {
    expect(inSetting({place: 'K2', provider: 'PR1'})).toBe('K2 PR1')
    expect(inSetting({place: 'P1'})).toBe('P1 PR0')
    expect(inSetting({place: 'Z11'})).toBe('Z11 null')
    expect(inSetting({place: 'K2'})).toEqual({
      kind: 'provider-missing',
      providers: ['PR1', 'PR2', 'PR4', 'PR5'],
    })
    for (const wrong of [
      {place: 'K2', provider: 'PR3'},
      {place: 'P1', provider: 'PR4'},
      {place: 'R5', provider: 'PR1'},
      {place: 'Z12', provider: 'PR4'},
      {place: 'K2', provider: null},
    ] as const)
      expect(inSetting(wrong)).toMatchObject({kind: 'code-not-for-home'})
  })

  it('with a URN where such a setting has one, in England (rule 218)', () => {
    expect(inSetting({place: 'K2', provider: 'PR4'}, {urn: null})).toEqual({kind: 'urn-missing', place: 'K2'})
    const wales = 'W06000015' as AuthorityId
    expect(inSetting({place: 'K2', provider: 'PR4'}, {urn: null, authorityId: wales})).toBe('K2 PR4')
    expect(inSetting({place: 'R2', provider: 'PR3'}, {urn: null})).toBe('R2 PR3')
  })

  it('which is never a fostering code, a temporary one, or one that has gone', () => {
    const places = (of = stay()) =>
      PLACE_CODES.filter((place: PlaceCode) => {
        const code = inSetting({place, provider: 'PR4'}, {of})
        return typeof code === 'string' || !('places' in code) || code.places.includes(place)
      })
    expect(places()).toEqual([
      'A3',
      'A4',
      'A5',
      'A6',
      'K1',
      'K2',
      'K3',
      'P1',
      'P3',
      'R1',
      'R2',
      'R3',
      'R5',
      'S1',
      'Z11',
      'Z12',
      'Z13',
      'Z14',
    ])
    expect(places(stay('main', 'short-term', '2023-10-27'))).toContain('P2')
    expect(places(stay('hospital'))).toEqual(['T1'])
    expect(inSetting({}, {of: stay('hospital')})).toBe('T1 null')
    expect(inSetting({})).toMatchObject({kind: 'code-not-for-home'})
  })
})

it('every reason of the return is there', () => {
  expect(Object.keys(REASONS_FOR_PLACE_CHANGE)).toHaveLength(12)
  expect(Object.keys(REASONS_EPISODE_CEASED)).toHaveLength(22)
})
