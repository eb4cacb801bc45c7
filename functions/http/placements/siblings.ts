import type {Day} from '../../../domain/calendar.ts'
import type {Child} from '../../../domain/child/child.ts'
import type {AuthorityId, ChildId, SiblingGroupId} from '../../../domain/ids.ts'
import type {Home, MatchInput, Sibling} from '../../../domain/matching/shortlist.ts'
import {livesAt} from '../../../domain/placement/whereabouts.ts'
import {childrenOfSiblingGroup} from '../../store/children.ts'
import {openReferrals} from '../../store/referrals.ts'
import type {Table} from '../../store/table.ts'
import {loadWhereabouts} from '../../store/whereabouts.ts'

/** Brothers and sisters outside the referral who are looked after or referred, and where each lives. */
export async function loadSiblings(
  table: Table,
  authorityId: AuthorityId,
  children: readonly Child[],
  supply: readonly Home[],
  on: Day,
): Promise<MatchInput['siblings']> {
  const groups = new Set(children.flatMap(child => child.siblingGroupId ?? []))
  if (groups.size === 0) return {}
  const [referred, ...byGroup] = await Promise.all([
    openReferrals(table, authorityId),
    ...[...groups].map(group => siblingsOfGroup(table, authorityId, group, supply, on)),
  ])
  const sought = new Set(referred.flatMap(({value}) => value.children))
  const ofGroup = new Map([...groups].map((group, n) => [group, byGroup[n]!]))
  const here = new Set(children.map(child => child.id))
  const siblingsOf = ({siblingGroupId}: Child) =>
    [...((siblingGroupId && ofGroup.get(siblingGroupId)) ?? new Map<ChildId, Sibling['livesAt']>())]
      .filter(([id, livesAt]) => !here.has(id) && (livesAt !== null || sought.has(id)))
      .map(([childId, livesAt]): Sibling => ({childId, livesAt}))
      .toSorted((a, b) => (a.childId < b.childId ? -1 : 1))
  return Object.fromEntries(children.map(child => [child.id, siblingsOf(child)]))
}

/** Everyone of the group whom Hearth knows: by their own record, or as the occupant of a place. */
async function siblingsOfGroup(
  table: Table,
  authorityId: AuthorityId,
  group: SiblingGroupId,
  supply: readonly Home[],
  on: Day,
): Promise<ReadonlyMap<ChildId, Sibling['livesAt']>> {
  const recorded = (await childrenOfSiblingGroup(table, authorityId, group)).map(({value}) => value.id)
  const whereabouts = await loadWhereabouts(table, authorityId, recorded)
  return new Map([
    ...recorded.map(id => [id, null] as const),
    ...occupantsOfGroup(supply, group, on),
    ...[...whereabouts].flatMap(([id, {value}]) => {
      const home = livesAt(value, on)
      return home ? [[id, {...gridOf(home.location), householdId: home.householdId}] as const] : []
    }),
  ])
}

function* occupantsOfGroup(supply: readonly Home[], group: SiblingGroupId, on: Day) {
  for (const {household, calendar} of supply)
    for (const {kind, occupant, from, until} of calendar)
      if (
        kind === 'placement' &&
        occupant?.siblingGroupId === group &&
        from <= on &&
        (until === null || until > on)
      )
        yield [occupant.childId, {...gridOf(household.home), householdId: household.id}] as const
}

const gridOf = ({easting, northing}: {readonly easting: number; readonly northing: number}) => ({
  easting,
  northing,
})
