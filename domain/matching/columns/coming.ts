import type {Instant} from '../../calendar.ts'
import type {Arrival} from '../../household/capacity.ts'
import {dayNumeral, endNumeral} from './numerals.ts'

/** The children who would come to a home, as they bear on its places and beds. */
export interface Coming {
  readonly firstNight: number
  /** The first night on which they need no home any more. */
  readonly end: number
  readonly at: Instant
  readonly children: number
  /** Of those, how many may share a bedroom with nobody. */
  readonly alone: number
}

export const comingOf = ({stay, at, children}: Arrival): Coming => ({
  firstNight: dayNumeral(stay.from),
  end: endNumeral(stay.until),
  at,
  children: children.length,
  alone: children.filter(({mayNotShare}) => mayNotShare).length,
})
