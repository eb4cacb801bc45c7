import type {Day} from '../../calendar.ts'

/** `2026-12-04` as 20261204, so that days compare as numbers. */
export const dayNumeral = (day: Day): number => Number(day.replaceAll('-', ''))

/** Later than every day. */
export const NEVER = 0x7fff_ffff

/** The end of what may have none. */
export const endNumeral = (day: Day | null): number => (day === null ? NEVER : dayNumeral(day))
