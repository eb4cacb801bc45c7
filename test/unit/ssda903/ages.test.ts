import {describe, expect, it} from 'vitest'
import {brokenBy, check, type Golden, header} from './returns.ts'

describe('ages, of a child born on 10 May 2010', () => {
  it.each<Golden>([
    [
      '352',
      'care starts before 18',
      [{RNE: 'S', DECOM: '10/05/2028'}],
      [
        {RNE: 'S', DECOM: '09/05/2028'},
        {RNE: 'P', DECOM: '10/05/2028'},
      ],
    ],
    [
      '358',
      'no court under 10',
      [
        {LS: 'J1', DECOM: '09/05/2020'},
        {LS: 'J3', DECOM: '09/05/2020'},
      ],
      [
        {LS: 'J2', DECOM: '10/05/2020'},
        {LS: 'C2', DECOM: '09/05/2020'},
      ],
    ],
    [
      '372',
      'no young offenders under 10',
      [{PLACE: 'R5', DECOM: '09/05/2020'}],
      [{PLACE: 'R5', DECOM: '10/05/2020'}],
    ],
    [
      '373',
      'no residential school under 4',
      [{PLACE: 'S1', DECOM: '09/05/2014'}],
      [{PLACE: 'S1', DECOM: '10/05/2014'}],
    ],
    [
      '374',
      'no employment under 14, though the episode is open',
      [{PLACE: 'P3', DECOM: '09/05/2024'}],
      [{PLACE: 'P3', DECOM: '10/05/2024'}],
    ],
    [
      '386',
      'adoption before 18',
      [{REC: 'E12', DEC: '10/05/2028'}],
      [{REC: 'E12', DEC: '09/05/2028'}, {REC: 'E12'}],
    ],
    [
      '387',
      'independence from 14',
      [
        {REC: 'E5', DEC: '09/05/2024'},
        {REC: 'E6', DEC: '09/05/2024'},
      ],
      [{REC: 'E5', DEC: '10/05/2024'}, {REC: 'E5'}],
    ],
    ['389', 'adult services from 16', [{REC: 'E7', DEC: '09/05/2026'}], [{REC: 'E7', DEC: '10/05/2026'}]],
    ['460', 'Staying Put from 18', [{REC: 'E17', DEC: '09/05/2028'}], [{REC: 'E17', DEC: '10/05/2028'}]],
    [
      '234',
      'no custody under 10, on the day of the move',
      [
        {REASON_PLACE_CHANGE: 'CUSTOD', DECOM: '01/05/2020', DEC: '09/05/2020'},
        {REASON_PLACE_CHANGE: 'CUSTOD', DECOM: '09/05/2020'},
      ],
      [
        {REASON_PLACE_CHANGE: 'CUSTOD', DECOM: '01/05/2020', DEC: '10/05/2020'},
        {REASON_PLACE_CHANGE: 'OTHER', DECOM: '01/05/2020'},
      ],
    ],
  ])('%s: %s', check)

  it('a birthday on 29 February is on 1 March in other years', () => {
    const Header = [header({DOB: '29/02/2008'})]
    const Episodes = [
      {RNE: 'S', DECOM: '28/02/2026'},
      {RNE: 'S', DECOM: '01/03/2026'},
    ]
    expect(brokenBy('352', {Header, Episodes})).toEqual([2])
  })

  it('nothing is said of an age that nobody knows', () => {
    const Header = [header({DOB: null})]
    expect(brokenBy('352', {Header, Episodes: [{RNE: 'S', DECOM: '28/02/2026'}]})).toEqual([])
  })
})
