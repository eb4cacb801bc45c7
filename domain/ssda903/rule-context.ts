import type {Day} from '../calendar.ts'
import type {ChildReturn} from './tables.ts'

/** What the rules have to know beside what this year's return says of the child. */
export interface RuleContext {
  /** The collection year: that of its 31 March. */
  readonly year: number
  /** ONS code of the authority that makes the return. */
  readonly authorityId: string
  readonly collectionStart: Day
  readonly collectionEnd: Day
  /**
   * What last year's return said of the child; null when last year's return is not at hand, and then no rule compares
   * with it. A child whom that return does not mention has no tables in it. Give it its derived columns too.
   */
  readonly lastYear: ChildReturn | null
  /** Whether the return has this UPN for more than one child. Left out, rule 444 is not run. */
  readonly upnTwice?: (upn: string) => boolean
  /** Whether a postcode exists. Left out, a postcode only has to look like one. */
  readonly isPostcode?: (postcode: string) => boolean
}
