import type {HouseholdKind} from '../household/household.ts'
import type {AuthorityId, HouseholdId} from '../ids.ts'
import type {Location} from '../location.ts'
import type {Home} from '../matching/shortlist.ts'
import type {PlacementCode} from './codes.ts'
import type {Setting} from './placement.ts'

/** A home that is no household of Hearth's, and where it stands. */
export interface SettingAt {
  readonly setting: Setting
  readonly location: Location
  /** The authority in whose area it stands. */
  readonly authorityId: AuthorityId
}

/**
 * A setting as the rules and approvals that hold for every home see it: where it stands, what it costs, whether
 * it gives support without care or is a parent's. It has no terms, places or carers that they could look at.
 */
export const settingAsHome = (
  {setting, location, authorityId}: SettingAt,
  {place}: PlacementCode,
  weeklyCostPence: number | null,
): Home => ({
  household: {
    id: '' as HouseholdId,
    reference: '',
    kind: kindOf(place),
    scheme: 'mainstream',
    provider: {type: 'ifa', agencyId: ''},
    approval: {
      from: null,
      until: null,
      terms: {places: 0, ages: {from: 0, to: 0}, sexes: [], kinds: [], namedChildren: []},
      ...(setting.urn === null ? {} : {registration: {urn: setting.urn, status: 'registered'}}),
    },
    home: location,
    authorityId,
    bedrooms: [],
    status: {state: 'available', from: '', until: null, reason: null},
    weeklyCost: {marginalPenceAWeek: weeklyCostPence, fullPenceAWeek: null},
  },
  calendar: [],
})

/** Supported accommodation, and what went before it, is under the rules of supported lodgings (regs 27A, 27C). */
function kindOf(place: PlacementCode['place']): HouseholdKind {
  if (place === 'P1') return 'parent'
  return place === 'K3' || place === 'H5' || place === 'P2' ? 'supported-lodgings' : 'fostering'
}
