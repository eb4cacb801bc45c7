import {expect, test} from 'vitest'
import {firstLook} from '../../../local/first-look.ts'

const measured = (weight: number, score: number, words: string, known = true) => ({
  weight,
  score,
  words,
  known,
})

const OPTION = {
  rank: 1,
  householdId: 'h1',
  suitability: {value: 87, low: 80, high: 90},
  distanceMiles: 1.2,
  considerations: [
    measured(5, 1, 'a carer speaks Tigrinya'),
    measured(15, 0.9, '1.2 miles from home'),
    measured(30, 0.1, 'needs: therapeutic not met'),
    measured(20, 1, 'not known', false),
    measured(10, 0.8, 'keeps the school'),
  ],
  approvals: [{rule: 'A4', role: 'nominated-officer'}],
}

const referral = (id: string, children: number) => ({
  id,
  children: Array.from({length: children}, (_, index) => `child-${index}`),
  urgency: 'planned',
  kind: 'long-term',
  neededFrom: '2026-12-01',
})

const answers: Readonly<Record<string, unknown>> = {
  'POST /v1/referrals/none/shortlists': {
    options: [],
    counts: {considered: 2, options: 0, excluded: 2, byRule: {H5: 2}},
  },
  'POST /v1/referrals/some/shortlists': {
    options: [
      OPTION,
      {...OPTION, rank: 2, householdId: 'h2', distanceMiles: null, approvals: [], considerations: []},
    ],
    counts: {considered: 312, options: 2, excluded: 310, byRule: {H2: 40, H5: 301}},
  },
  'GET /v1/households/h1': {id: 'h1', reference: 'H-100001'},
  'GET /v1/households/h2': {id: 'h2', reference: 'H-100002'},
}
const ask = async <T>(method: string, path: string): Promise<T> => answers[`${method} ${path}`] as T

test('shows the first referral that has options, its strongest known reasons, approvals and who was excluded', async () => {
  expect(await firstLook(ask, [referral('some', 2), referral('none', 1)])).toBe(`\
Shortlist for 2 children, long-term, planned, from 2026-12-01

   household  suitability  miles      strongest reasons        approvals needed
1  H-100001   87 (80-90)   1.2        1.2 miles from home      A4 nominated officer
                                      keeps the school
                                      a carer speaks Tigrinya
2  H-100002   87 (80-90)   not known                           none

2 of 312 households could take them. Excluded: 310, some by several rules:
   301  H5  no place or no bedroom on every night
    40  H2  outside the terms of approval`)
})

test('shows nothing when no referral has an option', async () => {
  expect(await firstLook(ask, [referral('none', 1)])).toBeNull()
})
