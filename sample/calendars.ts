import type {Day} from '../domain/calendar.ts'
import type {Child} from '../domain/child/child.ts'
import type {Bedroom} from '../domain/household/household.ts'
import type {Occupancy, Occupant} from '../domain/household/occupancy.ts'
import type {AuthorityId, ChildId, OccupancyId} from '../domain/ids.ts'
import {barsSharing} from './needs.ts'
import type {Random} from './random.ts'

/** A child who is to live somewhere, and the nights of it. */
interface Lodger {
  readonly occupant: Occupant
  readonly from: Day
  readonly until: Day | null
  /** Completed years today. */
  readonly age: number
}

export function occupantOf(child: Child, authorityId: AuthorityId): Occupant {
  const notWith = (child.restrictions ?? []).flatMap((restriction): readonly ChildId[] => {
    const {kind, absolute} = restriction
    if (kind === 'not-with') return absolute ? [restriction.childId] : []
    return kind === 'court-condition' && restriction.condition === 'non-association'
      ? [restriction.childId]
      : []
  })
  return {
    childId: child.id,
    dob: child.dob,
    sex: child.sex,
    siblingGroupId: child.siblingGroupId ?? null,
    responsibleAuthorityId: authorityId,
    notWith,
    mayNotShare: (child.risks ?? []).some(barsSharing),
  }
}

export interface Settled {
  readonly bedrooms: readonly Bedroom[]
  readonly stays: readonly Occupancy[]
}

/** Everyone in a room of their own; some pairs of young brothers and sisters, or of one sex, share. */
export function settle(parties: readonly (readonly Lodger[])[], random: Random): Settled {
  const bedrooms: Bedroom[] = []
  const stays: Occupancy[] = []
  for (const party of parties) {
    let open: {readonly room: Bedroom; readonly with: Lodger} | null = null
    for (const lodger of party) {
      const shares: boolean = open !== null && mayShare(open.with, lodger) && random.chance(0.45)
      const room: Bedroom = shares ? open!.room : makeBedroom(bedrooms.length + 1, random)
      if (shares) bedrooms[bedrooms.indexOf(room)] = {...room, shareable: true}
      else bedrooms.push(room)
      stays.push(makeStay('placement', lodger, room.id, random))
      open = shares ? null : {room, with: lodger}
    }
  }
  return {bedrooms, stays}
}

const YOUNG = 8
const mayShare = (one: Lodger, other: Lodger): boolean =>
  !one.occupant.mayNotShare &&
  !other.occupant.mayNotShare &&
  one.occupant.siblingGroupId !== null &&
  one.occupant.siblingGroupId === other.occupant.siblingGroupId &&
  (one.occupant.sex === other.occupant.sex || (one.age < YOUNG && other.age < YOUNG))

export const makeBedroom = (number: number, random: Random): Bedroom => ({
  id: `b${number}`,
  shareable: random.chance(0.12),
  groundFloor: random.chance(0.09),
})

export const makeStay = (
  kind: 'placement' | 'respite' | 'staying-put',
  {occupant, from, until}: Pick<Lodger, 'occupant' | 'from' | 'until'>,
  bedroomId: string,
  random: Random,
): Occupancy => ({id: random.uuid() as OccupancyId, kind, from, until, bedroomId, occupant})

export const makeUnavailable = (reason: string, from: Day, until: Day | null, random: Random): Occupancy => ({
  id: random.uuid() as OccupancyId,
  kind: 'not-available',
  from,
  until,
  bedroomId: null,
  occupant: null,
  reason,
})
