import type {Day} from '../calendar.ts'
import {dayInWords} from '../calendar.ts'
import type {Bedroom, Terms} from '../household/household.ts'
import type {ApplicationKind} from './application.ts'

export type TermsRefusal =
  | {readonly kind: 'no-terms'; readonly lacks: 'places' | 'ages' | 'sexes' | 'kinds' | 'named-children'}
  | {readonly kind: 'terms-exceed-bedrooms'; readonly places: number; readonly bedrooms: number}
  | {readonly kind: 'under-16'}
  | {readonly kind: 'not-in-force-yet'; readonly from: Day}

/** Why these are no terms for such a home; null: they are. */
export function whyNoTerms(
  kind: ApplicationKind,
  terms: Terms,
  bedrooms: readonly Bedroom[],
  overBedrooms: string | null,
): TermsRefusal | null {
  const {places, ages, sexes, kinds, namedChildren} = terms
  if (!Number.isInteger(places) || places < 1) return {kind: 'no-terms', lacks: 'places'}
  if (ages.from < 0 || ages.to < ages.from) return {kind: 'no-terms', lacks: 'ages'}
  if (sexes.length === 0) return {kind: 'no-terms', lacks: 'sexes'}
  if (kinds.length === 0) return {kind: 'no-terms', lacks: 'kinds'}
  if (kind === 'connected-person' && namedChildren.length === 0)
    return {kind: 'no-terms', lacks: 'named-children'}
  // SI 2023/416: support and not care, for 16 and 17 alone.
  if (kind === 'supported-lodgings' && ages.from < 16) return {kind: 'under-16'}
  const isOver = places > bedrooms.length
  return isOver && (overBedrooms === null || overBedrooms.trim() === '')
    ? {kind: 'terms-exceed-bedrooms', places, bedrooms: bedrooms.length}
    : null
}

export function termsRefusedInWords(refusal: TermsRefusal): string {
  switch (refusal.kind) {
    case 'no-terms':
      return `an approval needs terms, and these have no ${refusal.lacks.replace('-', ' ')}`
    case 'terms-exceed-bedrooms':
      return `${counted(refusal.places, 'place')} and ${counted(refusal.bedrooms, 'bedroom')}: say why`
    case 'under-16':
      return 'supported lodgings are for young people of 16 and 17 (SI 2023/416)'
    case 'not-in-force-yet':
      return `without the carers' written agreement these terms are in force from ${dayInWords(refusal.from)}`
  }
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
