import fc from 'fast-check'
import type {Child, Restriction, Wish} from '../../../domain/child/child.ts'
import {SEXES, WISHES} from '../../../domain/child/child.ts'
import type {EthnicityCode} from '../../../domain/child/ethnicity.ts'
import type {Approval, Exclusion, Household, HouseholdStatus} from '../../../domain/household/household.ts'
import {HOUSEHOLD_KINDS, STATUS_STATES} from '../../../domain/household/household.ts'
import {OCCUPANCY_KINDS, type Occupancy} from '../../../domain/household/occupancy.ts'
import type {OccupancyId, ReferralId} from '../../../domain/ids.ts'
import {defaultPolicy} from '../../../domain/matching/default-policy.ts'
import {
  CONSIDERATIONS,
  GROUPS,
  type Home,
  type MatchInput,
  type Sibling,
} from '../../../domain/matching/shortlist.ts'
import {REFERRAL_KINDS, URGENCIES} from '../../../domain/referral/referral.ts'
import {
  BEXLEY,
  BROMLEY,
  CATFORD,
  childId,
  householdId,
  KENT,
  LEWISHAM,
  siblingGroupId,
} from '../../support/matching.ts'

/*
 * Small made-up worlds for properties. Pools are small so that facts meet: the same skill is needed and
 * offered, a restriction names somebody who lives there, a hold is for the very child who looks.
 */

const CHILDREN = ['child-1', 'child-2', 'child-3', 'other-1', 'other-2', 'other-3'].map(childId)
const HOUSEHOLDS = Array.from({length: 12}, (_, i) => householdId(`home-${String(i).padStart(2, '0')}`))
const FAMILIES = ['family-1', 'family-2'].map(siblingGroupId)
const AUTHORITIES = [LEWISHAM, LEWISHAM, BROMLEY, BEXLEY, KENT]
const NEEDS = ['autism', 'therapeutic', 'diabetes', 'wheelchair-access', 'self-harm', 'constructor']
const SKILLS = [...NEEDS, 'pace', 'mental-health', 'sen-support']
const LANGUAGES = ['en', 'so', 'ar-SY', 'ar', 'ti', 'PL']
const RELIGIONS = ['muslim', 'roman-catholic', 'sikh']
const RISKS = ['bullying', 'fire-setting']
const PETS = ['dog', 'cats', 'fish']
const ETHNICITIES: EthnicityCode[] = ['WBRI', 'BAFR', 'BCRB', 'MWBC', 'CHNE', 'REFU']
const DAYS = [
  '2026-10-01',
  '2026-11-30',
  '2026-12-01',
  '2026-12-02',
  '2026-12-20',
  '2027-03-01',
  '2027-09-01',
]
/** An hour and more before some holds lapse, and the very moment at which others do. */
const AT = '2026-11-23T09:30:00.000Z'

const someOf = <T>(pool: readonly T[], max = 3) =>
  fc.subarray([...pool], {maxLength: Math.min(max, pool.length)})
const oneOf = <T>(pool: readonly T[]) => fc.constantFrom(...pool)
const day = oneOf(DAYS)
const dayOrNone = fc.option(day, {nil: null, freq: 2})
/** May be absent: not known. */
const facts = <T extends object>(known: {[K in keyof T]?: fc.Arbitrary<T[K]>}) =>
  fc.record(known as {[K in keyof T]: fc.Arbitrary<T[K]>}, {requiredKeys: []}) as fc.Arbitrary<Partial<T>>

export const location = fc
  .record({east: fc.integer({min: -30_000, max: 30_000}), north: fc.integer({min: -30_000, max: 30_000})})
  .map(({east, north}) => ({
    postcode: null,
    easting: CATFORD.easting + east,
    northing: CATFORD.northing + north,
  }))

const dob = fc.record({
  year: fc.integer({min: 2007, max: 2026}),
  day: oneOf(['01-15', '06-30', '12-01', '12-02']),
})
const dobText = dob.map(({year, day}) => (year === 2026 && day > '11' ? '2025-12-02' : `${year}-${day}`))

