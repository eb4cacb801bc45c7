import {type Day, dayInEngland, type Instant} from '../../domain/calendar.ts'
import {refuse} from '../../domain/result.ts'
import type {Fault} from './schemas/problem.ts'

/** What only the handler can know to be wrong with a body, in the same words as the schema's own faults. */
export const fault = (pointer: string, detail: string): Fault => ({in: 'body', pointer, detail})

/** The refusal of a body with these faults. */
export const invalid = (faults: readonly Fault[]) => refuse({kind: 'invalid', faults} as const)

/** Nobody is born tomorrow. */
export const notBorn = (dob: Day | undefined, now: Instant, pointer: string): readonly Fault[] =>
  dob !== undefined && dob > dayInEngland(now) ? [fault(pointer, 'must not be in the future')] : []
