import {expect, test} from 'vitest'
import type {ReferralId, ShortlistId} from '../../../domain/ids.ts'
import type {Shortlisted} from '../../../domain/matching/shortlist.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {
  listShortlists,
  loadExcluded,
  loadShortlist,
  loadShortlistInputs,
  type ShortlistRecord,
  saveShortlist,
} from '../../../functions/store/shortlists.ts'
import {EVENT, storedIn} from '../../../functions/store/stored.ts'
import {loadSupplySnapshot, saveSupply} from '../../../functions/store/supply.ts'
import {
  aHome,
  aHousehold,
  aMatchInput,
  BROMLEY,
  householdId,
  LEWISHAM,
  placementsOf,
} from '../../support/matching.ts'
import {AT, commit, FIRST_PAGE, refusalOf} from './records.ts'

const excluded = [
  {householdId: householdId('x'), group: 'ifa', breaches: [{rule: 'H2', words: 'no place', source: 'terms'}]},
] as const
const shortlisted: Shortlisted = {
  answer: {
    options: [],
    splits: [],
    nearlyPossible: [],
    counts: {considered: 1, options: 0, excluded: 1, byRule: {H2: 1}},
    searchNext: ['ifa-offers'],
    eachChild: [],
  },
  excluded,
}
const {supply: _, ...inputs} = aMatchInput()
const record = (id: string, at = AT): ShortlistRecord => ({
  id: id as ShortlistId,
  referralId: inputs.referral.id,
  referralVersion: 2,
  at,
  by: 'officer-1',
  policy: {version: 3, order: 'in-house-first'},
  supply: {fingerprint: 'f'.repeat(64), households: 1},
  inputs,
  shortlisted,
})

test('a shortlist is read again as it was given', async () => {
  const table = memoryTable()
  await commit(table, saveShortlist(LEWISHAM, record('s1'), AT))
  const {inputs: __, shortlisted: ___, ...head} = record('s1')
  expect(await loadShortlist(table, LEWISHAM, 's1' as ShortlistId)).toEqual({
    value: {...head, ...shortlisted.answer},
    version: 1,
    createdAt: AT,
    updatedAt: AT,
  })
  expect(await loadExcluded(table, LEWISHAM, 's1' as ShortlistId)).toEqual(excluded)
  expect(await loadShortlistInputs(table, LEWISHAM, 's1' as ShortlistId)).toEqual(inputs)
})

test('another authority finds nothing of it', async () => {
  const table = memoryTable()
  await commit(table, saveShortlist(LEWISHAM, record('s1'), AT))
  for (const load of [loadShortlist, loadExcluded, loadShortlistInputs])
    expect(await load(table, BROMLEY, 's1' as ShortlistId)).toBeNull()
  expect((await listShortlists(table, BROMLEY, inputs.referral.id, FIRST_PAGE)).items).toEqual([])
})

test('a shortlist is made once and never written over', async () => {
  const table = memoryTable()
  await commit(table, saveShortlist(LEWISHAM, record('s1'), AT))
  expect(await refusalOf(table, saveShortlist(LEWISHAM, record('s1'), AT))).toEqual({
    kind: 'already-exists',
    record: 'shortlist',
  })
})

test("a referral's shortlists are listed in the order of their making, with their counts", async () => {
  const table = memoryTable()
  await commit(
    table,
    saveShortlist(LEWISHAM, record('second', '2026-11-24T08:00:00.000Z'), AT),
    saveShortlist(LEWISHAM, record('first'), AT),
    saveShortlist(LEWISHAM, {...record('of another'), referralId: 'r9' as ReferralId}, AT),
  )
  const {items} = await listShortlists(table, LEWISHAM, inputs.referral.id, FIRST_PAGE)
  expect(items.map(({value}) => [value.id, value.counts.excluded])).toEqual([
    ['first', 1],
    ['second', 1],
  ])
})

