import type {Party} from '../party.ts'
import type {HardRule, Home} from '../shortlist.ts'

/** A hard rule: no option breaks it, and nothing that is weighed outweighs it. */
export interface Rule {
  readonly rule: HardRule
  readonly source: string
  /** The rule made ready for a party, once; null when no home could break it for these children. */
  readonly brokenFor: (party: Party) => Broken | null
}

/** Each way in which a home breaks a rule, in words; `HOLDS` when it breaks none. Asked of home after home. */
export type Broken = (home: Home) => readonly string[]

/** Nothing is broken: one empty list for every home, because nearly every rule holds for nearly every home. */
export const HOLDS: readonly string[] = []
