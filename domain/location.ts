/** OS National Grid reference in metres. */
export interface GridReference {
  readonly easting: number
  readonly northing: number
}

/** Where something is: always a grid reference; the postcode when one was given. */
export interface Location extends GridReference {
  readonly postcode: string | null
}

/** Kilometres in a mile as the SSDA903 return takes it (1.6093, not 1.609344), so that published figures are reproduced. */
const KILOMETRES_IN_A_MILE = 1.6093

/** Straight-line miles, not rounded. Use for comparing and scoring. */
export const exactMiles = (a: GridReference, b: GridReference): number =>
  Math.sqrt((a.easting - b.easting) ** 2 + (a.northing - b.northing) ** 2) / 1000 / KILOMETRES_IN_A_MILE

/** Straight-line miles to one decimal: the DfE's PL_DISTANCE formula. Use for showing and for the return. */
export const milesBetween = (a: GridReference, b: GridReference): number =>
  Math.round(exactMiles(a, b) * 10) / 10
