/** Money as a panel reads it, `£5,230` or `£5,230.50`; a loss has its sign before it. */
export function pounds(pence: number): string {
  const whole = Math.abs(pence)
  const pounds = String(Math.floor(whole / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = whole % 100 === 0 ? '' : `.${String(whole % 100).padStart(2, '0')}`
  return `${pence < 0 ? '-' : ''}£${pounds}${rest}`
}

/** `1 night`, `3 nights`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** A length of time in nights, as it is said: `2 years and 3 months`, `5 weeks`, `9 nights`. */
export function spanInWords(nights: number): string {
  if (nights < 14) return counted(nights, 'night')
  if (nights < 92) return counted(Math.floor(nights / 7), 'week')
  const months = Math.floor((nights * 12) / 365.25)
  const [years, left] = [Math.floor(months / 12), months % 12]
  if (years === 0) return counted(left, 'month')
  return left === 0 ? counted(years, 'year') : `${counted(years, 'year')} and ${counted(left, 'month')}`
}
