import type {Episode} from './history.ts'

const squeezed = (postcode: string): string => postcode.replaceAll(' ', '').toUpperCase()

/** `SE6 4RU` and `SE64RU` are one; two that are not recorded count as one, as DfE's algorithm compares them. */
export const isSamePostcode = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && squeezed(a) === squeezed(b))

/**
 * Whether two children live together: in one household, where Hearth knows both; else at one postcode and URN.
 * null: it is not known.
 */
export function liveTogether(a: Episode, b: Episode): boolean | null {
  if (a.householdId !== null && b.householdId !== null) return a.householdId === b.householdId
  if (a.placementPostcode === null || b.placementPostcode === null) return null
  return isSamePostcode(a.placementPostcode, b.placementPostcode) && a.urn === b.urn
}
