import {describe, expect, it} from 'vitest'
import {check, findingsFor, type Golden, header} from './returns.ts'

describe('dates of an episode', () => {
  it.each<Golden>([
    [
      '141',
      'a start exists',
      [{DECOM: '31/06/2025'}, {DECOM: '2025-06-01'}, {DECOM: '1/6/2025'}],
      [{}, {DECOM: '29/02/2024'}],
    ],
    ['147', 'an end exists', [{DEC: '29/02/2025'}, {DEC: 'ONGOING'}], [{}, {DEC: '28/02/2025'}]],
    [
      '148',
      'an end and its reason belong together',
      [{DEC: '01/06/2025'}, {REC: 'X1'}],
      [{}, {DEC: '01/06/2025', REC: 'X1'}],
    ],
    ['354', 'no episode starts after the year', [{DECOM: '01/04/2026'}], [{DECOM: '31/03/2026'}, {}]],
    ['385', 'no episode ends after the year', [{DEC: '01/04/2026'}], [{DEC: '31/03/2026'}, {}]],
    [
      '355',
      'no episode lasts no day',
      [{DECOM: '01/06/2025', DEC: '01/06/2025'}],
      [{}, {DECOM: '01/06/2025', DEC: '02/06/2025'}],
    ],
    [
      '356',
      'no episode ends before it starts',
      [{DECOM: '02/06/2025', DEC: '01/06/2025'}],
      [{DECOM: '01/06/2025', DEC: '01/06/2025'}],
    ],
  ])('%s: %s', check)
})

describe('codes of an episode', () => {
  it.each<Golden>([
    ['143', 'reason for the new episode', [{RNE: 'X'}, {RNE: 's'}, {RNE: ''}], [{RNE: 'S'}, {RNE: null}]],
    ['144', 'legal status', [{LS: 'V1'}], [{LS: 'V3'}, {}]],
    ['145', 'category of need', [{CIN: 'N9'}], [{CIN: 'N8'}, {}]],
    ['149', 'reason for the end', [{REC: 'E4'}, {REC: 'E43'}], [{REC: 'E4A'}, {REC: 'X1'}, {}]],
    [
      '1009',
      'reason for the change',
      [{REASON_PLACE_CHANGE: 'MOVED'}],
      [{REASON_PLACE_CHANGE: 'CUSTOD'}, {}],
    ],
  ])('%s: %s', check)

  it('103 wants an ethnicity, and does not mend small letters', () => {
    const Header = ['WBRI', 'wbri', '', null].map(ETHNIC => header({ETHNIC}))
    expect(findingsFor('103', {Header}).map(({row}) => row)).toEqual([2, 3, 4])
  })
})

describe('legal status and placement', () => {
  it.each<Golden>([
    [
      '378',
      'parents and section 20 exclude each other',
      [{PLACE: 'P1', LS: 'V2'}],
      [{PLACE: 'P1', LS: 'C2'}],
    ],
    [
      '408',
      'A5 and A6 need a placement order',
      [{PLACE: 'A5', LS: 'C2'}, {PLACE: 'A6'}],
      [
        {PLACE: 'A6', LS: 'E1'},
        {PLACE: 'A4', LS: 'C2'},
      ],
    ],
    [
      '384',
      'a short break is not long-term',
      [
        {LS: 'V3', PLACE: 'U1'},
        {LS: 'V4', PLACE: 'U4'},
      ],
      [
        {LS: 'V3', PLACE: 'U6'},
        {LS: 'C2', PLACE: 'U1'},
      ],
    ],
    [
      '366',
      'a short break is a new start',
      [{LS: 'V3', RNE: 'P'}, {LS: 'V3'}],
      [
        {LS: 'V3', RNE: 'S'},
        {LS: 'V4', RNE: 'P'},
      ],
    ],
    [
      '382',
      'a short break is not temporary',
      [{LS: 'V4', PLACE: 'T1'}],
      [
        {LS: 'V4', PLACE: 'U6'},
        {LS: 'C2', PLACE: 'T1'},
      ],
    ],
    [
      '380',
      'care does not start with a temporary placement',
      [{PLACE: 'T0', RNE: 'S'}, {PLACE: 'T4', RNE: 'L'}, {PLACE: 'T1'}],
      [
        {PLACE: 'T3', RNE: 'P'},
        {PLACE: 'T3', RNE: 'B'},
      ],
    ],
    [
      '381',
      'care does not end in one',
      [{PLACE: 'T2', REC: 'E4A'}],
      [{PLACE: 'T2', REC: 'X1'}, {PLACE: 'T2'}],
    ],
    [
      '390',
      'adoption ends a placement for it',
      [{REC: 'E11', PLACE: 'U5'}, {REC: 'E12'}],
      [
        {REC: 'E12', PLACE: 'A6'},
        {REC: 'E8', PLACE: 'U5'},
      ],
    ],
    [
      '516',
      'a former foster carer fostered',
      [
        {REC: 'E45', PLACE: 'K2'},
        {REC: 'E46', PLACE: 'T1'},
      ],
      [
        {REC: 'E45', PLACE: 'U3'},
        {REC: 'E47', PLACE: 'K2'},
      ],
    ],
    [
      '233',
      'an open episode has no reason for a change',
      [{REASON_PLACE_CHANGE: 'OTHER'}],
      [{REASON_PLACE_CHANGE: 'OTHER', DEC: '01/06/2025'}, {}],
    ],
  ])('%s: %s', check)
})
