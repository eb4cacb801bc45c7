import {describe, expect, it} from 'vitest'
import type {Values} from '../../../domain/ssda903/tables.ts'
import {findingsFor, returnOf} from './returns.ts'

const order = (DOLO_START: string | null, DOLO_END: string | null = null, DOB = '10/05/2010'): Values => ({
  DOLO_START,
  DOLO_END,
  DOB,
})

const found = (rule: string, DoLo: readonly Values[], Episodes: readonly Values[] = [], more = {}) =>
  findingsFor(rule, {DoLo, Episodes}, {year: 2027, ...more}).map(({table, row}) => `${table} ${row}`)

describe('deprivation of liberty orders', () => {
  it('700 and 701 want dates that exist', () => {
    const orders = [order(null), order('31/06/2026'), order('01/06/2026', 'SOON'), order('01/06/2026')]
    expect(found('700', orders)).toEqual(['DoLo 1', 'DoLo 2'])
    expect(found('701', orders)).toEqual(['DoLo 3'])
  })

  it('702 wants them in order, 703 and 704 in the year, 708 after birth', () => {
    expect(found('702', [order('02/06/2026', '02/06/2026'), order('01/06/2026', '02/06/2026')])).toEqual([
      'DoLo 1',
    ])
    expect(found('703', [order('01/04/2027'), order('31/03/2027')])).toEqual(['DoLo 1'])
    const ends = ['31/03/2026', '01/04/2026', '31/03/2027', '01/04/2027']
    expect(
      found(
        '704',
        ends.map(end => order('01/01/2026', end)),
      ),
    ).toEqual(['DoLo 1', 'DoLo 4'])
    expect(found('708', [order('10/05/2010'), order('11/05/2010')])).toEqual(['DoLo 1'])
  })

  it('705 wants one to end before the next starts', () => {
    const first = order('01/06/2026', '05/06/2026')
    expect(found('705', [first, order('04/06/2026', '09/06/2026')])).toEqual(['DoLo 2'])
    expect(found('705', [first, order('05/06/2026', '09/06/2026')])).toEqual([])
    expect(found('705', [order('01/06/2026'), order('05/06/2026')])).toEqual(['DoLo 2'])
  })

  it('706 names last year’s open order that this year’s return has lost', () => {
    const lastYear = returnOf({DoLo: [order('01/01/2026', '01/02/2026'), order('01/03/2026')]})
    const lost = findingsFor('706', {DoLo: [order('01/06/2026')]}, {year: 2027, lastYear})
    expect(lost).toMatchObject([{table: 'DoLo', row: 2, isLastYear: true}])
    expect(found('706', [order('01/03/2026', '01/06/2026')], [], {lastYear})).toEqual([])
    expect(findingsFor('706', {}, {year: 2027, lastYear})).toEqual([])
  })

  it('707 wants an order to end in care, and to be open only while care is', () => {
    const care = [
      {DECOM: '01/06/2026', DEC: '05/06/2026'},
      {DECOM: '05/06/2026', DEC: '09/06/2026'},
      {DECOM: '01/09/2026', DEC: null},
    ]
    const orders = [
      order('02/06/2026', '09/06/2026'),
      order('02/06/2026', '10/06/2026'),
      order('02/06/2026'),
      order('02/09/2026'),
    ]
    expect(found('707', orders, care)).toEqual(['DoLo 2', 'DoLo 3'])
    expect(found('707', orders, [])).toEqual([])
    expect(found('707', orders, care.slice(0, 1))).toEqual(['DoLo 1', 'DoLo 2', 'DoLo 3', 'DoLo 4'])
    expect(found('707', [order('01/09/2026'), order('01/06/2026', '07/06/2026')], care)).toEqual([])
  })

  it('709 and 710 look at the placements while an order runs', () => {
    const during = (PLACE: string) => ({DECOM: '01/06/2026', DEC: '05/06/2026', PLACE})
    const orders = [order('05/06/2026', '09/06/2026'), order('06/06/2026', '09/06/2026'), order('02/06/2026')]
    expect(found('709', orders, [during('U4'), during('Z12')])).toEqual(['Episodes 1', 'DoLo 1'])
    expect(found('709', orders, [during('K2'), during('Z13')])).toEqual([])
    for (const place of ['K1', 'P1', 'R5', 'K3'])
      expect(found('710', orders, [during(place), during('K2')]), place).toEqual(['Episodes 1', 'DoLo 1'])
    expect(found('710', orders, [during('U4')])).toEqual([])
    expect(found('710', orders, [{...during('K1'), DECOM: '10/06/2026', DEC: null}])).toEqual([])
  })
})
