import {describe, expect, test} from 'vitest'
import {coreOf, importing, rowsOf} from '../../support/importing.ts'

const HOME = {easting: 537_600, northing: 173_900}
const HOUSEHOLD = {
  reference: 'FC-1',
  kind: 'fostering',
  provider: {type: 'in-house'},
  approval: {
    from: '2022-01-10',
    terms: {places: 2, ages: {from: 0, to: 17}, sexes: ['F', 'M', 'U'], kinds: ['short-term']},
  },
  home: HOME,
  authorityId: 'E09000023',
  bedrooms: ['a', 'b'].map(id => ({id, shareable: false, groundFloor: false})),
}

type At = ReturnType<typeof importing>

/** A child who is placed in Hearth. */
async function placed(at: At, reference: string, facts: {startOn: string; dob?: string}) {
  const {startOn, dob = '2016-05-04'} = facts
  const {id: householdId} = await at.given<{id: string}>('createHousehold', {
    body: {...HOUSEHOLD, reference: `FC-${reference}`},
  })
  const {id: childId} = await at.given<{id: string}>('createChild', {
    body: {reference, dob, sex: 'F', home: HOME, legalStatus: 'C2'},
  })
  const {id: referralId} = await at.given<{id: string}>('openReferral', {
    body: {
      children: [childId],
      urgency: 'planned',
      kind: 'short-term',
      neededFrom: startOn,
      siblings: 'together',
    },
  })
  await at.given('startPlacement', {params: {referralId}, body: {householdId, startOn}})
  return childId
}

const heads = (name: string) => coreOf(2027)[name]!.split('\n')[0]!
const returned = (...episodes: readonly string[]) => ({
  'header.csv': `${heads('header.csv')}\nLCS-1,F,04/05/2016,WBRI,UN1,0,\n`,
  'episodes.csv': `${[heads('episodes.csv'), ...episodes].join('\n')}\n`,
})
const IFA = 'LCS-1,01/05/2026,S,C2,N1,U6,PR4,,,,SE6 4RU,SE23 3HN,SC040001'

describe('placements made in Hearth and episodes of a return', () => {
  test('that agree are one, and nothing is said of it', async () => {
    const at = importing()
    await placed(at, 'LCS-1', {startOn: '2026-11-01'})
    const done = await at.load(2027, returned('LCS-1,01/11/2026,S,C2,N1,U6,PR1,,,,SE6 4RU,SE23 3HN,SC040001'))
    expect(done).toMatchObject({state: 'loaded', findings: {disagreements: 0}})
    expect(rowsOf(await at.exported(2027))).toHaveLength(1)
  })

  test('that disagree are listed, and neither is written over the other', async () => {
    const at = importing()
    const childId = await placed(at, 'LCS-1', {startOn: '2026-11-01'})
    const before = await at.given<{items: object[]}>('listPlacements', {query: {childId}})
    const done = await at.load(2027, returned(IFA))
    expect(done).toMatchObject({state: 'loaded', findings: {errors: 0}})
    const found = (await at.findings(done.id)).filter(({rule}) => rule === 'timeline')
    expect(found).toHaveLength(done.findings.disagreements)
    expect(found.map(({about}) => about)).toEqual(['LCS-1 first-night', 'LCS-1 provider'])
    expect(found).toMatchObject([
      {severity: 'W', row: 0, file: null, values: {returnSays: '2026-05-01', hearthSays: '2026-11-01'}},
      {severity: 'W', values: {returnSays: 'PR4', hearthSays: 'PR1'}},
    ])
    expect(await at.given('listPlacements', {query: {childId}})).toEqual(before)
    // The nights from the day of the import on are Hearth's to tell.
    expect(rowsOf(await at.exported(2027))).toEqual([
      IFA.replace('PR4,,,', 'PR4,23/11/2026,X1,'),
      'LCS-1,23/11/2026,P,C2,N1,U6,PR1,,,,,,',
    ])
  })

  test('that disagree are listed again when the same return comes again', async () => {
    const at = importing()
    await placed(at, 'LCS-1', {startOn: '2026-11-01'})
    const first = await at.load(2027, returned(IFA))
    const again = await at.load(2027, returned(IFA))
    expect(again.findings).toEqual(first.findings)
    expect(again.tables.every(({loaded}) => loaded === 0)).toBe(true)
  })

  test('that nobody else knows of are listed as such', async () => {
    const at = importing()
    await placed(at, 'LCS-1', {startOn: '2026-11-01'})
    const ended = IFA.replace('PR4,,,', 'PR4,01/06/2026,E4A,')
    const done = await at.load(2027, returned(ended))
    const found = (await at.findings(done.id)).filter(({rule}) => rule === 'timeline')
    expect(found).toMatchObject([{about: 'LCS-1 looked-after', values: {returnSays: 'not looked after'}}])
  })
})

describe('the return written back', () => {
  test('has a child whom only Hearth knows', async () => {
    const at = importing()
    await at.load(2027, coreOf(2027))
    await placed(at, 'ONLY-HERE', {startOn: '2026-11-20'})
    const rows = rowsOf(await at.exported(2027))
    expect(rows.filter(row => row.startsWith('ONLY-HERE,20/11/2026,S,C2,'))).toHaveLength(1)
    expect(rows).toHaveLength(rowsOf(coreOf(2027)['episodes.csv']!).length + 1)
    expect(rowsOf(await at.exported(2026)).filter(row => row.startsWith('ONLY-HERE'))).toEqual([])
  })

  test.each([2025, 2026, 2027])(
    'of %i passes our own rules, and changes nothing when it is imported',
    async year => {
      const at = importing()
      await at.load(year, coreOf(year))
      const {'header.csv': header} = coreOf(year)
      const written = await at.exported(year)
      const fresh = await importing().load(year, {'header.csv': header!, 'episodes.csv': written})
      expect(fresh.findings.errors).toBe(0)
      const again = await at.load(year, {'header.csv': header!, 'episodes.csv': written})
      expect(
        again.tables.map(({loaded, withdrawn, quarantined}) => loaded + withdrawn + quarantined),
      ).toEqual([0, 0])
    },
  )
})
