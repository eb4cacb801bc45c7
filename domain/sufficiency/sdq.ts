import type {LookedAfter} from './census.ts'
import type {ChildHistory} from './history.ts'
import type {Moment} from './moment.ts'

/** The ages, in completed years and both included, of whom a score is asked. */
export interface AgesAsked {
  readonly from: number
  readonly to: number
}

/**
 * The bands of total difficulties (DfE, SSDA903 guide: 0-13, 14-16, 17-40), by their first score, as a parent or carer
 * fills in the questionnaire.
 */
const BANDS = [
  ['normal', 0],
  ['borderline', 14],
  ['concern', 17],
] as const
export type SdqBand = (typeof BANDS)[number][0]
export const SDQ_BANDS: readonly SdqBand[] = BANDS.map(([band]) => band)

export const sdqBand = (score: number): SdqBand => BANDS.findLast(([, from]) => score >= from)![0]

/** The newest collection year up to one of which a return holds scores; null: none does. */
export function sdqYearUpTo(year: number, histories: readonly ChildHistory[]): number | null {
  let newest: number | null = null
  for (const {sdq} of histories)
    for (const each of sdq) if (each.year <= year && each.year > (newest ?? 0)) newest = each.year
  return newest
}

/** Of whom a score is asked: of the ages, and looked after for the twelve months that end with the date. */
export const sdqCohortOf = (
  census: readonly LookedAfter[],
  {from, to}: AgesAsked,
  careSince: number,
): readonly LookedAfter[] =>
  census.filter(({age, careFrom}) => age >= from && age <= to && careFrom <= careSince)

/** The score of the year that counts at a moment; null: none is recorded. */
export function sdqOf({history}: LookedAfter, {sdqYear}: Moment): number | null {
  const year = sdqYear()
  return history.sdq.find(each => each.year === year)?.score ?? null
}
