import {isOpen, meets, type PanelCase} from '../../../domain/panel/case.ts'
import type {CasePack} from '../../../domain/panel/pack.ts'
import {refuse} from '../../../domain/result.ts'
import {namesOf} from '../../runtime/audit.ts'
import type {Caller} from '../../runtime/caller.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import type {Role} from '../../runtime/roles.ts'
import type {RecordName} from '../../store/audit-entry.ts'
import type {Stored} from '../../store/stored.ts'
import {resource} from '../resource.ts'

/** A case as the API shows it. */
export function caseResource(stored: Stored<PanelCase>) {
  const {overdueTold, ...shown} = resource(stored)
  return {
    ...shown,
    state: isOpen(stored.value) ? ('open' as const) : ('closed' as const),
    meets: meets(stored.value),
  }
}

/** The records that a case tells of. */
export const aboutCase = ({id, childId}: Pick<PanelCase, 'id' | 'childId'>): readonly RecordName[] => [
  `case/${id}`,
  `child/${childId}`,
]

/** The records that a pack tells of: the child, brothers and sisters, and every home that it names. */
export const aboutPack = ({caseId, childId, siblings, stepDown, search}: CasePack): readonly RecordName[] => [
  ...aboutCase({id: caseId, childId}),
  ...namesOf(
    'child',
    siblings.map(sibling => sibling.childId),
  ),
  ...namesOf(
    'household',
    [...stepDown.options, ...stepDown.nearlyPossible, ...search.refusals].flatMap(
      ({householdId}) => householdId ?? [],
    ),
  ),
]

export const NO_SUCH_CASE = refuse({kind: 'not-found', what: 'case'} as const)

/** What the chair alone may do. Whoever stands in for the chair has the role. */
const CHAIR: Role = 'panel-chair'

export const unlessChair = ({roles}: Caller): Refusal | null =>
  roles.includes(CHAIR) ? null : {kind: 'role-needed', role: CHAIR}
