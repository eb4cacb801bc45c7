/**
 * What the sample reproduces, in hundredths of the looked-after children: DfE, Lewisham, 31 March 2025, with the
 * headline of 29% in-house and 41% IFA of all children.
 */

export const PROVISION_SHARES = {
  'in-house': 29,
  ifa: 41,
  'childrens-home': 12,
  supported: 9,
  'with-parents': 3,
  other: 6,
} as const

/** Of 136 in-house, 85 with mainstream carers (Ofsted's filled places) leave 51 with connected persons. */
export const IN_HOUSE_SHARES = {mainstream: 85, 'connected-person': 51} as const

/** Of supported accommodation: supported lodgings are its category of private residences (SI 2023/416). */
export const SUPPORTED_SHARES = {'supported-accommodation': 72, 'supported-lodgings': 28} as const

export const OTHER_SHARES = {
  adoption: 33,
  'other-authority': 22,
  'residential-school': 11,
  'residential-care': 9,
  'family-centre': 7,
  'young-offender-institution': 7,
  secure: 6,
  hospital: 5,
} as const

/** Half-open brackets of completed years. */
export const AGE_SHARES = {'0-0': 7, '1-4': 10, '5-9': 16, '10-15': 36, '16-17': 31} as const

export const ETHNICITY_SHARES = {black: 34, white: 28, mixed: 26, other: 7, asian: 4, unknown: 1} as const

export const LEGAL_SHARES = {C2: 45, C1: 25, V2: 25, E1: 3.8, J1: 1, L2: 0.2} as const

/** Inside the authority; over 20 miles from home; the rest lie between, or their home is not known. */
export const DISTANCE_SHARES = {inside: 34, far: 17, near: 49} as const

export const UASC_SHARE = 10

/** Children with a brother or sister who is looked after too. */
export const SIBLING_SHARE = 40

/** Approved places that are filled, of in-house and of IFA mainstream supply: Ofsted, 31 March 2025. */
export const FILLED_SHARE = 60

/** The count at which the sample borough stands; everything else grows with the children. */
export const BOROUGH = {
  children: 470,
  referrals: 25,
  lodgingsHosts: 20,
  shortBreakHouseholds: 10,
}

/** That many of something, for so many children. */
export const scaled = (atBorough: number, children: number): number =>
  Math.round((atBorough * children) / BOROUGH.children)
