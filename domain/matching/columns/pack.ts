import type {Household} from '../../household/household.ts'
import {groupOf} from '../group.ts'
import {byId} from '../rank.ts'
import {GROUPS, type Home} from '../shortlist.ts'
import {internAll, rowsBySkill} from './intern.ts'
import {dayNumeral, endNumeral, NEVER} from './numerals.ts'
import {packTerms} from './outside-terms.ts'
import {packCalendars} from './pack-calendars.ts'
import {rowsAbout} from './rows-about.ts'

export type PackedSupply = ReturnType<typeof packSupply>

/**
 * A supply laid out by column, to be asked by party after party: for regions, where asking home after home is
 * too slow. A home's row is its place in the order of ids. Columns say what a home is to children who are
 * strangers to it; a home that has to do with the very children who ask is found in `rowsAbout`.
 */
export function packSupply(supply: readonly Home[]) {
  const homes = supply.toSorted((a, b) => byId(a.household, b.household))
  const column = (of: (household: Household) => number) =>
    Int32Array.from(homes, ({household}) => of(household))
  const rowsWhere = (is: (household: Household) => boolean) =>
    Uint32Array.from(homes.flatMap(({household}, row) => (is(household) ? row : [])))
  return {
    homes,
    /** The place of its group in `GROUPS`. */
    group: Uint8Array.from(homes, ({household}) => GROUPS.indexOf(groupOf(household))),
    easting: Float64Array.from(homes, ({household}) => household.home.easting),
    northing: Float64Array.from(homes, ({household}) => household.home.northing),
    /** A parent needs no approval. */
    approvedFrom: column(({kind, approval}) => (kind === 'parent' ? 0 : endNumeral(approval.from))),
    approvedUntil: column(({kind, approval}) => (kind === 'parent' ? NEVER : endNumeral(approval.until))),
    away: rowsWhere(({status}) => status.state !== 'available'),
    awayFrom: column(({status}) => dayNumeral(status.from)),
    awayUntil: column(({status}) => endNumeral(status.until)),
    terms: packTerms(homes),
    disqualified: rowsWhere(({exclusions = []}) => exclusions.some(({kind}) => kind === 'disqualified')),
    calendars: packCalendars(homes),
    facts: internAll(homes),
    skills: rowsBySkill(homes),
    rowsAbout: rowsAbout(homes),
  }
}
