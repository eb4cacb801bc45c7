import type {Child} from '../../child/child.ts'
import type {Household, WeeklyCost} from '../../household/household.ts'
import type {AuthorityId} from '../../ids.ts'
import type {Location} from '../../location.ts'
import {median} from '../median.ts'
import type {Area, CostOf} from './profiles.ts'

interface Address {
  readonly at: Location
  readonly authorityId: AuthorityId
}

/**
 * Where to look for carers: the postcode districts (`SE6`) in which the authority's children and carers live, each at
 * the middle of its addresses and in the area of the authority in which most of them are. An address that is
 * confidential tells of no district, and one without a postcode of none either.
 */
export function areasOf(
  authorityId: AuthorityId,
  children: readonly Child[],
  own: readonly Household[],
): readonly Area[] {
  const addresses: readonly Address[] = [
    ...children.flatMap(({home, homeAuthorityId = authorityId}) =>
      home === undefined ? [] : [{at: home, authorityId: homeAuthorityId}],
    ),
    ...own.flatMap(({home: at, authorityId: of, confidential}) =>
      confidential ? [] : [{at, authorityId: of}],
    ),
  ]
  const districts = Map.groupBy(addresses, ({at}) => at.postcode?.split(' ')[0] ?? null)
  return [...districts]
    .flatMap(([name, all]) =>
      name === null
        ? []
        : [{name, authorityId: mostFrequent(all.map(each => each.authorityId)), at: middleOf(all)}],
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Of equals the first by code. */
function mostFrequent(ids: readonly AuthorityId[]): AuthorityId {
  const counted = [...Map.groupBy(ids, id => id)].map(([id, all]) => ({id, times: all.length}))
  return counted.toSorted((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1))[0]!.id
}

function middleOf(addresses: readonly Address[]): Location {
  const mean = (of: 'easting' | 'northing') =>
    Math.round(addresses.reduce((sum, {at}) => sum + at[of], 0) / addresses.length)
  return {postcode: null, easting: mean('easting'), northing: mean('northing')}
}

/** The median of what one more child costs with the authority's own households of the kind; null: nothing is known. */
export const usualCost =
  (own: readonly Household[]): CostOf =>
  kind => {
    const costs = own.filter(household => household.kind === kind)
    const middle = (of: keyof WeeklyCost) => {
      const value = median(costs.flatMap(({weeklyCost}) => weeklyCost?.[of] ?? []))
      return value === null ? null : Math.round(value)
    }
    return {marginalPenceAWeek: middle('marginalPenceAWeek'), fullPenceAWeek: middle('fullPenceAWeek')}
  }
