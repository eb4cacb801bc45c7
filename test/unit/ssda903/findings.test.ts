import {describe, expect, it} from 'vitest'
import {KNOWN_YEARS} from '../../../domain/ssda903/code-lists.ts'
import {derive} from '../../../domain/ssda903/derive.ts'
import {findingsOf} from '../../../domain/ssda903/findings.ts'
import type {Values} from '../../../domain/ssda903/tables.ts'
import {
  contextOf,
  episode,
  episodes,
  findingsFor,
  header,
  LEWISHAM,
  returnOf,
  type Tables,
} from './returns.ts'

const home = {
  ...{LS: 'C2', CIN: 'N1', PLACE: 'U4', PLACE_PROVIDER: 'PR1', URN: 'SC123456'},
  ...{HOME_POST: 'SE6 4RU', PL_POST: 'SE6 4RU', REASON_PLACE_CHANGE: null},
}
const moved = {...home, PLACE: 'K2', PLACE_PROVIDER: 'PR4', URN: 'SC654321', PL_POST: 'BR1 1AA'}
const hospital = {...home, PLACE: 'T1', PLACE_PROVIDER: null, URN: null, PL_POST: 'SE13 6LH'}

/** A collection year of one child: taken into care, placed elsewhere, in hospital, back, and in care still. */
function cleanYear(year: number): Tables {
  const inYear = (text: string, more: Values) => episode(text, more, year - 1)
  return {
    Header: [header({SEX: year < 2025 ? '2' : 'F', UPN: 'A123456789012'})],
    Episodes: [
      inYear('01/06 to 01/07 X1 S', {...home, LS: 'V2'}),
      inYear('01/07 to 01/09 X1 L', {...home, REASON_PLACE_CHANGE: 'CARPL'}),
      inYear('01/09 to 01/10 X1 P', moved),
      inYear('01/10 to 05/10 X1 P', hospital),
      inYear('05/10 to - - P', moved),
    ],
    DoLo: [],
  }
}

describe('findings', () => {
  it.each(KNOWN_YEARS)('a clean return of %i has none', year => {
    const child = derive(returnOf(cleanYear(year)), {
      authorityId: LEWISHAM,
      areaOf: () => ({grid: {easting: 537_000, northing: 173_000}, authorityId: LEWISHAM}),
    })
    const context = contextOf(year, {lastYear: returnOf({})})
    expect(findingsOf(child, context)).toEqual([])
  })

  it('say what is wrong with the values of the row and of its neighbour', () => {
    const rows = [episode('01/06 to 05/06 X1 S'), episode('04/06 to - - P')]
    expect(findingsFor('501', episodes(...rows))).toEqual([
      {
        rule: '501',
        severity: 'E',
        table: 'Episodes',
        row: 2,
        values: {DECOM: '04/06/2025'},
        words:
          'The episode starts before the previous one has ended: DECOM 04/06/2025; previous episode: DEC 05/06/2025.',
      },
    ])
  })

  it('say which value is blank, and what the Header knows', () => {
    const [found] = findingsFor('389', episodes({REC: 'E7', DEC: '01/06/2025'}))
    expect(found!.words).toBe(
      'A child under 16 does not move to adult social care (E7): DEC 01/06/2025, REC E7, DOB 10/05/2010.',
    )
    expect(findingsFor('148', episodes({REC: 'X1', DEC: null}))[0]!.words).toContain('DEC blank, REC X1')
  })

  it('say no values where the rule looks at none', () => {
    const [found] = findingsFor('INT03', {Header: [], Episodes: [{}]})
    expect(found).toMatchObject({values: {}, words: 'The child has an episode and no row in Header.'})
  })

  it('never name the child', () => {
    const child = returnOf({Header: [header({CHILD: 'SECRET'}), header({CHILD: 'SECRET'})]}, 'SECRET')
    const found = findingsOf(child, contextOf(2026))
    expect(found.length).toBeGreaterThan(0)
    expect(JSON.stringify(found)).not.toContain('SECRET')
  })

  it('stand table by table, in the order of the rows', () => {
    const child = returnOf({Episodes: [{RNE: 'X'}, {LS: 'X'}], Header: [header({SEX: 'X'})]})
    const found = findingsOf(child, contextOf(2026)).map(({table, row}) => `${table} ${row}`)
    expect([...new Set(found)]).toEqual(['Header 1', 'Episodes 1', 'Episodes 2'])
  })
})