const basis = {
  absolute: fc.boolean(),
  reason: fc.constant('recorded'),
  reviewBy: oneOf(['2026-10-01', '2027-10-01']),
}
const restriction = fc.oneof(
  fc.record({...basis, kind: fc.constant('no-contact'), childId: oneOf(CHILDREN)}),
  fc.record({...basis, kind: fc.constant('no-contact'), householdId: oneOf(HOUSEHOLDS)}),
  fc.record({...basis, kind: fc.constant('avoid-area'), location, withinMiles: fc.integer({min: 1, max: 8})}),
  fc.record({...basis, kind: fc.constant('avoid-area'), authorityId: oneOf(AUTHORITIES)}),
  fc.record({...basis, kind: fc.constant('not-with'), childId: oneOf(CHILDREN)}),
  fc.record({
    ...basis,
    kind: fc.constant('court-condition'),
    condition: fc.constant('exclusion-zone'),
    location,
    withinMiles: fc.integer({min: 1, max: 8}),
  }),
  fc.record({
    ...basis,
    kind: fc.constant('court-condition'),
    condition: fc.constant('non-association'),
    childId: oneOf(CHILDREN),
  }),
  fc.record({
    ...basis,
    kind: fc.constant('court-condition'),
    condition: oneOf(['not-at-household', 's34-no-contact']),
    householdId: oneOf(HOUSEHOLDS),
  }),
  fc.record({...basis, kind: fc.constant('medical'), avoid: fc.record({pet: oneOf(PETS)})}),
  fc.record({...basis, kind: fc.constant('medical'), avoid: fc.constant({smoking: true})}),
) as fc.Arbitrary<Restriction>

const wish = fc.record(
  {
    text: fc.constant('in the words of the child'),
    recordedOn: fc.constant('2026-11-01'),
    about: oneOf(WISHES),
    householdId: oneOf(HOUSEHOLDS),
  },
  {requiredKeys: ['text', 'recordedOn']},
) as fc.Arbitrary<Wish>

const childFacts = facts<Child>({
  ethnicity: oneOf(ETHNICITIES),
  religion: oneOf([null, ...RELIGIONS]),
  languages: someOf(LANGUAGES),
  home: location,
  school: fc.option(fc.record({location, keep: fc.boolean(), keyStage4: fc.boolean()})),
  needs: someOf(NEEDS).chain(needs =>
    fc.tuple(
      ...needs.map(need => fc.record({need: fc.constant(need), level: oneOf(['essential', 'desirable'])})),
    ),
  ) as never,
  siblingGroupId: fc.option(oneOf(FAMILIES)),
  familyTime: fc.array(fc.record({location, visitsAMonth: fc.integer({min: 0, max: 8})}), {maxLength: 4}),
  risks: fc.array(fc.record({risk: oneOf(RISKS), level: oneOf(['none', 'low', 'medium', 'high'])}), {
    maxLength: 2,
  }) as never,
  restrictions: fc.array(restriction, {maxLength: 2}),
  preferences: facts({
    otherChildren: oneOf(['none', 'no-younger', 'no-older', 'same-sex-only', 'welcome']),
    pets: oneOf(['none', 'no-dogs', 'no-cats', 'welcome']),
    smoking: fc.constant('none'),
  }) as never,
  wishes: fc.array(wish, {maxLength: 4}),
})

const child = (id: Child['id']): fc.Arbitrary<Child> =>
  fc
    .record({dob: dobText, sex: oneOf(SEXES), known: childFacts})
    .map(({known, ...facts}) => ({...facts, ...known, id, reference: `ref-${id}`}))

