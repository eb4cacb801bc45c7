import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as referrals from '../../store/referrals.ts'
import {nextVersion} from '../../store/stored.ts'
import {invalid} from '../faults.ts'
import {resource} from '../resource.ts'
import {referralRoutes} from '../routes/referrals.ts'
import {aboutReferral} from './about-referral.ts'
import {faultsOfChildren} from './faults-of-children.ts'

export const changeReferral = http(
  referralRoutes.changeReferral,
  async ({params, version, body}, {table, caller, now}) => {
    const before = await referrals.loadReferral(table, caller.authorityId, params.referralId)
    if (before === null) return refuse({kind: 'not-found', what: 'referral'})
    if (before.version !== version) return refuse({kind: 'precondition-failed', current: before.version})
    if (before.value.status === 'placed') return refuse({kind: 'referral-not-open'})
    const faults = await faultsOfChildren(table, caller.authorityId, body.children)
    if (faults.length > 0) return invalid(faults)
    const {id, openedBy, placedChildren} = before.value
    const after = nextVersion(before, {id, ...body, openedBy, ...(placedChildren && {placedChildren})}, now)
    return ok({
      body: resource(after),
      version: after.version,
      about: [...aboutReferral(before.value), ...aboutReferral(after.value)],
      writes: referrals.changeReferral(caller.authorityId, before, after.value, now),
    })
  },
)
