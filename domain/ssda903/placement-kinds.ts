/** U1-U6. */
export const isFostering = (place: string | null): boolean =>
  place === 'U1' || place === 'U2' || place === 'U3' || place === 'U4' || place === 'U5' || place === 'U6'

/** A3-A6. */
export const isPlacedForAdoption = (place: string | null): boolean =>
  place === 'A3' || place === 'A4' || place === 'A5' || place === 'A6'
