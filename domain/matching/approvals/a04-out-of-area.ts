import {authorityName} from '../../authority/authorities.ts'
import type {Household} from '../../household/household.ts'
import type {AuthorityId} from '../../ids.ts'
import {isEmergency, type Party} from '../party.ts'
import {type ApprovalNeeded, NOT_NEEDED} from './approval.ts'

/**
 * Outside our area: the nominated officer in an authority that adjoins ours, the director beyond that. Miles
 * play no part. In an emergency the same person approves first, and the area authority may hear of it after.
 */
export const a04OutOfArea: ApprovalNeeded = {
  rule: 'A4',
  source: 'SI 2010/959 reg 11',
  needed: (party, {household}) => {
    if (household.authorityId === party.authorityId || isExcepted(party, household)) return NOT_NEEDED
    const adjoins = party.policy.adjoiningAuthorities.includes(household.authorityId)
    const emergency = isEmergency(party)
    const words =
      (adjoins ? outOfArea : atDistance)(household.authorityId) + (emergency ? ', within 5 working days' : '')
    return [
      {
        role: adjoins ? 'nominated-officer' : 'director-of-childrens-services',
        within: emergency ? {value: 5, unit: 'working-days'} : null,
        words,
      },
    ]
  },
}

/** Reg 11 leaves out connected persons and our own foster carers, wherever they live; remand has its own rules. */
const isExcepted = ({referral}: Party, {kind, provider}: Household): boolean =>
  referral.kind === 'remand' ||
  kind === 'connected-person' ||
  kind === 'parent' ||
  (kind === 'fostering' && provider.type === 'in-house')

const outOfArea = (area: AuthorityId): string => `out of area, in ${authorityName(area)}, which is notified`

function atDistance(area: AuthorityId): string {
  const abroad = /^[EW]/.test(area) ? '' : ', outside England and Wales (SI 2010/959 reg 12)'
  return `at a distance, in ${authorityName(area)}${abroad}, which is consulted and given the care plan`
}
