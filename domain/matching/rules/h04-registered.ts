import type {Day} from '../../calendar.ts'
import type {Registration} from '../../household/household.ts'
import {HOLDS, type Rule} from './rule.ts'

/** At 16 and 17, supported lodgings only where the provider is registered with Ofsted (since 28 October 2023). */
export const h04Registered: Rule = {
  rule: 'H4',
  source: 'SI 2010/959 reg 27C; SI 2023/416',
  broken: ({seekers, referral}, {household}) => {
    if (household.kind !== 'supported-lodgings' || !seekers.some(({age}) => age === 16 || age === 17))
      return HOLDS
    const {registration} = household.approval
    if (registration === undefined) return ["not known: the provider's registration with Ofsted"]
    return isRegisteredOn(registration, referral.neededFrom)
      ? HOLDS
      : ['the provider is not registered with Ofsted on the first night']
  },
}

const isRegisteredOn = ({status, from, until}: Registration, day: Day): boolean =>
  status === 'registered' &&
  (from === undefined || from <= day) &&
  (until === undefined || until === null || until >= day)
