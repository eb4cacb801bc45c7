import {addDays} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {AuthorityId, ChildId} from '../../domain/ids.ts'
import {episodesOf} from '../../domain/imports/episodes-of.ts'
import type {FoundInImport} from '../../domain/imports/found.ts'
import {returnOf} from '../../domain/imports/held-return.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {disagreementsOf} from '../../domain/sufficiency/disagreements.ts'
import {allChildren} from '../store/children.ts'
import {allPlacements} from '../store/placements.ts'
import type {ReturnHeld} from '../store/returns.ts'
import type {Table} from '../store/table.ts'
import type {Against} from './decide-children.ts'
import type {ChildRows} from './reading/child-rows.ts'

/** A child who is recorded in Hearth, and the main placements that are. */
export interface KnownChild {
  readonly child: Child
  readonly main: readonly Placement[]
}

/** Every child who is recorded in Hearth, by reference. */
export async function knownChildren(
  table: Table,
  auth: AuthorityId,
): Promise<ReadonlyMap<string, KnownChild>> {
  const [children, placements] = await Promise.all([allChildren(table, auth), allPlacements(table, auth)])
  const main = Map.groupBy(
    placements.filter(({arrangement}) => arrangement === 'main'),
    ({childId}): ChildId => childId,
  )
  return new Map(children.map(child => [child.reference, {child, main: main.get(child.id) ?? []}]))
}

/** Where the return and Hearth's own placements differ, of the children of an import; the return's word is kept. */
export function disagreements(
  children: readonly ChildRows[],
  returns: readonly ReturnHeld[],
  known: ReadonlyMap<string, KnownChild>,
  {authorityId, areaOf, year, collectionEnd, held}: Against,
): readonly FoundInImport[] {
  const after = new Map(returns.map(each => [each.reference, each]))
  return children.flatMap(({child: reference}) => {
    const own = reference === null ? undefined : known.get(reference)
    if (reference === null || own === undefined) return []
    const tables = (after.get(reference) ?? held.get(reference))?.tables ?? {}
    const episodes = episodesOf([{year, returned: returnOf(reference, tables)}], {authorityId, areaOf})
    // Of earlier years this import says nothing.
    const main = own.main.filter(({ended}) => ended === null || ended.on > `${year - 1}-04-01`)
    return disagreementsOf(reference, episodes, main, addDays(collectionEnd, 1)).map(
      ({about, returnSays, hearthSays, from}): FoundInImport => ({
        severity: 'W',
        rule: 'timeline',
        about: `${reference} ${about}`,
        row: 0,
        file: null,
        values: {from, returnSays, hearthSays},
        words: `From ${from} the return says ${returnSays} and Hearth says ${hearthSays} (${about}); the return's word is kept.`,
      }),
    )
  })
}
