import {addDays, type Day, dayInEngland} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {AuthorityId, ChildId} from '../../domain/ids.ts'
import {episodesOf, personOf, type YearOfChild} from '../../domain/imports/episodes-of.ts'
import {returnOf} from '../../domain/imports/held-return.ts'
import type {ReturnsHeld} from '../../domain/imports/import.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {Cost} from '../../domain/sufficiency/facts.ts'
import type {ChildHistory} from '../../domain/sufficiency/history.ts'
import {historyOf} from '../../domain/sufficiency/timeline.ts'
import {allChildren} from '../store/children.ts'
import type {GazetteerTable} from '../store/gazetteer.ts'
import {allPlacements} from '../store/placements.ts'
import {type ReturnHeld, returnsOfYear, yearsHeld} from '../store/returns.ts'
import type {Table} from '../store/table.ts'
import {areasOfHeld} from './areas-of-episodes.ts'
import {costsIn} from './load-costs.ts'

/** Everybody who is or was looked after, as far as the returns and Hearth know. */
export interface Histories {
  readonly histories: readonly ChildHistory[]
  readonly children: readonly Child[]
  readonly placements: readonly Placement[]
  /** What homes cost by the newest extract that has the child. */
  readonly extract: readonly Cost[]
  /** The last day that the returns speak of; null: none was imported. */
  readonly coveredTo: Day | null
}

/**
 * One history a child: the returns for the nights that they cover, Hearth's placements after them. A large authority
 * holds a million rows: one child at a time is spelt out, and what is held of the child let go.
 */
export async function loadHistories(
  held: ReturnsHeld,
  table: Table,
  gazetteer: GazetteerTable,
  authorityId: AuthorityId,
): Promise<Histories> {
  const [children, placements, ...ofYears] = await Promise.all([
    allChildren(table, authorityId),
    allPlacements(table, authorityId),
    ...yearsHeld(held).map(year => returnsOfYear(table, authorityId, held, year)),
  ])
  const areaOf = await areasOfHeld(
    gazetteer,
    ofYears.flatMap(year => [...year.values()]),
  )
  const coveredTo = lastDayCovered(held)
  const placementsOf = Map.groupBy(placements, ({childId}): ChildId => childId)
  const known = new Map(children.map(child => [child.reference, child]))
  const references = new Set([...ofYears.flatMap(year => [...year.keys()]), ...known.keys()])
  const extract: Cost[] = []
  const histories = [...references].flatMap(reference => {
    const child = known.get(reference)
    const held = ofYears.flatMap(year => takenFrom(year, reference))
    const years = held.map(yearOf)
    extract.push(...costsIn(held))
    const person = mergedPerson(reference, child, years)
    if (person === null) return []
    const own = child === undefined ? [] : (placementsOf.get(child.id) ?? [])
    const imported = episodesOf(years, {authorityId, areaOf})
    if (imported.length === 0 && own.length === 0) return []
    const {history} = historyOf({
      child: person,
      legalStatus: child?.legalStatus ?? null,
      need: null,
      home: child?.home ?? null,
      imported,
      // A child whom no return has is Hearth's alone, from the first night on.
      coveredTo: imported.length === 0 ? null : coveredTo,
      placements: own,
    })
    return [history]
  })
  return {histories, children, placements, extract, coveredTo}
}

function takenFrom(year: Map<string, ReturnHeld>, reference: string): readonly ReturnHeld[] {
  const held = year.get(reference)
  year.delete(reference)
  return held === undefined ? [] : [held]
}

const yearOf = ({reference, year, tables}: ReturnHeld): YearOfChild => ({
  year,
  returned: returnOf(reference, tables),
})

/** A return of a year that is not over covers it up to the day before the import. */
function lastDayCovered({loaded}: ReturnsHeld): Day | null {
  const days = loaded.map(({year, at}) => {
    const [end, before] = [`${year}-03-31`, addDays(dayInEngland(at), -1)]
    return before < end ? before : end
  })
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null)
}

/** The return's word on who the child is, and Hearth's on brothers and sisters and where the return says nothing. */
function mergedPerson(
  reference: string,
  child: Child | undefined,
  years: readonly YearOfChild[],
): Omit<ChildHistory, 'episodes'> | null {
  const returned = personOf(reference, years)
  if (child === undefined) return returned
  const own = {
    reference,
    dob: child.dob,
    sex: child.sex,
    ethnicity: child.ethnicity ?? null,
    uasc: child.uasc ?? false,
    uascUntil: null,
    siblingGroupId: child.siblingGroupId ?? null,
    sdq: [],
  }
  if (returned === null) return own
  return {...returned, ethnicity: returned.ethnicity ?? own.ethnicity, siblingGroupId: own.siblingGroupId}
}
