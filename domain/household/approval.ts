import type {Day} from '../calendar.ts'
import type {ChildId} from '../ids.ts'
import type {Approval, Household} from './household.ts'

export const standsOn = ({from, until}: Approval, day: Day): boolean =>
  from !== null && from <= day && (until === null || until >= day)

/**
 * Approved for the children it names and nobody else: connected persons, parents, and prospective adopters
 * under SI 2010/959 reg 25A always; any other home when its terms name children.
 */
export function isApprovedForChild({kind, approval: {route, terms}}: Household, childId: ChildId): boolean {
  const forNamedAlone =
    terms.namedChildren.length > 0 ||
    kind === 'connected-person' ||
    kind === 'parent' ||
    route === 'regulation-25A'
  return !forNamedAlone || terms.namedChildren.includes(childId)
}