test('an answer of many megabytes is kept in pieces and put together again', async () => {
  const table = memoryTable()
  // Words that do not compress: the pieces are counted after compression.
  const words = (n: number) =>
    Array.from({length: 12}, (__, k) => Math.sin(n * 12 + k + 1).toString(36)).join('')
  const many = Array.from({length: 6000}, (__, n) => ({
    householdId: householdId(`h${n}`),
    group: 'ifa' as const,
    breaches: [{rule: 'H2' as const, words: words(n), source: 'terms'}],
  }))
  const writes = saveShortlist(
    LEWISHAM,
    {...record('large'), shortlisted: {...shortlisted, excluded: many}},
    AT,
  )
  const pieces = writes.filter(({key}) => key.sk.startsWith('excluded#'))
  expect(pieces.length).toBeGreaterThan(1)
  for (const {put} of pieces) expect((put!['bytes'] as Uint8Array).length).toBeLessThanOrEqual(350_000)
  await commit(table, writes)
  expect(await loadExcluded(table, LEWISHAM, 'large' as ShortlistId)).toEqual(many)
})

test('making a shortlist is an event that names what it was made from, and no child', async () => {
  const table = memoryTable()
  await commit(table, saveShortlist(LEWISHAM, record('s1'), AT))
  const [event] = await table.queryAll({pk: `${LEWISHAM}#events#shortlist#s1`})
  expect(storedIn(EVENT, event!).value).toMatchObject({
    type: 'hearth.shortlist-made.v1',
    data: {shortlistId: 's1', referralVersion: 2, policyVersion: 3, supplyFingerprint: 'f'.repeat(64)},
  })
  expect(String(event!['value'])).not.toContain('child-1')
})

const supply = [
  aHome(aHousehold({id: householdId('b')}), placementsOf({})),
  aHome(aHousehold({id: householdId('a'), skills: ['autism', 'therapeutic']})),
]

test('the fingerprint of a supply does not depend on the order of homes or of facts', async () => {
  const table = memoryTable()
  const backwards = (value: unknown): unknown =>
    value === null || typeof value !== 'object' || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, fact]) => [key, backwards(fact)]),
        )
  const kept = await saveSupply(table, LEWISHAM, supply)
  expect(kept).toEqual({fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/), households: 2})
  expect(await saveSupply(table, LEWISHAM, supply.toReversed().map(backwards) as typeof supply)).toEqual(kept)
  const [first, second] = supply as [(typeof supply)[0], (typeof supply)[0]]
  const oneSkillLess = {...second, household: {...second.household, skills: ['autism']}}
  expect((await saveSupply(table, LEWISHAM, [first, oneSkillLess])).fingerprint).not.toBe(kept.fingerprint)
})

test('a kept supply is read again by household id, by its own authority', async () => {
  const table = memoryTable()
  const {fingerprint} = await saveSupply(table, LEWISHAM, supply)
  expect(await loadSupplySnapshot(table, LEWISHAM, fingerprint)).toEqual(supply.toReversed())
  expect(await loadSupplySnapshot(table, BROMLEY, fingerprint)).toBeNull()
  expect(await loadSupplySnapshot(table, LEWISHAM, '0'.repeat(64))).toBeNull()
})

test('an authority without a home has a supply too', async () => {
  const table = memoryTable()
  const {fingerprint, households} = await saveSupply(table, LEWISHAM, [])
  expect(households).toBe(0)
  expect(await loadSupplySnapshot(table, LEWISHAM, fingerprint)).toEqual([])
})

test('a kept supply that was changed afterwards is not passed off as what was searched', async () => {
  const table = memoryTable()
  const [theirs, ours] = [await saveSupply(table, LEWISHAM, []), await saveSupply(table, LEWISHAM, supply)]
  const [chunk, other] = await Promise.all(
    [ours, theirs].map(({fingerprint}) =>
      table.get({pk: `${LEWISHAM}#supply#${fingerprint}`, sk: 'chunk#000'}),
    ),
  )
  const swapped = {...chunk!, bytes: other!['bytes']}
  await table.transact([
    {key: {pk: chunk!.pk, sk: chunk!.sk}, expect: 'present', put: swapped, refuse: () => 'refused'},
  ])
  await expect(loadSupplySnapshot(table, LEWISHAM, ours.fingerprint)).rejects.toThrow('damaged')
})
