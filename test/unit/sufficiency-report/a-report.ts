import type {ReferralId} from '../../../domain/ids.ts'
import type {Facts} from '../../../domain/sufficiency/facts.ts'
import type {ChildHistory} from '../../../domain/sufficiency/history.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import type {Audience, Cell, Report} from '../../../domain/sufficiency/report-tables/table.ts'
import {reportOf} from '../../../domain/sufficiency/report-tables.ts'
import {makeBorough} from '../../../sample/borough.ts'
import {LEWISHAM} from '../../support/matching.ts'
import {aHistory, CENSUS_DAY, factsOf, inARow} from '../sufficiency/a-history.ts'

const turn = <Value>(values: readonly Value[], n: number): Value => values[n % values.length]!

/** Sixty children, no two alike, so that every column has something to count. */
const histories = (): readonly ChildHistory[] =>
  Array.from({length: 60}, (_, n) => {
    const facts = {
      legalStatus: turn(['C2', 'C1', 'V2', 'C2', 'E1', null] as const, n),
      need: turn(['N1', 'N1', 'N5', 'N8', null] as const, n),
      ...turn(
        [
          {place: 'U6', provider: 'PR1'},
          {place: 'U6', provider: 'PR4'},
          {place: 'U1', provider: 'PR1'},
          {place: 'K2', provider: 'PR4'},
          {place: 'P1', provider: 'PR0'},
          {place: 'U4', provider: 'PR5'},
          {place: 'U6', provider: null},
        ] as const,
        n,
      ),
      placementAuthority: turn([LEWISHAM, 'E09000011', LEWISHAM, 'E10000016', 'WAL', null], n),
      distanceMiles: turn([1, 7.5, 12, 20, 20.1, null], n),
    }
    return aHistory({
      dob: turn(['2024-09-01', '2022-05-05', '2017-01-01', '2012-01-01', '2009-02-02', '2013-03-03'], n),
      sex: turn(['F', 'M', 'M'] as const, n),
      ethnicity: turn(['WBRI', 'BAFR', 'MWBC', 'ABAN', null] as const, n),
      uasc: n % 9 === 0,
      siblingGroupId: n % 4 === 0 ? `family-${Math.floor(n / 8)}` : null,
      sdq: [{year: 2025, score: turn([12, 15, 20, null], n)}],
      episodes:
        n % 7 === 0
          ? inARow(
              {from: '2024-05-01', ...facts},
              {from: '2024-08-01', ...facts, placementPostcode: 'E1 6AN'},
              {from: '2024-12-01', ...facts, placementPostcode: 'BR1 1AA'},
            )
          : inARow({from: turn(['2020-01-01', '2022-06-01', '2024-10-10'], n), ...facts}),
    })
  })

const left = (): readonly ChildHistory[] =>
  (['E11', 'E4A', 'E4A', 'E45', 'E17', 'E8', null] as const).map(ceased =>
    aHistory({episodes: inARow({from: '2023-01-01', until: '2024-11-11', ceased})}),
  )

export const someFacts = (facts: Partial<Facts> = {}): Facts => {
  const those = histories()
  return factsOf({
    histories: [...those, ...left()],
    homes: makeBorough({seed: 5, children: 60, today: CENSUS_DAY}).homes,
    referrals: Array.from({length: 9}, (_, n) => ({
      id: `referral-${n}` as ReferralId,
      opened: '2025-03-01',
      placed: n % 3 === 0 ? '2025-03-11' : null,
      withdrawn: n % 3 === 1 ? '2025-03-20' : null,
      refusals: [{on: '2025-03-05', reason: turn(['no-vacancy', 'mix', 'no-vacancy'] as const, n)}],
    })),
    costs: those.slice(0, 55).map(({reference}, n) => ({
      reference,
      weeklyPence: turn([52_325, 98_015, 1_234_567], n),
      from: '2024-04-01',
      until: null,
      provision: null,
    })),
    ...facts,
  })
}

export const aReport = (audience: Audience = 'in-role', facts: Facts = someFacts()): Report =>
  reportOf(prepare(facts), CENSUS_DAY, audience)

export const tableOf = ({tables}: Report, id: string) => {
  const table = tables.find(each => each.id === id)
  if (table === undefined) throw new Error(`no table ${id}`)
  return table
}

export function cellOf(report: Report, id: string, row: string, column: string): Cell {
  const {columns, rows} = tableOf(report, id)
  const found = rows.find(([name]) => name === row)
  const at = columns.findIndex(each => each.id === column)
  if (found === undefined || at === -1) throw new Error(`no ${row} by ${column} in ${id}`)
  return found[at]!
}
