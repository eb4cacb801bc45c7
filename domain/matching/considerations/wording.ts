import type {Term} from '../../child/child.ts'
import type {Location} from '../../location.ts'
import {type Fit, standing} from './fit.ts'

/** `therapeutic-parenting` as it is said. */
export const termInWords = (term: Term): string => term.replaceAll('-', ' ')

/** `church-of-england` as the proper name that it is. */
export const nameInWords = (term: Term): string =>
  term
    .split('-')
    .map(word => (word.length > 2 ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(' ')

export function listInWords(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last
}

/** Whole pounds, `£5,200`: a week's cost is not told to the penny. */
export const poundsInWords = (pence: number): string =>
  `£${`${Math.floor(pence / 100)}`.replace(/\B(?=(\d{3})+$)/g, ',')}`

export function milesInWords(exact: number): string {
  const miles = Math.round(exact * 10) / 10
  if (miles < 0.1) return 'under 0.1 miles'
  return miles === 1 ? '1 mile' : `${miles} miles`
}

/** ` (SE6)`: the outward half alone, because a full postcode gives a carer's address away. */
export function outwardInWords(location: Location): string {
  const outward = location.postcode?.replaceAll(' ', '').slice(0, -3)
  return outward ? ` (${outward})` : ''
}

/** One thing that was looked at, by name. */
export interface Checked {
  readonly label: string
  readonly fit: Fit
}

const HEADINGS = {met: 'met', partly: 'partly met', 'not-met': 'not met', 'not-known': 'not known'} as const

/** `met: no pets; not known: no smoking`. */
export function checksInWords(checks: readonly Checked[]): string {
  return (Object.keys(HEADINGS) as (keyof typeof HEADINGS)[])
    .map(heading => ({
      heading,
      labels: checks.filter(({fit}) => standing(fit) === heading).map(({label}) => label),
    }))
    .filter(({labels}) => labels.length > 0)
    .map(({heading, labels}) => `${HEADINGS[heading]}: ${labels.toSorted().join(', ')}`)
    .join('; ')
}
