import type {Party} from '../party.ts'
import type {HardRule, Home} from '../shortlist.ts'

/** A hard rule: no option breaks it, and nothing that is weighed outweighs it. */
export interface Rule {
  readonly rule: HardRule
  readonly source: string
  /** Each way in which this home breaks it for this party, in words; `HOLDS` when it breaks none. */
  readonly broken: (party: Party, home: Home) => readonly string[]
}

/** Nothing is broken: one empty list for every home, because nearly every rule holds for nearly every home. */
export const HOLDS: readonly string[] = []
