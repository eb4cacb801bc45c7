import {expect, it} from 'vitest'
import type {Call, ServedRoute} from '../../../contracts/in-memory-service.ts'
import {borough, CHILD, given, HOUSEHOLD, officer, pointersIn, problemIn, REFERRAL} from './a-borough.ts'

const terms = HOUSEHOLD.approval.terms
const household = (change: object) => ({body: {...HOUSEHOLD, ...change}})
const child = (change: object) => ({body: {...CHILD, ...change}})
const withTerms = (change: object) =>
  household({approval: {...HOUSEHOLD.approval, terms: {...terms, ...change}}})
const restriction = {absolute: true, reason: 'court order', reviewBy: '2027-01-01'}
const ID = '019ab000-0000-7000-8000-00000000abcd'

const table: readonly (readonly [
  what: string,
  route: ServedRoute,
  call: Call,
  pointers: readonly string[],
])[] = [
  [
    'unknown fields, however deep',
    'createChild',
    child({name: 'x', school: {location: {postcode: 'SE6 4RU', lat: 1}, keep: true, keyStage4: false}}),
    ['/name', '/school/location/lat'],
  ],
  ['a day that does not exist', 'createChild', child({dob: '2015-02-30'}), ['/dob']],
  ['a birth tomorrow', 'createChild', child({dob: '2026-11-24'}), ['/dob']],
  ['a birth too long ago', 'createChild', child({dob: '1999-01-01'}), ['/dob']],
  [
    'a wish recorded tomorrow',
    'createChild',
    child({wishes: [{text: 'a dog', recordedOn: '2026-11-24'}]}),
    ['/wishes/0/recordedOn'],
  ],
  ['an unknown ethnicity code', 'createChild', child({ethnicity: 'ENGL'}), ['/ethnicity']],
  ['what is missing', 'createChild', {body: {}}, ['/dob', '/reference', '/sex']],
  ['no body at all', 'createChild', {}, ['/dob', '/reference', '/sex']],
  ['a body that is a list', 'createChild', {body: []}, ['']],
  ['a body that is nothing', 'createChild', {text: 'null'}, ['']],
  [
    'a postcode nobody knows, with all other faults',
    'createChild',
    child({
      sex: 'X',
      home: {postcode: 'ZZ9 9ZZ'},
      school: {location: {postcode: 'ZZ8 8ZZ'}, keep: true, keyStage4: false},
    }),
    ['/home/postcode', '/school/location/postcode', '/sex'],
  ],
  ['a postcode that is none', 'createChild', child({home: {postcode: 'LONDON'}}), ['/home/postcode']],
  ['half a grid reference', 'createChild', child({home: {easting: 1}}), ['/home']],
  ['a location without anything', 'createChild', child({home: {}}), ['/home']],
  [
    'a grid reference in the sea beyond Britain',
    'createChild',
    child({home: {easting: 700_001, northing: 1_300_001}}),
    ['/home/easting', '/home/northing'],
  ],
  ['a half of a metre', 'createChild', child({home: {easting: 0.5, northing: 1}}), ['/home/easting']],
  ['the same language twice', 'createChild', child({languages: ['so', 'so']}), ['/languages']],
  ['a language by its English name', 'createChild', child({languages: ['Somali']}), ['/languages/0']],
  [
    'a need named twice',
    'createChild',
    child({
      needs: [
        {need: 'autism', level: 'essential'},
        {need: 'autism', level: 'desirable'},
      ],
    }),
    ['/needs'],
  ],
  [
    'a restriction of no kind that there is',
    'createChild',
    child({restrictions: [{kind: 'not-nice', ...restriction}]}),
    ['/restrictions/0/kind'],
  ],
  [
    'a restriction that names nobody',
    'createChild',
    child({restrictions: [{kind: 'no-contact', ...restriction}]}),
    ['/restrictions/0'],
  ],
  [
    'an area named twice over',
    'createChild',
    child({restrictions: [{kind: 'avoid-area', authorityId: 'E09000023', withinMiles: 2, ...restriction}]}),
    ['/restrictions/0'],
  ],
  [
    'a court condition of no kind that there is',
    'createChild',
    child({restrictions: [{kind: 'court-condition', condition: 'curfew', ...restriction}]}),
    ['/restrictions/0/condition'],
  ],
  [
    'a medical restriction against nothing',
    'createChild',
    child({restrictions: [{kind: 'medical', avoid: {}, ...restriction}]}),
    ['/restrictions/0/avoid'],
  ],
  [
    'a wish for a household that it does not name',
    'createChild',
    child({wishes: [{text: 'there', about: 'this-household', recordedOn: '2026-11-01'}]}),
    ['/wishes/0/householdId'],
  ],
  [
    'control characters',
    'createChild',
    child({wishes: [{text: 'a\u0000b', recordedOn: '2026-11-01'}]}),
    ['/wishes/0/text'],
  ],
  [
    'blank text',
    'createChild',
    child({wishes: [{text: ' \n', recordedOn: '2026-11-01'}]}),
    ['/wishes/0/text'],
  ],
  [
    '5,000 skills',
    'createHousehold',
    household({skills: Array.from({length: 5000}, (_, n) => `skill-${n}`)}),
    ['/skills'],
  ],
  [
    'ages the wrong way round',
    'createHousehold',
    withTerms({ages: {from: 9, to: 4}}),
    ['/approval/terms/ages/to'],
  ],
  ['no places', 'createHousehold', withTerms({places: 0}), ['/approval/terms/places']],
  [
    'an approval that ends before it starts',
    'createHousehold',
    household({approval: {...HOUSEHOLD.approval, until: '2023-05-01'}}),
    ['/approval/until'],
  ],
  [
    'an approval that ends without having started',
    'createHousehold',
    household({approval: {terms, from: null, until: '2027-05-01'}}),
    ['/approval/until'],
  ],
  [
    'two bedrooms by one name',
    'createHousehold',
    household({bedrooms: [HOUSEHOLD.bedrooms[0], HOUSEHOLD.bedrooms[0]]}),
    ['/bedrooms'],
  ],
  [
    'a status that ends before it starts',
    'createHousehold',
    household({status: {state: 'on-hold', from: '2026-12-02', until: '2026-12-01'}}),
    ['/status/until'],
  ],
  [
    'a status that ended before today',
    'createHousehold',
    household({status: {state: 'on-hold', until: '2026-11-22'}}),
    ['/status/until'],
  ],
  [
    'a connected person for no child',
    'createHousehold',
    household({kind: 'connected-person'}),
    ['/approval/terms/namedChildren'],
  ],
  [
    'a parent for no child',
    'createHousehold',
    household({kind: 'parent'}),
    ['/approval/terms/namedChildren'],
  ],
  [
    'contradictions beside other faults',
    'createHousehold',
    {body: {...HOUSEHOLD, kind: 'parent', smoking: 'no', colour: 'red'}},
    ['/approval/terms/namedChildren', '/colour', '/smoking'],
  ],
  [
    'a carer born tomorrow',
    'createHousehold',
    household({members: [{relationship: 'carer', dob: '2026-11-24'}]}),
    ['/members/0/dob'],
  ],
  ['an authority that is none', 'createHousehold', household({authorityId: 'E07000001'}), ['/authorityId']],
  [
    'money in fractions',
    'createHousehold',
    household({weeklyCost: {marginalPenceAWeek: 1.5, fullPenceAWeek: -1}}),
    ['/weeklyCost/fullPenceAWeek', '/weeklyCost/marginalPenceAWeek'],
  ],
  ['a referral for nobody', 'openReferral', {body: {...REFERRAL, children: []}}, ['/children']],
  [
    'a referral for one child twice',
    'openReferral',
    {body: {...REFERRAL, children: [ID, ID]}},
    ['/children'],
  ],
  [
    'children whom nobody recorded',
    'openReferral',
    {body: {...REFERRAL, children: [ID, ID.replace('abcd', 'abce')]}},
    ['/children/0', '/children/1'],
  ],
  [
    'a stay that ends before it starts',
    'openReferral',
    {body: {...REFERRAL, children: [ID], expectedUntil: '2026-12-01'}},
    ['/expectedUntil'],
  ],
  [
    'a search nowhere and a limit of none',
    'makeShortlist',
    {params: {referralId: ID}, body: {search: [], limit: 0}},
    ['/limit', '/search'],
  ],
  ['an id that is none', 'getChild', {params: {childId: 'robert'}}, ['path:/childId']],
  [
    'a page of none after nothing',
    'listChildren',
    {query: {limit: '0', cursor: '!', colour: 'red'}},
    ['query:/colour', 'query:/cursor', 'query:/limit'],
  ],
  ["another list's cursor", 'listChildren', {query: {cursor: 'WyJhIl0'}}, ['query:/cursor']],
  [
    'a question where nothing is asked',
    'getChild',
    {params: {childId: ID}, query: {show: 'all'}},
    ['query:/show'],
  ],
  ['a status that no referral has', 'listReferrals', {query: {status: 'lost'}}, ['query:/status']],
  [
    'a policy without anything',
    'changePolicy',
    {headers: {'if-match': '"1"'}, body: {}},
    [
      '/adjoiningAuthorities',
      '/distances',
      '/highCostBands',
      '/order',
      '/ownBedroomOverYears',
      '/partlyMetBy',
      '/reason',
      '/sharingBars',
      '/suitabilityFloor',
      '/usualFosteringLimit',
      '/weights',
    ],
  ],
  [
    'an If-Match that is no ETag, with all other faults',
    'changeChild',
    {params: {childId: 'robert'}, headers: {'if-match': '*'}, body: {...CHILD, sex: 'X'}},
    ['/sex', 'header:/if-match', 'path:/childId'],
  ],
  [
    'an Idempotency-Key of 300 characters',
    'createChild',
    {...child({}), headers: {'idempotency-key': 'k'.repeat(300)}},
    ['header:/idempotency-key'],
  ],
]