const approval = fc.record(
  {
    from: fc.oneof({weight: 6, arbitrary: fc.constant('2020-01-01')}, dayOrNone),
    until: fc.oneof({weight: 3, arbitrary: fc.constant(null)}, dayOrNone),
    route: oneOf(['full', 'full', 'regulation-24', 'regulation-25A']),
    terms: fc.record({
      places: fc.integer({min: 1, max: 6}),
      ages: oneOf([
        {from: 0, to: 18},
        {from: 0, to: 18},
        {from: 5, to: 12},
        {from: 10, to: 17},
      ]),
      sexes: oneOf([SEXES, SEXES, ['F'], ['M', 'U']]),
      kinds: oneOf([REFERRAL_KINDS, REFERRAL_KINDS, ['short-term', 'emergency']]),
      namedChildren: fc.oneof({weight: 9, arbitrary: fc.constant([])}, someOf(CHILDREN, 4)),
    }),
    registration: fc.record(
      {
        urn: fc.constant('SC000001'),
        status: oneOf(['registered', 'registered', 'applied']),
        from: day,
        until: dayOrNone,
      },
      {requiredKeys: ['urn', 'status']},
    ),
  },
  {requiredKeys: ['from', 'until', 'terms']},
) as fc.Arbitrary<Approval>

const exclusion = fc
  .record({
    limit: fc.oneof(
      fc.record(
        {kind: fc.constant('disqualified'), exceptChildren: someOf(CHILDREN, 6)},
        {requiredKeys: ['kind']},
      ),
      fc.record({kind: oneOf(['barred', 'not-child']), childId: oneOf(CHILDREN)}),
      fc.record({kind: fc.constant('prefers-not'), risk: oneOf(RISKS)}),
    ),
  })
  .map(({limit}) => ({...limit, reason: 'recorded', recordedOn: '2026-01-01'})) as fc.Arbitrary<Exclusion>

const householdFacts = facts<Household>({
  members: fc.array(
    fc.record(
      {
        relationship: oneOf(['carer', 'own-child', 'other-child', 'other-adult']),
        dob: oneOf(['1980-01-01', '2012-02-02', '2020-02-02']),
        sex: oneOf(SEXES),
      },
      {requiredKeys: ['relationship']},
    ),
    {maxLength: 3},
  ) as never,
  ethnicities: someOf(ETHNICITIES, 2),
  religions: someOf(RELIGIONS, 2),
  supportsReligions: someOf(RELIGIONS, 2),
  languages: someOf(LANGUAGES),
  skills: someOf(SKILLS, 5),
  pets: someOf(PETS, 2),
  smoking: fc.boolean(),
  accessible: fc.boolean(),
  exclusions: fc.oneof({weight: 3, arbitrary: fc.constant([])}, fc.array(exclusion, {maxLength: 2})),
})

const status: fc.Arbitrary<HouseholdStatus> = fc.record({
  state: oneOf([
    'available',
    'available',
    'available',
    'available',
    'available',
    'available',
    ...STATUS_STATES,
  ] as const),
  from: day,
  until: dayOrNone,
  reason: fc.constant(null),
})

const bedrooms = fc
  .array(fc.record({shareable: fc.boolean(), groundFloor: fc.boolean()}), {minLength: 1, maxLength: 5})
  .map(rooms => rooms.map((room, i) => ({...room, id: `bedroom-${i}`})))

export const household = (id: Household['id']): fc.Arbitrary<Household> =>
  fc
    .record({
      kind: oneOf([
        'fostering',
        'fostering',
        'fostering',
        'fostering',
        'fostering',
        ...HOUSEHOLD_KINDS,
      ] as const),
      provider: oneOf([
        {type: 'in-house'},
        {type: 'in-house'},
        {type: 'ifa', agencyId: 'agency-1'},
        {type: 'other-authority', authorityId: KENT},
      ] as const),
      approval,
      home: location,
      authorityId: oneOf(AUTHORITIES),
      bedrooms,
      status,
      known: householdFacts,
    })
    .map(({known, ...facts}) => ({
      ...facts,
      ...known,
      id,
      reference: `ref-${id}`,
      scheme: 'mainstream',
      weeklyCost: null,
    }))

