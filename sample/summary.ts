import {ageOn} from '../domain/calendar.ts'
import {ethnicityGroup} from '../domain/child/ethnicity.ts'
import {milesBetween} from '../domain/location.ts'
import type {Borough} from './borough.ts'
import {fillOf, isMainstreamSupply} from './empty-homes.ts'
import * as targets from './targets.ts'

/** One share of the borough beside what it was to be. */
export interface Measure {
  readonly name: string
  readonly count: number
  readonly of: number
  /** Percent; null where nothing is published. */
  readonly target: number | null
}

/** The shares of the borough, counted from its records, in the order of the targets. */
export function measure(borough: Borough): readonly Measure[] {
  const {homes, today, placements} = borough
  const byId = new Map(borough.children.map(child => [child.id, child]))
  const all = placements.map(placement => ({placement, child: byId.get(placement.childId)!}))
  const share = (
    name: string,
    target: number | null,
    is: (one: (typeof all)[number]) => boolean,
  ): Measure => ({
    name,
    count: all.filter(is).length,
    of: all.length,
    target,
  })
  const provision = targets.PROVISION_SHARES
  const code =
    (places: RegExp, providers = /./) =>
    ({placement}: (typeof all)[number]) =>
      places.test(placement.code.place) && providers.test(placement.code.provider ?? '')
  const filled = (['in-house', 'ifa'] as const).map((supplier): Measure => {
    const {places, filled: count} = fillOf(
      homes.filter(home => isMainstreamSupply(home, supplier)),
      today,
    )
    return {name: `places filled, ${supplier} mainstream`, count, of: places, target: targets.FILLED_SHARE}
  })
  return [
    share('in-house fostering', provision['in-house'], code(/^U/, /PR1/)),
    share('IFA fostering', provision.ifa, code(/^U/, /PR[45]/)),
    share("children's homes", provision['childrens-home'], code(/^K2/)),
    share('supported accommodation', provision.supported, code(/^K3/)),
    share('with parents', provision['with-parents'], code(/^P1/)),
    ...Object.entries(targets.AGE_SHARES).map(([band, target]) => {
      const [from, to] = band.split('-').map(Number) as [number, number]
      return share(`aged ${from === to ? 'under 1' : `${from} to ${to}`}`, target, ({child}) => {
        const age = ageOn(child.dob, today)
        return age >= from && age <= to
      })
    }),
    ...Object.entries(targets.ETHNICITY_SHARES).map(([group, target]) =>
      share(`ethnicity ${group}`, target, ({child}) => ethnicityGroup(child.ethnicity ?? 'NOBT') === group),
    ),
    share('unaccompanied', targets.UASC_SHARE, ({child}) => child.uasc === true),
    ...Object.entries(targets.LEGAL_SHARES).map(([status, target]) =>
      share(`legal status ${status}`, target, ({child}) => child.legalStatus === status),
    ),
    share(
      'inside the authority',
      targets.DISTANCE_SHARES.inside,
      ({placement}) => placement.authorityId === borough.authorityId,
    ),
    share('over 20 miles', targets.DISTANCE_SHARES.far, ({placement, child}) =>
      child.home ? milesBetween(child.home, placement.location) > 20 : false,
    ),
    share('distance not known', null, ({child}) => child.home === undefined),
    ...filled,
  ]
}

/** The measures as a table to read, then what else there is. */
export function summarise(borough: Borough): string {
  const rows = measure(borough).map(({name, count, of, target}) => [
    name,
    `${count} of ${of}`,
    of === 0 ? '-' : `${((100 * count) / of).toFixed(1)}%`,
    target === null ? '' : `${target}%`,
  ])
  const table = [['', 'count', 'share', 'target'], ...rows]
  const widths = [0, 1, 2, 3].map(column => Math.max(...table.map(row => row[column]!.length)))
  const lines = table.map(row =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  )
  const {authorityId, today, children, placements, homes, referrals, siblingGroups, postcodes} = borough
  const together = siblingGroups.filter(group => group.together).length
  return [
    `Sample borough ${authorityId} on ${today}`,
    ...lines,
    `${placements.length} children looked after and ${children.length - placements.length} at the edge of care;`,
    `${homes.length} households; ${referrals.length} open referrals; ${siblingGroups.length} sibling groups, ${together} together; ${postcodes.length} postcodes.`,
  ].join('\n')
}
