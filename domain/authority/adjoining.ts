import type {AuthorityId} from '../ids.ts'

/**
 * Which upper-tier authorities share a boundary, along the middle of the Thames too. It is whole for the 33 of
 * London; an authority around London lists its London neighbours alone. A boundary that is a single point, or
 * that we could not make sure of, is left out: SI 2010/959 reg 11 then asks for the higher approver.
 */
const ADJOINING: Readonly<Record<string, readonly string[]>> = {
  // Thurrock: Havering
  E06000034: ['E09000016'],
  // Slough: Hillingdon
  E06000039: ['E09000017'],
  // Buckinghamshire: Hillingdon
  E06000060: ['E09000017'],
  // City of London: Camden, Hackney, Islington, Southwark, Tower Hamlets, Westminster
  E09000001: ['E09000007', 'E09000012', 'E09000019', 'E09000028', 'E09000030', 'E09000033'],
  // Barking and Dagenham: Bexley, Greenwich, Havering, Newham, Redbridge
  E09000002: ['E09000004', 'E09000011', 'E09000016', 'E09000025', 'E09000026'],
  // Barnet: Brent, Camden, Enfield, Haringey, Harrow, Hertfordshire
  E09000003: ['E09000005', 'E09000007', 'E09000010', 'E09000014', 'E09000015', 'E10000015'],
  // Bexley: Barking and Dagenham, Bromley, Greenwich, Havering, Kent
  E09000004: ['E09000002', 'E09000006', 'E09000011', 'E09000016', 'E10000016'],
  // Brent: Barnet, Camden, Ealing, Hammersmith and Fulham, Harrow, Kensington and Chelsea, Westminster
  E09000005: ['E09000003', 'E09000007', 'E09000009', 'E09000013', 'E09000015', 'E09000020', 'E09000033'],
  // Bromley: Bexley, Croydon, Greenwich, Lambeth, Lewisham, Southwark, Kent, Surrey
  E09000006: [
    'E09000004',
    'E09000008',
    'E09000011',
    'E09000022',
    'E09000023',
    'E09000028',
    'E10000016',
    'E10000030',
  ],
  // Camden: City of London, Barnet, Brent, Haringey, Islington, Westminster
  E09000007: ['E09000001', 'E09000003', 'E09000005', 'E09000014', 'E09000019', 'E09000033'],
  // Croydon: Bromley, Lambeth, Merton, Sutton, Surrey
  E09000008: ['E09000006', 'E09000022', 'E09000024', 'E09000029', 'E10000030'],
  // Ealing: Brent, Hammersmith and Fulham, Harrow, Hillingdon, Hounslow
  E09000009: ['E09000005', 'E09000013', 'E09000015', 'E09000017', 'E09000018'],
  // Enfield: Barnet, Haringey, Waltham Forest, Essex, Hertfordshire
  E09000010: ['E09000003', 'E09000014', 'E09000031', 'E10000012', 'E10000015'],
  // Greenwich: Barking and Dagenham, Bexley, Bromley, Lewisham, Newham, Tower Hamlets
  E09000011: ['E09000002', 'E09000004', 'E09000006', 'E09000023', 'E09000025', 'E09000030'],
  // Hackney: City of London, Haringey, Islington, Newham, Tower Hamlets, Waltham Forest
  E09000012: ['E09000001', 'E09000014', 'E09000019', 'E09000025', 'E09000030', 'E09000031'],
  // Hammersmith and Fulham: Brent, Ealing, Hounslow, Kensington and Chelsea, Richmond upon Thames, Wandsworth
  E09000013: ['E09000005', 'E09000009', 'E09000018', 'E09000020', 'E09000027', 'E09000032'],
  // Haringey: Barnet, Camden, Enfield, Hackney, Islington, Waltham Forest
  E09000014: ['E09000003', 'E09000007', 'E09000010', 'E09000012', 'E09000019', 'E09000031'],
  // Harrow: Barnet, Brent, Ealing, Hillingdon, Hertfordshire
  E09000015: ['E09000003', 'E09000005', 'E09000009', 'E09000017', 'E10000015'],
  // Havering: Thurrock, Barking and Dagenham, Bexley, Redbridge, Essex
  E09000016: ['E06000034', 'E09000002', 'E09000004', 'E09000026', 'E10000012'],
  // Hillingdon: Slough, Buckinghamshire, Ealing, Harrow, Hounslow, Hertfordshire, Surrey
  E09000017: ['E06000039', 'E06000060', 'E09000009', 'E09000015', 'E09000018', 'E10000015', 'E10000030'],
  // Hounslow: Ealing, Hammersmith and Fulham, Hillingdon, Richmond upon Thames, Surrey
  E09000018: ['E09000009', 'E09000013', 'E09000017', 'E09000027', 'E10000030'],
  // Islington: City of London, Camden, Hackney, Haringey
  E09000019: ['E09000001', 'E09000007', 'E09000012', 'E09000014'],
  // Kensington and Chelsea: Brent, Hammersmith and Fulham, Wandsworth, Westminster
  E09000020: ['E09000005', 'E09000013', 'E09000032', 'E09000033'],
  // Kingston upon Thames: Merton, Richmond upon Thames, Sutton, Wandsworth, Surrey
  E09000021: ['E09000024', 'E09000027', 'E09000029', 'E09000032', 'E10000030'],
  // Lambeth: Bromley, Croydon, Merton, Southwark, Wandsworth, Westminster
  E09000022: ['E09000006', 'E09000008', 'E09000024', 'E09000028', 'E09000032', 'E09000033'],
  // Lewisham: Bromley, Greenwich, Southwark, Tower Hamlets
  E09000023: ['E09000006', 'E09000011', 'E09000028', 'E09000030'],
  // Merton: Croydon, Kingston upon Thames, Lambeth, Sutton, Wandsworth
  E09000024: ['E09000008', 'E09000021', 'E09000022', 'E09000029', 'E09000032'],
  // Newham: Barking and Dagenham, Greenwich, Hackney, Redbridge, Tower Hamlets, Waltham Forest
  E09000025: ['E09000002', 'E09000011', 'E09000012', 'E09000026', 'E09000030', 'E09000031'],
  // Redbridge: Barking and Dagenham, Havering, Newham, Waltham Forest, Essex
  E09000026: ['E09000002', 'E09000016', 'E09000025', 'E09000031', 'E10000012'],
  // Richmond upon Thames: Hammersmith and Fulham, Hounslow, Kingston upon Thames, Wandsworth, Surrey
  E09000027: ['E09000013', 'E09000018', 'E09000021', 'E09000032', 'E10000030'],
  // Southwark: City of London, Bromley, Lambeth, Lewisham, Tower Hamlets
  E09000028: ['E09000001', 'E09000006', 'E09000022', 'E09000023', 'E09000030'],
  // Sutton: Croydon, Kingston upon Thames, Merton, Surrey
  E09000029: ['E09000008', 'E09000021', 'E09000024', 'E10000030'],
  // Tower Hamlets: City of London, Greenwich, Hackney, Lewisham, Newham, Southwark
  E09000030: ['E09000001', 'E09000011', 'E09000012', 'E09000023', 'E09000025', 'E09000028'],
  // Waltham Forest: Enfield, Hackney, Haringey, Newham, Redbridge, Essex
  E09000031: ['E09000010', 'E09000012', 'E09000014', 'E09000025', 'E09000026', 'E10000012'],
  // Wandsworth: Hammersmith and Fulham, Kensington and Chelsea, Kingston upon Thames, Lambeth, Merton, Richmond upon Thames, Westminster
  E09000032: ['E09000013', 'E09000020', 'E09000021', 'E09000022', 'E09000024', 'E09000027', 'E09000033'],
  // Westminster: City of London, Brent, Camden, Kensington and Chelsea, Lambeth, Wandsworth
  E09000033: ['E09000001', 'E09000005', 'E09000007', 'E09000020', 'E09000022', 'E09000032'],
  // Essex: Enfield, Havering, Redbridge, Waltham Forest
  E10000012: ['E09000010', 'E09000016', 'E09000026', 'E09000031'],
  // Hertfordshire: Barnet, Enfield, Harrow, Hillingdon
  E10000015: ['E09000003', 'E09000010', 'E09000015', 'E09000017'],
  // Kent: Bexley, Bromley
  E10000016: ['E09000004', 'E09000006'],
  // Surrey: Bromley, Croydon, Hillingdon, Hounslow, Kingston upon Thames, Richmond upon Thames, Sutton
  E10000030: ['E09000006', 'E09000008', 'E09000017', 'E09000018', 'E09000021', 'E09000027', 'E09000029'],
}

/** The authorities that adjoin this one, by code; none when Hearth holds none. */
export const adjoiningAuthorities = (id: AuthorityId): readonly AuthorityId[] =>
  (ADJOINING[id] ?? []) as readonly AuthorityId[]
