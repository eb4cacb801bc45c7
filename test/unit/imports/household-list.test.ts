import {describe, expect, test} from 'vitest'
import {householdList} from '../../../sample/return/household-list.ts'
import {carers} from '../../support/household-lists.ts'
import {borough, coreOf, importing, rowsOf} from '../../support/importing.ts'

const [heads, ...everyRow] = householdList(borough).trimEnd().split('\n')
/** A home of connected persons is for children who must be recorded first. */
const rows = everyRow.filter(row => !row.includes(',connected-person,'))
const POSTCODE = borough.postcodes[0]!.postcode
const list = (...lines: readonly string[]) => ({'households.csv': `${[heads, ...lines].join('\n')}\n`})
interface Listed {
  readonly items: readonly {readonly id: string; readonly version: number; readonly reference: string}[]
}
const all = (at: ReturnType<typeof importing>) => at.given<Listed>('listHouseholds', {query: {limit: '200'}})

describe('a household list', () => {
  test('records every household that it can tell of, and changes nothing when it comes again', async () => {
    const at = importing()
    const done = await at.load(2027, list(...rows))
    expect(done.tables).toMatchObject([
      {table: 'Households', read: rows.length, loaded: rows.length, quarantined: 0},
    ])
    const {items} = await all(at)
    expect(items.map(({reference}) => reference).toSorted()).toEqual(
      rows.map(row => row.split(',')[0]).toSorted(),
    )
    const again = await at.load(2027, list(...rows))
    expect(again.tables).toMatchObject([{loaded: 0, unchanged: rows.length}])
    expect(await all(at)).toEqual({items, next: null})
  })

  test('changes a household that it tells otherwise of, and leaves what it has no column for', async () => {
    const at = importing()
    await at.load(2027, list(carers()))
    const {
      items: [made],
    } = (await all(at)) as {items: [Listed['items'][0] & Record<string, unknown>]}
    const {id, version, createdAt, updatedAt, changedBy, ...facts} = made as Record<string, unknown> &
      typeof made
    await at.given('changeHousehold', {
      params: {householdId: id},
      headers: {'if-match': `"${version}"`},
      body: {...facts, languages: ['so'], smoking: false},
    })
    const done = await at.load(2027, list(carers({PLACES: '1', BEDROOMS: '3'})))
    expect(done.tables).toMatchObject([{loaded: 1, unchanged: 0}])
    expect(await at.given('getHousehold', {params: {householdId: id}})).toMatchObject({
      version: 3,
      languages: ['so'],
      smoking: false,
      approval: {terms: {places: 1}},
      bedrooms: [{id: 'bedroom-1'}, {id: 'bedroom-2'}, {id: 'bedroom-3'}],
    })
    const audit = await at.given<{items: {what: string; by: string}[]}>('listAudit', {
      query: {record: `household/${id}`},
      claims: {authority: 'E09000023', sub: 'auditor', roles: '[auditor]', scope: ''},
    })
    expect(audit.items.filter(({what}) => what === 'import')).toHaveLength(2)
  })

  test('names the children for whom connected persons are approved, and leaves them as they are when it names none', async () => {
    const at = importing()
    const {id} = await at.given<{id: string}>('createChild', {
      body: {reference: 'LCS-1', dob: '2016-05-04', sex: 'F', home: {postcode: POSTCODE}},
    })
    const facts = {KIND: 'connected-person', CHILDREN: 'LCS-1'}
    expect((await at.load(2027, list(carers(facts)))).tables).toMatchObject([{loaded: 1}])
    const named = {approval: {terms: {namedChildren: [id]}}}
    expect((await all(at)).items).toMatchObject([named])
    const blank = list(carers({...facts, CHILDREN: '', PLACES: '1'}))
    expect((await at.load(2027, blank)).tables).toMatchObject([{loaded: 1}])
    expect((await all(at)).items).toMatchObject([named])
  })

  test('is found by the next shortlist', async () => {
    const at = importing()
    await at.load(2027, list(carers()))
    const child = await at.given<{id: string}>('createChild', {
      body: {reference: 'LCS-1', dob: '2016-05-04', sex: 'F', home: {postcode: POSTCODE}},
    })
    const body = {
      children: [child.id],
      urgency: 'planned',
      kind: 'short-term',
      neededFrom: '2026-12-01',
      siblings: 'together',
    }
    const {id: referralId} = await at.given<{id: string}>('openReferral', {body})
    const {options} = await at.given<{options: object[]}>('makeShortlist', {params: {referralId}, body: {}})
    expect(options).toMatchObject([{householdId: (await all(at)).items[0]!.id}])
  })

  test.each([
    [{KIND: 'castle'}, 'KIND'],
    [{SCHEME: 'best'}, 'SCHEME'],
    [{PROVIDER: 'charity'}, 'PROVIDER'],
    [{POSTCODE: 'ZZ99 9ZZ'}, 'POSTCODE'],
    [{PLACES: 'two'}, 'PLACES'],
    [{AGE_TO: '4'}, 'AGE_TO'],
    [{SEXES: 'all'}, 'SEXES'],
    [{STAYS: 'any'}, 'STAYS'],
    [{BEDROOMS: ''}, 'BEDROOMS'],
    [{STATE: 'closed'}, 'STATE'],
    [{KIND: 'connected-person'}, 'CHILDREN'],
    [{CHILDREN: 'LCS-9'}, 'CHILDREN'],
    [{APPROVED_FROM: '31/02/2024'}, 'APPROVED_FROM'],
    [{APPROVED_UNTIL: '01/05/2023'}, 'APPROVED_UNTIL'],
    [{REFERENCE: ''}, 'REFERENCE'],
  ])('quarantines %o and names the column, while the others are loaded', async (facts, column) => {
    const at = importing()
    const done = await at.load(2027, list(carers({REFERENCE: 'FC-2'}), carers(facts)))
    expect(done.tables).toMatchObject([{read: 2, loaded: 1, quarantined: 1}])
    const found = await at.findings(done.id)
    expect(found).toMatchObject([
      {severity: 'E', rule: 'household', about: 'Households', row: 2, file: 'households.csv'},
    ])
    expect(found[0]!.words.split('; ').map(words => words.split(' ')[0])).toContain(column)
    expect(found[0]!.values).toMatchObject(
      Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value || null])),
    )
  })

  test('takes the first row of a household that stands in it twice', async () => {
    const at = importing()
    const done = await at.load(2027, list(carers(), carers({PLACES: '1'})))
    expect(done.tables).toMatchObject([{read: 2, loaded: 1, quarantined: 1}])
    expect(await at.findings(done.id)).toMatchObject([
      {row: 2, words: 'REFERENCE stands in a row before this one'},
    ])
  })

  test('counts a row of another length with those that are kept aside', async () => {
    const at = importing()
    const done = await at.load(2027, list(carers(), 'FC-9,fostering'))
    expect(done.tables).toMatchObject([{read: 2, loaded: 1, quarantined: 1}])
    expect(await at.findings(done.id)).toMatchObject([
      {
        rule: 'malformed',
        about: 'Households',
        row: 2,
        words: 'The row has 2 values where the table has 16 columns.',
      },
    ])
  })
})

test('a list, a return and a cost extract may come together', async () => {
  const at = importing()
  const [child] = rowsOf(coreOf(2026)['episodes.csv']!)[0]!.split(',')
  const costs = `CHILD,PROVIDER,WEEKLY_PENCE,FROM,TO\n${child},SC1,98000,01/04/2025,\n${child},SC1,dear,01/04/2025,\n`
  const files = {...coreOf(2026), ...list(...rows), 'costs.csv': costs}
  const done = await at.load(2026, files)
  expect(done.tables.map(({table, loaded, quarantined}) => [table, loaded, quarantined])).toEqual([
    ['Header', rowsOf(coreOf(2026)['header.csv']!).length, 0],
    ['Episodes', rowsOf(coreOf(2026)['episodes.csv']!).length, 0],
    ['Households', rows.length, 0],
    ['Costs', 1, 1],
  ])
  const wrong = (await at.findings(done.id)).filter(({severity}) => severity === 'E')
  expect(wrong).toMatchObject([{rule: 'cost', about: 'Costs', row: 2, file: 'costs.csv'}])
  const again = await at.load(2026, files)
  expect(again.tables.reduce((sum, {loaded}) => sum + loaded, 0)).toBe(0)
})
