import {describe, expect, it} from 'vitest'
import {findingsOf} from '../../../domain/ssda903/findings.ts'
import {contextOf, findingsFor, header, returnOf, type Tables} from './returns.ts'

const rows = (rule: string, tables: Tables, more = {}) =>
  findingsFor(rule, tables, more).map(({table, row}) => `${table} ${row}`)

describe('the Header', () => {
  it('INT03 wants a row there for everybody with an episode', () => {
    const Episodes = [{DECOM: '01/06/2025'}, {DECOM: '02/06/2025'}]
    expect(rows('INT03', {Header: [], Episodes})).toEqual(['Episodes 1', 'Episodes 2'])
    expect(rows('INT03', {Header: [header()], Episodes})).toEqual([])
  })

  it('INT03 asks nothing while there is no Header at all', () => {
    expect(rows('INT03', {Episodes: [{}]})).toEqual([])
  })

  it('INT32 wants one row for each child', () => {
    expect(rows('INT32', {Header: [header(), header()]})).toEqual(['Header 1', 'Header 2'])
    expect(rows('INT32', {Header: [header()]})).toEqual([])
  })

  it('102, 301 and 351 want a date of birth that can be', () => {
    const Header = [null, '31/02/2010', '01/04/2026', '31/03/2026', '31/03/2000', '01/04/2000'].map(DOB =>
      header({DOB}),
    )
    expect(rows('102', {Header})).toEqual(['Header 1', 'Header 2'])
    expect(rows('301', {Header})).toEqual(['Header 3'])
    expect(rows('351', {Header})).toEqual(['Header 5'])
  })

  it('168 takes a UPN or the reason why there is none', () => {
    const right = ['A123456789012', 'H12345678901B', 'UN1', 'UN5', null]
    const wrong = ['I123456789012', 'A12345678901', 'A1234567890123', 'UN6', 'UN', 'a123456789012', '']
    const Header = [...right, ...wrong].map(UPN => header({UPN}))
    expect(rows('168', {Header})).toEqual(wrong.map((_, i) => `Header ${right.length + i + 1}`))
  })

  it('444 wants a UPN to be one child’s, and does not mind unknown ones', () => {
    const Header = ['A123456789012', 'UN1', null, 'B123456789012'].map(UPN => header({UPN}))
    const upnTwice = (upn: string) => upn !== 'B123456789012'
    expect(rows('444', {Header}, {upnTwice})).toEqual(['Header 1'])
  })

  it('302 names the first episode and the Header, when care starts before birth', () => {
    const tables = {Header: [header()], Episodes: [{DECOM: '09/05/2010'}, {DECOM: '08/05/2010'}]}
    expect(rows('302', tables)).toEqual(['Header 1', 'Episodes 2'])
    expect(rows('302', {...tables, Episodes: [{DECOM: '10/05/2010'}]})).toEqual([])
  })

  it('358 and 234 name the Header too', () => {
    const Episodes = [{LS: 'J1', DECOM: '09/05/2020', REASON_PLACE_CHANGE: 'CUSTOD'}]
    expect(rows('358', {Header: [header()], Episodes})).toEqual(['Header 1', 'Episodes 1'])
    expect(rows('234', {Header: [header()], Episodes})).toEqual(['Header 1', 'Episodes 1'])
  })
})

describe('unaccompanied asylum-seeking children', () => {
  const Episodes = [{LS: 'C2', PL_DISTANCE: '1000'}]
  const uasc = {Header: [header({UASC: '1'})], Episodes}
  const other = {Header: [header({UASC: '0'})], Episodes}

  it('406 wants no distance, 164 and 392b ask for none', () => {
    expect(rows('406', uasc)).toEqual(['Episodes 1'])
    expect(rows('164', uasc)).toEqual([])
    expect(rows('392b', uasc)).toEqual([])
  })

  it('of everybody else 164 wants a distance that can be, and 392b both postcodes', () => {
    expect(rows('406', other)).toEqual([])
    expect(rows('164', other)).toEqual(['Episodes 1'])
    expect(rows('392b', other)).toEqual(['Episodes 1'])
    const HOME_POST = 'SE6 4RU'
    const right = [
      {LS: 'C2', HOME_POST, PL_POST: HOME_POST, PL_DISTANCE: '999.9'},
      {LS: 'V3', PL_DISTANCE: null},
    ]
    expect(rows('392b', {...other, Episodes: right})).toEqual([])
    expect(rows('164', {...other, Episodes: right})).toEqual([])
    expect(rows('164', {...other, Episodes: [{PL_DISTANCE: '-0.1'}, {PL_DISTANCE: 'FAR'}]})).toHaveLength(2)
  })

  it('who was one last year counts as one', () => {
    const lastYear = returnOf({UASC: [{DOB: '10/05/2010'}]})
    expect(rows('406', other, {lastYear})).toEqual(['Episodes 1'])
    expect(rows('392b', other, {lastYear})).toEqual([])
  })

  it('nothing is said while nobody has derived who is one', () => {
    const tables = {Header: [header()], Episodes}
    expect([...rows('406', tables), ...rows('164', tables), ...rows('392b', tables)]).toEqual([])
  })

  it('304 ends the status by the 18th birthday', () => {
    const UASC = ['10/05/2028', '11/05/2028', null].map(DUC => ({DOB: '10/05/2010', DUC}))
    expect(rows('304', {UASC})).toEqual(['UASC 2'])
  })
})

describe('rows that name no child', () => {
  it('are not compared with each other, and have no Header', () => {
    const row = {DECOM: '01/06/2025', RNE: 'P', LS: 'V3'}
    const nobody = returnOf({Header: [header(), header()], Episodes: [row, {...row, LS: 'V4'}]}, null)
    const found = findingsOf(nobody, contextOf(2026)).map(({rule}) => rule)
    expect(found.filter(rule => ['INT32', '142', '501', '433', '426', '435'].includes(rule))).toEqual([])
    expect(found.filter(rule => rule === 'INT03')).toHaveLength(2)
  })
})
