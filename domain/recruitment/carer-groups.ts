import {ageOn, type Day} from '../calendar.ts'
import {type EthnicityCode, ethnicityGroup} from '../child/ethnicity.ts'
import type {Household} from '../household/household.ts'
import type {Application} from './application.ts'

export const FAIRNESS_BY = ['ethnicity', 'age', 'area'] as const
export type FairnessBy = (typeof FAIRNESS_BY)[number]

const NOT_KNOWN = 'not known'

/** Carers as one group: alike, or of more than one. */
function oneOf(ethnicities: readonly EthnicityCode[]): string {
  const groups = new Set(ethnicities.map(ethnicityGroup).filter(group => group !== 'unknown'))
  if (groups.size === 0) return NOT_KNOWN
  return groups.size === 1 ? [...groups][0]! : 'more than one'
}

const AGES = [
  [35, 'under 35'],
  [45, '35-44'],
  [55, '45-54'],
  [65, '55-64'],
  [Number.POSITIVE_INFINITY, '65 and over'],
] as const

/** By the eldest whose date of birth is known. */
function ageGroup(dobs: readonly Day[], on: Day): string {
  const eldest = dobs.toSorted()[0]
  if (eldest === undefined) return NOT_KNOWN
  const age = ageOn(eldest, on)
  return AGES.find(([under]) => age < under)![1]
}

/** On the day of the enquiry. */
export function groupOfApplication({applicants, enquiry, authorityId}: Application, by: FairnessBy): string {
  if (by === 'area') return authorityId ?? NOT_KNOWN
  if (by === 'age')
    return ageGroup(
      applicants.flatMap(({dob}) => dob ?? []),
      enquiry.on,
    )
  return oneOf(applicants.flatMap(({ethnicity}) => ethnicity ?? []))
}

export function groupOfHousehold(
  {members = [], ethnicities = [], authorityId}: Household,
  by: FairnessBy,
  on: Day,
): string {
  if (by === 'area') return authorityId
  if (by === 'ethnicity') return oneOf(ethnicities)
  const carers = members.filter(({relationship}) => relationship === 'carer')
  return ageGroup(
    carers.flatMap(({dob}) => dob ?? []),
    on,
  )
}
