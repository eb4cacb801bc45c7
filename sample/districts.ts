/** Postal districts with their middle and a radius that stays within one authority's area. */
export interface District {
  readonly outward: string
  readonly authorityId: string
  readonly easting: number
  readonly northing: number
  /** Metres. */
  readonly radius: number
  /** Digits that may start the inward part, where two authorities share the outward one. */
  readonly sectors?: string
}

const KENT = 'E10000016'
const ESSEX = 'E10000012'
const BROMLEY = 'E09000006'
const GREENWICH = 'E09000011'
const SOUTHWARK = 'E09000028'
const LAMBETH = 'E09000022'
const BEXLEY = 'E09000004'
const CROYDON = 'E09000008'
const TOWER_HAMLETS = 'E09000030'
const BIRMINGHAM = 'E08000025'
const MANCHESTER = 'E08000003'

/** The authority that the sample is of, unless another is asked for. */
export const LEWISHAM = 'E09000023'

const at = (
  outward: string,
  authorityId: string,
  easting: number,
  northing: number,
  radius = 500,
  sectors?: string,
): District => ({outward, authorityId, easting, northing, radius, ...(sectors && {sectors})})

/**
 * Middles of postal districts on the National Grid, to the nearest 100 m, moved where needed so that the circle
 * lies well inside the authority. Authorities by ONS code.
 */
export const DISTRICTS: readonly District[] = [
  at('SE4', LEWISHAM, 536600, 175400),
  at('SE6', LEWISHAM, 537800, 173300, 700),
  at('SE8', LEWISHAM, 536800, 177600, 400),
  at('SE12', LEWISHAM, 540200, 173500, 350),
  at('SE13', LEWISHAM, 538300, 175200, 600),
  at('SE14', LEWISHAM, 536000, 177000, 450),
  at('SE23', LEWISHAM, 535700, 173200),
  at('SE26', LEWISHAM, 535500, 171900, 400),
  at('BR1', LEWISHAM, 539500, 171600, 450, '5'),

  at('SE3', GREENWICH, 540700, 176500, 400),
  at('SE7', GREENWICH, 541300, 178100),
  at('SE9', GREENWICH, 542900, 174300, 700),
  at('SE10', GREENWICH, 539000, 177700, 400),
  at('SE18', GREENWICH, 544000, 178000, 700),
  at('SE5', SOUTHWARK, 532900, 176700, 300),
  at('SE15', SOUTHWARK, 534300, 176600, 450),
  at('SE16', SOUTHWARK, 535000, 179200, 400),
  at('SE17', SOUTHWARK, 532400, 178300, 300),
  at('SE22', SOUTHWARK, 533900, 174800, 450),
  at('BR1', BROMLEY, 540600, 169300, 500, '123'),
  at('BR2', BROMLEY, 540700, 167500, 600),
  at('BR3', BROMLEY, 537000, 168900),
  at('BR5', BROMLEY, 546200, 167600, 700),
  at('BR6', BROMLEY, 545700, 165100, 700),
  at('SE20', BROMLEY, 535200, 169800, 350),
  at('E1', TOWER_HAMLETS, 535200, 181700, 400),
  at('E3', TOWER_HAMLETS, 536700, 182700),
  at('E14', TOWER_HAMLETS, 537600, 180600),
  at('SE27', LAMBETH, 532000, 171900, 300),
  at('SW2', LAMBETH, 530700, 174000, 400),
  at('SW9', LAMBETH, 531100, 176000, 300),
  at('SW16', LAMBETH, 530200, 171500, 350),
  at('CR0', CROYDON, 532700, 165600, 700),
  at('SE25', CROYDON, 533900, 168300, 400),
  at('DA5', BEXLEY, 549200, 173700),
  at('DA7', BEXLEY, 548900, 176100, 600),
  at('DA8', BEXLEY, 551000, 177300),
  at('DA14', BEXLEY, 546700, 172000),
  at('DA1', KENT, 554000, 174000),
  at('BR8', KENT, 551700, 168700),
  at('SW17', 'E09000032', 527700, 171900, 400),
  at('SW19', 'E09000024', 524900, 170600, 400),
  at('E6', 'E09000025', 542600, 183000, 600),
  at('E13', 'E09000025', 540600, 182900),
  at('E5', 'E09000012', 535000, 186300),
  at('E17', 'E09000031', 537300, 189400, 600),
  at('IG1', 'E09000026', 543900, 186700),
  at('IG11', 'E09000002', 544600, 184100),
  at('RM8', 'E09000002', 547800, 186400),

  at('DA12', KENT, 565000, 173000, 600),
  at('TN13', KENT, 552400, 155500),
  at('TN9', KENT, 559100, 146300),
  at('ME2', 'E06000035', 573300, 169500, 400),
  at('ME4', 'E06000035', 576100, 167300),
  at('ME7', 'E06000035', 577900, 167600),
  at('RM16', 'E06000034', 562500, 179600, 600),
  at('SS14', ESSEX, 571500, 189200, 700),

  at('ME10', KENT, 590600, 163600, 600),
  at('ME15', KENT, 576500, 154300),
  at('CT1', KENT, 615300, 157400, 600),
  at('CT6', KENT, 617800, 167100, 400),
  at('CT9', KENT, 635700, 170000, 450),
  at('CT17', KENT, 630600, 141900, 350),
  at('CT19', KENT, 622000, 137200, 400),
  at('TN23', KENT, 600100, 141700, 700),
  at('TN34', 'E10000011', 581700, 110600, 400),
  at('BN22', 'E10000011', 560800, 101500, 300),
  at('BN1', 'E06000043', 531000, 106300, 400),
  at('SS2', 'E06000033', 588300, 186900),
  at('CM1', ESSEX, 569500, 207800, 600),
  at('CO2', ESSEX, 599400, 223600, 500),
  at('CO15', ESSEX, 617300, 215900, 350),
  at('LU1', 'E06000032', 508700, 220700, 500),
  at('MK6', 'E06000042', 486300, 237600, 500),
  at('NR3', 'E10000020', 622800, 310000, 400),
  at('NG8', 'E06000018', 453300, 341000, 500),
  at('LS8', 'E08000035', 432300, 436600, 500),
  at('L4', 'E08000012', 336300, 393700, 400),
  at('B13', BIRMINGHAM, 408100, 282400, 600),
  at('B23', BIRMINGHAM, 409900, 292100, 600),
  at('B31', BIRMINGHAM, 402000, 279200, 600),
  at('M14', MANCHESTER, 385100, 394700, 400),
  at('M18', MANCHESTER, 388600, 396000, 350),
]
