import type {Child} from '../../../domain/child/child.ts'
import type {ReferralId, ShortlistId} from '../../../domain/ids.ts'
import type {Home, Option, Shortlisted} from '../../../domain/matching/shortlist.ts'
import {CONSIDERATIONS} from '../../../domain/matching/shortlist.ts'
import {
  aChild,
  aHome,
  aHousehold,
  anOccupancy,
  anOccupant,
  CATFORD,
  childId,
  eastOf,
  householdId,
  siblingGroupId,
} from '../../support/matching.ts'

/** Ids of the form and length that Hearth gives. */
export const uuid = (n: number) => `0198f3a2-7c10-7d4e-9b1a-${String(n).padStart(12, '0')}`

/** A borough's supply: every fact known, three in five homes with a child. */
export const borough = (homes: number): readonly Home[] =>
  Array.from({length: homes}, (_, n) => {
    const household = aHousehold({
      id: householdId(uuid(n)),
      reference: `H-${n}`,
      home: eastOf(CATFORD, n / 10),
      members: [
        {relationship: 'carer', dob: '1977-04-02', sex: 'F'},
        {relationship: 'carer', dob: '1975-11-20', sex: 'M'},
        {relationship: 'own-child', dob: '2012-08-15', sex: 'F'},
      ],
      ethnicities: ['WBRI', 'BCRB'],
      religions: ['christian'],
      supportsReligions: ['muslim'],
      languages: ['en', 'so'],
      skills: ['therapeutic', 'autism', 'trauma'],
      pets: [],
      smoking: false,
      accessible: false,
      exclusions: [
        {kind: 'prefers-not', risk: 'arson', reason: 'said so at review', recordedOn: '2025-01-01'},
      ],
      weeklyCost: {marginalPenceAWeek: 52_000, fullPenceAWeek: 71_000},
    })
    const occupant = anOccupant({childId: childId(uuid(10_000 + n))})
    return aHome(household, n % 5 < 3 ? [anOccupancy({bedroomId: 'a', occupant})] : [])
  })

/** A child of whom most things are known. */
export const knownChild = (n: number): Child =>
  aChild({
    id: childId(uuid(20_000 + n)),
    reference: `C-${n}`,
    ethnicity: 'BAFR',
    religion: 'muslim',
    languages: ['so', 'en'],
    homeAuthorityId: aHousehold().authorityId,
    school: {location: CATFORD, keep: true, keyStage4: false},
    needs: [
      {need: 'trauma', level: 'essential'},
      {need: 'autism', level: 'desirable'},
    ],
    siblingGroupId: siblingGroupId('family-1'),
    familyTime: [{location: CATFORD, visitsAMonth: 4}],
    risks: [
      {risk: 'missing', level: 'low'},
      {risk: 'arson', level: 'none'},
    ],
    restrictions: [],
    preferences: {otherChildren: 'no-younger', pets: 'no-dogs'},
    wishes: [{text: 'To stay near my school and my nan.', about: 'near-school', recordedOn: '2026-11-01'}],
    legalStatus: 'C2',
    uasc: false,
  })

const option = (rank: number): Option => ({
  rank,
  householdId: householdId(uuid(rank)),
  group: 'in-house',
  suitability: {value: 90 - rank, low: 80 - rank, high: 95 - rank},
  distanceMiles: rank / 10,
  considerations: CONSIDERATIONS.map((name, n) => ({
    name,
    weight: n + 5,
    score: 0.5 + n / 100,
    known: n !== 3,
    words: `${rank / 10} miles; ${name} is met in ${n} of ${rank + n} points`,
  })),
  approvals: [],
  gaps: [{about: 'needs.autism', fit: 'partly', words: `autism is met in part by therapeutic (${rank})`}],
  costPenceAWeek: {marginal: 52_000, full: 71_000},
})

/** Ten options of 320 homes; the others break one rule or two. */
export const boroughShortlist = (homes: readonly Home[]): Shortlisted => ({
  answer: {
    options: Array.from({length: 10}, (_, n) => option(n + 1)),
    splits: [],
    nearlyPossible: [
      {
        householdId: householdId(uuid(50)),
        change: 'vacant-from',
        on: '2026-12-04',
        words: 'vacant from 4 December',
      },
    ],
    counts: {considered: homes.length, options: 10, excluded: homes.length - 10, byRule: {H2: 201, H5: 140}},
    searchNext: ['ifa-offers'],
    eachChild: [],
  },
  excluded: homes.slice(10).map(({household}, n) => ({
    householdId: household.id,
    group: 'in-house',
    breaches: [
      {
        rule: 'H2',
        words: `no place is free from 1 December: ${n % 3} of 2 are taken`,
        source: 'terms of approval',
      },
      ...(n % 2
        ? [{rule: 'H5', words: `approved for ages 0 to ${n % 12}`, source: 'SI 2011/581 reg 27'} as const]
        : []),
    ],
  })),
})

export const referralId = uuid(30_000) as ReferralId
export const shortlistId = uuid(40_000) as ShortlistId
