import {ageOn} from '../domain/calendar.ts'
import type {Child} from '../domain/child/child.ts'
import {ethnicityGroup} from '../domain/child/ethnicity.ts'
import {milesBetween} from '../domain/location.ts'
import type {Placement} from '../domain/placement/placement.ts'
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

interface LookedAfter {
  readonly child: Child
  readonly placement: Placement
  readonly age: number
  readonly inside: boolean
}

type Question = readonly [name: string, target: number | null, is: (one: LookedAfter) => boolean]

const coded =
  (places: RegExp, providers = /./) =>
  ({placement: {code}}: LookedAfter): boolean =>
    places.test(code.place) && providers.test(code.provider ?? '')

const isFar = ({child, placement}: LookedAfter): boolean =>
  child.home !== undefined && milesBetween(child.home, placement.location) > 20

const QUESTIONS: readonly Question[] = [
  ['in-house fostering', targets.PROVISION_SHARES['in-house'], coded(/^U/, /PR1/)],
  ['IFA fostering', targets.PROVISION_SHARES.ifa, coded(/^U/, /PR[45]/)],
  ["children's homes", targets.PROVISION_SHARES['childrens-home'], coded(/^K2/)],
  ['supported accommodation', targets.PROVISION_SHARES.supported, coded(/^K3/)],
  ['with parents', targets.PROVISION_SHARES['with-parents'], coded(/^P1/)],
  ...Object.entries(targets.AGE_SHARES).map(([band, target]): Question => {
    const [from, to] = band.split('-').map(Number) as [number, number]
    const name = from === to ? 'aged under 1' : `aged ${from} to ${to}`
    return [name, target, ({age}) => age >= from && age <= to]
  }),
  ...Object.entries(targets.ETHNICITY_SHARES).map(
    ([group, target]): Question => [
      `ethnicity ${group}`,
      target,
      ({child}) => ethnicityGroup(child.ethnicity ?? 'NOBT') === group,
    ],
  ),
  ['unaccompanied', targets.UASC_SHARE, ({child}) => child.uasc === true],
  ...Object.entries(targets.LEGAL_SHARES).map(
    ([status, target]): Question => [
      `legal status ${status}`,
      target,
      ({child}) => child.legalStatus === status,
    ],
  ),
  ['inside the authority', targets.DISTANCE_SHARES.inside, ({inside}) => inside],
  ['over 20 miles', targets.DISTANCE_SHARES.far, isFar],
  ['distance not known', null, ({child}) => child.home === undefined],
]

/** The shares of the borough, counted from its records, in the order of the targets. */
export function measure({children, placements, homes, today, authorityId}: Borough): readonly Measure[] {
  const byId = new Map(children.map(child => [child.id, child]))
  const all = placements.map((placement): LookedAfter => {
    const child = byId.get(placement.childId)!
    return {child, placement, age: ageOn(child.dob, today), inside: placement.authorityId === authorityId}
  })
  const shares = QUESTIONS.map(([name, target, is]) => ({
    name,
    count: all.filter(is).length,
    of: all.length,
    target,
  }))
  const fills = (['in-house', 'ifa'] as const).map(supplier => {
    const supply = homes.filter(home => isMainstreamSupply(home, supplier))
    const {places, filled} = fillOf(supply, today)
    return {
      name: `places filled, ${supplier} mainstream`,
      count: filled,
      of: places,
      target: targets.FILLED_SHARE,
    }
  })
  return [...shares, ...fills]
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
