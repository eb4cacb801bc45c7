import type {ChildView} from './child-view.ts'
import {returnDay} from './return-day.ts'

/** Whether the child is known to be younger than so many years on a day. A birthday on 29 February is on 1 March. */
export const isUnder = (years: number, day: number, child: ChildView): boolean =>
  day < returnDay(child.dob, years)

/** Whether the child is known to be at least so many years old on a day. */
export const isAtLeast = (years: number, day: number, child: ChildView): boolean =>
  day >= returnDay(child.dob, years)
