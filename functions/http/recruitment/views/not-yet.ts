import type {Day} from '../../../../domain/calendar.ts'
import {invalid} from '../../faults.ts'

/** The refusal of a query about a day that is yet to come. */
export const notYet = (name: 'asAt' | 'to', day: Day, today: Day) =>
  day > today ? invalid([{in: 'query', pointer: `/${name}`, detail: 'must not be in the future'}]) : null
