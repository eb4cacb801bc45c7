import {authorityName} from '../../authority/authorities.ts'
import {isFostered, takes} from '../../household/capacity.ts'
import type {AuthorityId} from '../../ids.ts'
import type {ApprovalNeeded} from './approval.ts'

/** Another authority with a child in the home consents before ours joins. */
export const a10OtherAuthority: ApprovalNeeded = {
  rule: 'A10',
  source: 'SI 2010/959 reg 22',
  needed: ({authorityId, arrival}, {calendar}) => {
    const others = new Set<AuthorityId>()
    for (const occupancy of calendar) {
      const responsible = occupancy.occupant?.responsibleAuthorityId ?? authorityId
      if (responsible !== authorityId && isFostered(occupancy) && takes(occupancy, arrival))
        others.add(responsible)
    }
    return [...others].toSorted().map(other => ({
      role: `responsible-authority:${other}`,
      within: null,
      words: `${authorityName(other)} has a child in the home and consents`,
    }))
  },
}
