import {describe, expect, it} from 'vitest'
import {brokenBy, check, episodes, type Golden, LEWISHAM} from './returns.ts'

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
      [
        {HOME_POST: 'SE6 4RU', PL_POST: 'SE64RU'},
        {HOME_POST: 'E1 6AN', PL_POST: 'EC1A 1BB'},
        {},
        {LS: 'V3', PL_POST: 'NOWHERE'},
      ],
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
