import {describe, expect, it} from 'vitest'
import type {Values} from '../../../domain/ssda903/tables.ts'
import {brokenBy, episodes, findingsFor, header, LEWISHAM} from './returns.ts'

/** A rule, what it is about, episodes that break it, and episodes that do not. */
type Golden = readonly [rule: string, about: string, wrong: readonly Values[], right: readonly Values[]]

const check = (rule: string, _: string, wrong: readonly Values[], right: readonly Values[]) => {
  const rows = brokenBy(rule, episodes(...wrong, ...right))
  expect(rows).toEqual(wrong.map((_, i) => i + 1))
}

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

describe('providers fit placements', () => {
  it.each<Golden>([
    [
      '526',
      'a provider is needed',
      [{PLACE: 'U4'}, {}],
      [{PLACE: 'T4'}, {PLACE: 'U4', PLACE_PROVIDER: 'PR1'}],
    ],
    [
      '213',
      'a temporary placement has none',
      [{PLACE: 'T4', PLACE_PROVIDER: 'PR1'}],
      [{PLACE: 'T4'}, {PLACE: 'K2', PLACE_PROVIDER: 'PR4'}],
    ],
    [
      '550',
      'PR0 is parents',
      [{PLACE: 'U4', PLACE_PROVIDER: 'PR0'}, {PLACE_PROVIDER: 'PR0'}],
      [{PLACE: 'P1', PLACE_PROVIDER: 'PR0'}],
    ],
    [
      '527',
      'PR1 runs no hospital',
      [
        {PLACE: 'R2', PLACE_PROVIDER: 'PR1'},
        {PLACE: 'R5', PLACE_PROVIDER: 'PR1'},
        {PLACE: 'P1', PLACE_PROVIDER: 'PR1'},
      ],
      [
        {PLACE: 'R2', PLACE_PROVIDER: 'PR3'},
        {PLACE: 'R1', PLACE_PROVIDER: 'PR1'},
      ],
    ],
    [
      '528',
      'nor does PR2',
      [
        {PLACE: 'R2', PLACE_PROVIDER: 'PR2'},
        {PLACE: 'R5', PLACE_PROVIDER: 'PR2'},
        {PLACE: 'P1', PLACE_PROVIDER: 'PR2'},
      ],
      [{PLACE: 'U4', PLACE_PROVIDER: 'PR2'}],
    ],
    [
      '529',
      'PR3 does not foster',
      ['U1', 'U6', 'A3', 'A6', 'K1', 'K2', 'P1'].map(PLACE => ({PLACE, PLACE_PROVIDER: 'PR3'})),
      [{PLACE: 'R2', PLACE_PROVIDER: 'PR3'}],
    ],
    [
      '530',
      'PR4 is no parent',
      [{PLACE: 'P1', PLACE_PROVIDER: 'PR4'}],
      [{PLACE: 'U4', PLACE_PROVIDER: 'PR4'}],
    ],
    [
      '531',
      'PR5 is no parent',
      [{PLACE: 'P1', PLACE_PROVIDER: 'PR5'}],
      [{PLACE: 'U4', PLACE_PROVIDER: 'PR5'}],
    ],
    [
      '1015',
      'own provision lies in the own area',
      [{LS: 'C2', PLACE: 'K2', PLACE_PROVIDER: 'PR1', PL_LA: 'E09000006'}],
      [
        {LS: 'C2', PLACE: 'K2', PLACE_PROVIDER: 'PR1', PL_LA: LEWISHAM},
        {LS: 'C2', PLACE: 'K2', PLACE_PROVIDER: 'PR1', PL_LA: null},
        {LS: 'C2', PLACE: 'K2', PLACE_PROVIDER: 'PR1'},
        {LS: 'V3', PLACE: 'K2', PLACE_PROVIDER: 'PR1', PL_LA: 'E09000006'},
        {LS: 'C2', PLACE: 'U4', PLACE_PROVIDER: 'PR1', PL_LA: 'E09000006'},
        {LS: 'C2', PLACE: 'K2', PLACE_PROVIDER: 'PR4', PL_LA: 'E09000006'},
      ],
    ],
  ])('%s: %s', check)
})

describe('URN and location', () => {
  it.each<Golden>([
    [
      '218',
      'a home in England has a URN, and short breaks have none',
      [
        {PLACE: 'U4', PL_LA: LEWISHAM},
        {PLACE: 'K3', PL_LA: null},
        {PLACE: 'U4', PL_LA: LEWISHAM, DEC: '01/04/2025'},
      ],
      [
        {PLACE: 'U4', PL_LA: LEWISHAM, URN: 'SC123456'},
        {PLACE: 'R5', PL_LA: LEWISHAM},
        {PLACE: 'U4', PL_LA: 'SCO'},
        {PLACE: 'U4', PL_LA: 'W06000008'},
        {PLACE: 'U4', PL_LA: LEWISHAM, DEC: '31/03/2025'},
        {PLACE: 'U4', PL_LA: LEWISHAM, LS: 'V4'},
        {PLACE: 'U4'},
      ],
    ],
    [
      '222',
      'parents have no URN',
      [{PLACE: 'P1', URN: 'SC123456'}],
      [{PLACE: 'P1', URN: 'XXXXXXX'}, {PLACE: 'P1'}, {URN: 'SC123456'}],
    ],
    [
      '214',
      'short breaks have no postcode and no URN',
      [
        {LS: 'V3', PL_POST: 'SE6 4RU'},
        {LS: 'V4', URN: 'SC123456'},
      ],
      [{LS: 'V3'}, {LS: 'C2', URN: 'SC123456'}],
    ],
    [
      '398',
      'short breaks have no distance',
      [
        {LS: 'V3', HOME_POST: 'SE6 4RU'},
        {LS: 'V4', PL_DISTANCE: '1.0'},
      ],
      [
        {LS: 'V3', PL_DISTANCE: null},
        {LS: 'C2', PL_DISTANCE: '1.0'},
      ],
    ],
    [
      '420',
      'short breaks have no authority',
      [{LS: 'V3', PL_LA: LEWISHAM}],
      [{LS: 'V3', PL_LA: null}, {LS: 'V3'}, {LS: 'C2', PL_LA: LEWISHAM}],
    ],
    [
      '392c',
      'a postcode looks like one',
      [{HOME_POST: 'SE6'}, {PL_POST: 'NOWHERE'}],
      [{HOME_POST: 'SE6 4RU', PL_POST: 'SE64RU'}, {}, {LS: 'V3', PL_POST: 'NOWHERE'}],
    ],
    [
      '454',
      'over 350 miles is suspicious',
      [{PL_DISTANCE: '350.1'}, {PL_DISTANCE: '999'}],
      [{PL_DISTANCE: '350.0'}, {PL_DISTANCE: '999.9'}, {}, {PL_DISTANCE: null}],
    ],
    [
      '411',
      'IN means the own area',
      [{PL_LOCATION: 'IN', PL_LA: 'E09000006'}],
      [{PL_LOCATION: 'IN', PL_LA: LEWISHAM}, {PL_LOCATION: 'OUT', PL_LA: 'E09000006'}, {PL_LOCATION: 'IN'}],
    ],
  ])('%s: %s', check)

  it('392c asks the gazetteer where there is one', () => {
    const isPostcode = (postcode: string) => postcode === 'SE6 4RU'
    expect(brokenBy('392c', episodes({HOME_POST: 'SE6 4RU'}, {PL_POST: 'SE6 4RX'}), {isPostcode})).toEqual([
      2,
    ])
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