it.each(table)('names %s', async (_, route, call, pointers) => {
  const reply = await borough().call(route, call)
  expect(reply.status).toBe(422)
  expect(pointersIn(reply)).toEqual(pointers)
})

it.each<[string, Call, number, string]>([
  ['malformed JSON', {text: '{"reference": "LCS-1",}'}, 400, 'unreadable'],
  [
    'a wrong content type',
    {text: 'reference=LCS-1', headers: {'content-type': 'application/x-www-form-urlencoded'}},
    415,
    'unsupported-media-type',
  ],
  [
    'another character set',
    {text: '{}', headers: {'content-type': 'application/json; charset=latin1'}},
    415,
    'unsupported-media-type',
  ],
  [
    'a body of 10 MB',
    {text: JSON.stringify({...CHILD, reference: 'x'.repeat(10_000_000)})},
    413,
    'too-large',
  ],
  ['lists in lists in lists', {text: '['.repeat(60_000)}, 400, 'unreadable'],
])('refuses %s as a problem', async (_, call, status, kind) => {
  const problem = problemIn(await borough().call('createChild', call))
  expect(problem).toMatchObject({status, type: `/problems#${kind}`})
})

it('takes deep nesting for what it is: one fault', async () => {
  const text = `{"reference":${'['.repeat(50_000)}${']'.repeat(50_000)},"dob":"2015-06-01","sex":"F"}`
  expect(pointersIn(await borough().call('createChild', {text}))).toEqual(['/reference'])
})

