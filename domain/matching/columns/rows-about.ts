import type {Party} from '../party.ts'
import type {Home} from '../shortlist.ts'
import {MOST_BEDROOMS, MOST_OCCUPANCIES} from './pack-calendars.ts'

/** A child's or household's id -> the rows of homes that name it in any way, or are it. */
export type RowsAbout = ReadonlyMap<string, readonly number[]>

/** Where homes that cannot be packed are found: no id is empty. */
const ANYONE = ''

export function rowsAbout(homes: readonly Home[]): RowsAbout {
  const rows = new Map<string, number[]>()
  for (const [row, home] of homes.entries())
    for (const id of new Set(isPackable(home) ? idsNamedBy(home) : [ANYONE])) {
      const found = rows.get(id)
      if (found) found.push(row)
      else rows.set(id, [row])
    }
  return rows
}

const idsNamedBy = ({household, calendar}: Home): readonly string[] => [
  household.id,
  ...household.approval.terms.namedChildren,
  ...(household.exclusions ?? []).flatMap(exclusion => {
    if ('childId' in exclusion) return exclusion.childId
    return exclusion.kind === 'disqualified' ? (exclusion.exceptChildren ?? []) : []
  }),
  ...calendar.flatMap(({occupant}) => (occupant ? [occupant.childId, ...occupant.notWith] : [])),
]

/** More than a column has room for, or bedrooms that cannot be told apart. */
const isPackable = ({household: {bedrooms}, calendar}: Home): boolean =>
  bedrooms.length <= MOST_BEDROOMS &&
  calendar.length <= MOST_OCCUPANCIES &&
  new Set(bedrooms.map(({id}) => id)).size === bedrooms.length

/**
 * The rows of homes that have something to do with these very children. They are asked as objects, one by one;
 * to all others the children are strangers.
 */
export const rowsKnowing = (party: Party, rows: RowsAbout): ReadonlySet<number> =>
  new Set([ANYONE, ...idsNamedFor(party)].flatMap(id => rows.get(id) ?? []))

const idsNamedFor = ({seekers}: Party): readonly string[] =>
  seekers.flatMap(({child, siblings}) => [
    child.id,
    ...siblings.flatMap(({livesAt}) => livesAt?.householdId ?? []),
    ...(child.restrictions ?? []).flatMap(restriction => [
      ...('childId' in restriction && restriction.childId ? [restriction.childId] : []),
      ...('householdId' in restriction && restriction.householdId ? [restriction.householdId] : []),
    ]),
  ])
