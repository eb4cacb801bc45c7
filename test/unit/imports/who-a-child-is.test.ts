import {expect, test} from 'vitest'
import {importing, rowsOf} from '../../support/importing.ts'

const HEADINGS = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'
const header = (...rows: readonly string[]) => ({'header.csv': [HEADINGS, ...rows, ''].join('\n')})
const GOOD = 'LCS-1,M,02/06/2014,BAFR,UN3,,'
const BAD = 'LCS-1,M,31/02/2014,BAFR,UN3,,'
const EPISODES = {
  'episodes.csv': `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
LCS-1,04/05/2025,S,C2,N1,U6,PR1,,,,SE6 4RU,SE23 3HN,SC040000
`,
}

const countOn = async (at: ReturnType<typeof importing>) => {
  const {indicators} = await at.given<{indicators: {id: string; numerator: number}[]}>('getSufficiency', {
    query: {asAt: '2026-03-31'},
  })
  return indicators.find(({id}) => id === 'children-looked-after')!.numerator
}

test('episodes of a child whose row of Header is kept aside are kept aside too, until it is corrected', async () => {
  const at = importing()
  const first = await at.load(2026, {...header(BAD), ...EPISODES})
  const found = await at.findings(first.id)
  expect(found.filter(({severity}) => severity === 'E').map(({about, rule}) => `${about} ${rule}`)).toEqual(
    expect.arrayContaining(['Header 102', 'Episodes no-header']),
  )
  expect(first.tables).toMatchObject([{quarantined: 1}, {quarantined: 1, loaded: 0}])
  const second = await at.load(2026, {...header(GOOD), ...EPISODES})
  expect(second.tables).toMatchObject([{loaded: 1}, {loaded: 1, quarantined: 0}])
  expect(await countOn(at)).toBe(1)
})

test('episodes without any Header wait aside for it', async () => {
  const at = importing()
  const {tables, id} = await at.load(2026, EPISODES)
  expect(tables).toMatchObject([{read: 1, quarantined: 1}])
  expect((await at.findings(id)).map(({rule}) => rule)).toContain('no-header')
  await at.load(2026, header(GOOD))
  expect((await at.load(2026, EPISODES)).tables).toMatchObject([{loaded: 1}])
  expect(rowsOf(await at.exported(2026))).toHaveLength(1)
})

test('episodes of a child who is recorded in Hearth need no Header', async () => {
  const at = importing()
  const child = {reference: 'LCS-1', dob: '2014-06-02', sex: 'M'}
  await at.given('createChild', {body: child})
  expect((await at.load(2026, EPISODES)).tables).toMatchObject([{loaded: 1, quarantined: 0}])
  expect(await countOn(at)).toBe(1)
})

test('a row of Header that is wrong now takes away nothing that was held', async () => {
  const at = importing()
  await at.load(2026, {...header(GOOD), ...EPISODES})
  const again = await at.load(2026, header(BAD))
  expect(again.tables).toMatchObject([{quarantined: 1, withdrawn: 0}])
  expect(await countOn(at)).toBe(1)
})