it('refuses a referral for a child of another authority as it does for a child that nobody knows', async () => {
  const service = borough()
  const theirs = await given(service, 'createChild', {body: CHILD, claims: officer('E09000022')})
  const body = {...REFERRAL, children: [theirs.id]}
  const nobodys = {...REFERRAL, children: [ID]}
  const [refused, unknown] = [
    await service.call('openReferral', {body}),
    await service.call('openReferral', {body: nobodys}),
  ]
  expect(pointersIn(refused)).toEqual(['/children/0'])
  expect(refused.text).toBe(unknown.text)
})

it('writes nothing of what it refuses', async () => {
  for (const [, route, call] of table) {
    const service = borough()
    await service.call(route, call)
    for (const list of ['listChildren', 'listHouseholds', 'listReferrals'] as const)
      expect(await given(service, list)).toMatchObject({items: []})
  }
})

it('names at most 500 faults, and says how many more there are', async () => {
  const unknown = Object.fromEntries(Array.from({length: 2000}, (_, n) => [`field-${n}`, n]))
  const errors = problemIn(await borough().call('createChild', child(unknown))).errors ?? []
  expect(errors).toHaveLength(501)
  expect(errors.at(-1)?.detail).toBe('and 1500 more')
})

it('never repeats what was sent: it may be about a child', async () => {
  const secret = 'Zebedee'
  const bodies = [
    {
      ...CHILD,
      dob: secret,
      sex: secret,
      ethnicity: secret,
      languages: [secret],
      home: {postcode: secret, easting: secret},
    },
    {
      ...CHILD,
      needs: [{need: secret, level: secret}],
      restrictions: [{kind: secret}],
      wishes: secret,
      school: secret,
    },
  ]
  for (const body of bodies) {
    const reply = await borough().call('createChild', {body})
    expect(reply.status).toBe(422)
    expect(reply.text).not.toContain(secret)
  }
})

it('reads the facts of a child with a postcode into a grid reference, and a grid reference as it is', async () => {
  const service = borough()
  const body = {
    ...CHILD,
    home: {postcode: 'se64ru'},
    familyTime: [{location: {easting: 1, northing: 2}, visitsAMonth: 1}],
  }
  expect(await given(service, 'createChild', {body})).toMatchObject({
    home: {postcode: 'SE6 4RU', easting: 537600, northing: 173900},
    familyTime: [{location: {postcode: null, easting: 1, northing: 2}}],
  })
  const asRead = {...CHILD, reference: 'LCS-3', home: {postcode: null, easting: 5, northing: 6}}
  expect(await given(service, 'createChild', {body: asRead})).toMatchObject({home: asRead.home})
  const unknown = {...CHILD, reference: 'LCS-2', home: {postcode: 'ZZ9 9ZZ', easting: 3, northing: 4}}
  expect(await given(service, 'createChild', {body: unknown})).toMatchObject({
    home: {postcode: 'ZZ9 9ZZ', easting: 3, northing: 4},
  })
})