const occupancy = (id: OccupancyId): fc.Arbitrary<Occupancy> =>
  fc
    .record({
      kind: oneOf(OCCUPANCY_KINDS),
      from: day,
      until: dayOrNone,
      bedroomId: fc.option(oneOf(['bedroom-0', 'bedroom-0', 'bedroom-1', 'bedroom-9'])),
      occupant: fc.option(
        fc.record({
          childId: oneOf(CHILDREN),
          dob: dobText,
          sex: oneOf(SEXES),
          siblingGroupId: fc.option(oneOf(FAMILIES)),
          responsibleAuthorityId: oneOf(AUTHORITIES),
          notWith: someOf(CHILDREN, 1),
          mayNotShare: fc.boolean(),
        }),
        {freq: 6},
      ),
      expiresAt: oneOf([undefined, AT, '2026-11-23T13:00:00.000Z']),
    })
    .map(({expiresAt, ...taken}) => ({
      ...taken,
      id,
      ...(taken.kind === 'hold' && expiresAt ? {expiresAt} : {}),
    }))

const calendar = fc
  .nat({max: 3})
  .chain(length => fc.tuple(...Array.from({length}, (_, i) => occupancy(`occupancy-${i}` as OccupancyId))))

export const home = (id: Household['id']): fc.Arbitrary<Home> =>
  fc.record({household: household(id), calendar})

const sibling: fc.Arbitrary<Sibling> = fc.record({
  childId: oneOf(CHILDREN.slice(3)),
  livesAt: fc.option(
    fc
      .record({at: location, householdId: fc.option(oneOf(HOUSEHOLDS))})
      .map(({at: {easting, northing}, householdId}) => ({easting, northing, householdId})),
  ),
})

const weights = fc
  .tuple(...CONSIDERATIONS.map(() => fc.integer({min: 0, max: 30})))
  .map(
    chosen =>
      Object.fromEntries(
        CONSIDERATIONS.map((name, i) => [name, chosen[i]]),
      ) as MatchInput['policy']['weights'],
  )

const policy = fc
  .record({
    order: oneOf(['in-house-first', 'none'] as const),
    suitabilityFloor: fc.integer({min: 0, max: 100}),
    weights: fc.option(weights),
    ownBedroomOverYears: oneOf([3, 3, 8]),
  })
  .map(({weights, ...local}) => {
    const start = defaultPolicy(LEWISHAM)
    return {...start, ...local, weights: weights ?? start.weights}
  })

export interface WorldSize {
  readonly homes: number
  readonly children?: number
}

/** One referral of one to three children, and up to so many homes to choose from. */
export const world = ({homes, children: most = 3}: WorldSize): fc.Arbitrary<MatchInput> =>
  fc
    .record({
      size: oneOf([1, 1, 1, 2, 3].filter(size => size <= most)),
      children: fc.tuple(...CHILDREN.slice(0, most).map(child)),
      siblings: fc.option(fc.array(sibling, {maxLength: 2}), {freq: 2}),
      supply: fc.tuple(...HOUSEHOLDS.slice(0, homes).map(home)),
      referral: fc.record({
        urgency: oneOf(URGENCIES),
        kind: oneOf(['short-term', 'short-term', ...REFERRAL_KINDS] as const),
        expectedUntil: oneOf([null, null, '2026-12-02', '2027-01-15']),
        siblings: oneOf(['together', 'prefer-together'] as const),
      }),
      policy,
      search: fc.oneof(fc.constant([...GROUPS]), someOf(GROUPS, GROUPS.length)),
      withinMiles: fc.option(fc.integer({min: 1, max: 25}), {freq: 2}),
      limit: fc.integer({min: 1, max: 12}),
    })
    .map(({size, children, siblings, referral, ...rest}) => {
      const referred = children.slice(0, size)
      const others = referred.map(({id}) => [id, siblings ?? []] as const)
      return {
        ...rest,
        authorityId: LEWISHAM,
        children: referred,
        siblings: Object.fromEntries(others) as MatchInput['siblings'],
        referral: {
          ...referral,
          id: 'referral-1' as ReferralId,
          children: referred.map(({id}) => id),
          neededFrom: '2026-12-01',
        },
        at: AT,
      }
    })
