import type {Gap} from '../shortlist.ts'

/** How well a home fits, 0-1: on what is known, and how low or high it could prove once all is known. */
export interface Fit {
  readonly score: number
  readonly low: number
  readonly high: number
}

export const exactly = (score: number): Fit => ({score, low: score, high: score})

export const MET = exactly(1)
export const PARTLY_MET = exactly(0.5)
export const NOT_MET = exactly(0)
/** A missing fact is neutral: it counts one half, and could prove to be anything. */
export const NOT_KNOWN: Fit = {score: 0.5, low: 0, high: 1}
/** A missing fact where a part is sure already: `low` cannot fall below that part. */
export const AT_LEAST_PARTLY_MET: Fit = {score: 0.5, low: 0.5, high: 1}

export const metIf = (met: boolean): Fit => (met ? MET : NOT_MET)
/** An absent fact is not known, never "no". */
export const metIfKnown = (met: boolean | undefined): Fit => (met === undefined ? NOT_KNOWN : metIf(met))
export const isKnown = (fit: Fit): boolean => fit.low === fit.high

export function standing(fit: Fit): 'met' | Gap['fit'] {
  if (!isKnown(fit)) return 'not-known'
  if (fit.score === 1) return 'met'
  return fit.score === 0 ? 'not-met' : 'partly'
}

/** 1 up to `near`, falling in a straight line to 0 at `far`. */
export function taper(miles: number, near: number, far: number): number {
  if (miles <= near) return 1
  return miles >= far ? 0 : (far - miles) / (far - near)
}

/** The weighted mean; the weights must not add up to 0. */
export function meanFit<Item>(
  items: readonly Item[],
  fitOf: (item: Item) => Fit,
  weightOf: (item: Item) => number = () => 1,
): Fit {
  let [score, low, high, total] = [0, 0, 0, 0]
  for (const item of items) {
    const fit = fitOf(item)
    const weight = weightOf(item)
    score += weight * fit.score
    low += weight * fit.low
    high += weight * fit.high
    total += weight
  }
  return {score: score / total, low: low / total, high: high / total}
}
