import type {Day} from '../../calendar.ts'
import type {Approval, Registration} from '../../household/household.ts'
import {HOLDS, type Rule} from './rule.ts'

/** At 16 and 17, supported lodgings only where the provider is registered with Ofsted (since 28 October 2023). */
export const h04Registered: Rule = {
  rule: 'H4',
  source: 'SI 2010/959 reg 27C; SI 2023/416',
  brokenFor: ({seekers, referral: {neededFrom}}) =>
    seekers.some(({age}) => age === 16 || age === 17)
      ? ({household: {kind, approval}}) =>
          kind === 'supported-lodgings' ? notRegistered(approval, neededFrom) : HOLDS
      : null,
}

function notRegistered({registration}: Approval, day: Day): readonly string[] {
  if (registration === undefined) return ["not known: the provider's registration with Ofsted"]
  return isRegisteredOn(registration, day)
    ? HOLDS
    : ['the provider is not registered with Ofsted on the first night']
}

const isRegisteredOn = ({status, from, until}: Registration, day: Day): boolean =>
  status === 'registered' &&
  (from === undefined || from <= day) &&
  (until === undefined || until === null || until >= day)
