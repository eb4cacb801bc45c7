import type {Child, Restriction} from '../child/child.ts'
import type {Occupant} from '../household/occupancy.ts'
import type {AuthorityId, ChildId} from '../ids.ts'
import type {Party} from '../matching/party.ts'

/** What a household's calendar keeps of each child of a party, so that others can be matched beside them. */
export const occupantsOf = ({authorityId, seekers, arrival}: Party): ReadonlyMap<ChildId, Occupant> =>
  new Map(
    seekers.map(({child}, i) => [
      child.id,
      occupant(child, authorityId, arrival.children[i]?.mayNotShare ?? false),
    ]),
  )

const occupant = (
  {id, dob, sex, siblingGroupId, restrictions}: Child,
  responsibleAuthorityId: AuthorityId,
  mayNotShare: boolean,
): Occupant => ({
  childId: id,
  dob,
  sex,
  siblingGroupId: siblingGroupId ?? null,
  responsibleAuthorityId,
  notWith: (restrictions ?? []).flatMap(mustNotLiveWith),
  mayNotShare,
})

/** A court's condition binds whether or not anyone marked it absolute. */
function mustNotLiveWith(restriction: Restriction): readonly ChildId[] {
  if (restriction.kind === 'not-with') return restriction.absolute ? [restriction.childId] : []
  return restriction.kind === 'court-condition' && restriction.condition === 'non-association'
    ? [restriction.childId]
    : []
}
