import type {Household} from '../household/household.ts'
import type {Group} from './shortlist.ts'

/** Whose home this is: by the kind of household, and among fostering households by who approved them. */
export function groupOf({kind, provider}: Household): Group {
  if (kind === 'parent') return 'with-parents'
  return kind === 'fostering' ? provider.type : kind
}
