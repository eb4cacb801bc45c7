import {adjoiningAuthorities} from '../../domain/authority/adjoining.ts'
import {addDays} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import {DEFAULT_PANEL} from '../../domain/panel/policy.ts'
import type {Borough} from '../borough.ts'
import {csvOf} from '../return/csv.ts'
import type {FourYears} from './four-years.ts'

const DAYS = 365

type Replayed = Pick<Borough, 'authorityId' | 'today'> & {
  readonly children: readonly Pick<Child, 'id' | 'dob'>[]
}

/** The first of the days that are replayed; the last is the borough's today. */
export const firstReplayed = ({today}: Pick<Borough, 'today'>) => addDays(today, 1 - DAYS)

/**
 * All that the panel's list of cases turns on, by file name, so that somebody else can work out the list of every day of the
 * last year: days are YYYY-MM-DD, money is pence a week, and blank is not known or none.
 */
export const panelFiles = (borough: Replayed, years: FourYears): ReadonlyMap<string, string> =>
  new Map([
    ['panel/policy.json', `${JSON.stringify(policyOf(borough), null, 2)}\n`],
    ['panel/placements.csv', placementRows(borough, years)],
    ['panel/costs.csv', costRows(years)],
  ])

const policyOf = (borough: Replayed) => ({
  responsibleAuthority: borough.authorityId,
  adjoiningAuthorities: adjoiningAuthorities(borough.authorityId),
  from: firstReplayed(borough),
  days: DAYS,
  panel: DEFAULT_PANEL,
})

const PLACEMENT_COLUMNS = [
  'placement_id',
  'child_id',
  'born',
  'arrangement',
  'from',
  'ended',
  'reason',
  'household',
  'urn',
  'place',
  'provider',
  'area',
  'pence_a_week',
  'referral_kind',
  'referral_urgency',
  'contract_ends',
] as const

function placementRows({children}: Replayed, {left, placements, costs, referrals}: FourYears): string {
  const born = new Map([...children, ...left].map(({id, dob}) => [id, dob]))
  const contracts = new Map(costs.map(({placementId, contractEndsOn}) => [placementId, contractEndsOn]))
  const asked = new Map(referrals.map(referral => [referral.id, referral]))
  return csvOf(
    PLACEMENT_COLUMNS,
    placements.map(placement => {
      const {id, childId, arrangement, from, ended, householdId, setting, code, authorityId} = placement
      const referral = placement.referralId === null ? undefined : asked.get(placement.referralId)
      return {
        placement_id: id,
        child_id: childId,
        born: born.get(childId)!,
        arrangement,
        from,
        ended: ended?.on ?? '',
        reason: ended?.reason ?? '',
        household: householdId === null ? 'no' : 'yes',
        urn: setting?.urn ?? '',
        place: code.place,
        provider: code.provider ?? '',
        area: authorityId,
        pence_a_week: `${placement.weeklyCostPence ?? ''}`,
        referral_kind: referral?.kind ?? '',
        referral_urgency: referral?.urgency ?? '',
        contract_ends: contracts.get(id) ?? '',
      }
    }),
  )
}

const COST_COLUMNS = ['placement_id', 'kind', 'label', 'pence_a_week', 'from', 'until'] as const

const costRows = ({costs}: FourYears): string =>
  csvOf(
    COST_COLUMNS,
    costs.flatMap(({placementId, components}) =>
      components.map(({kind, label, penceAWeek, from, until}) => ({
        placement_id: placementId,
        kind,
        label,
        pence_a_week: `${penceAWeek}`,
        from,
        until: until ?? '',
      })),
    ),
  )
