import type {Shortlist} from '../../store/shortlists.ts'
import type {Stored} from '../../store/stored.ts'

/** A shortlist as the API shows it, field by field in one order: read again, it has the same bytes. */
export function shortlistResource({value, ...record}: Stored<Shortlist>) {
  const {options, splits, nearlyPossible, counts, searchNext, eachChild, offers, ...head} = value
  const answer = {counts, options, splits, nearlyPossible, searchNext, eachChild}
  return {...head, ...record, ...answer, ...(offers && {offers})}
}
