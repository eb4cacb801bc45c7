import type {ShortlistId} from '../../../domain/ids.ts'
import {makeShortlist as match} from '../../../domain/matching/make-shortlist.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {namesOf} from '../../runtime/audit.ts'
import {http} from '../../runtime/http.ts'
import {loadReferral} from '../../store/referrals.ts'
import {saveShortlist} from '../../store/shortlists.ts'
import {firstVersion} from '../../store/stored.ts'
import {saveSupply} from '../../store/supply.ts'
import {mayKnowHome} from '../confidential.ts'
import {shortlistRoutes} from '../routes/shortlists.ts'
import {aboutReferral} from './about-referral.ts'
import {householdsIn, shownIn} from './about-shortlist.ts'
import {discreet} from './discreet.ts'
import {loadMatchInput} from './match-input.ts'
import {shortlistResource} from './shortlist-resource.ts'

export const makeShortlist = http(
  shortlistRoutes.makeShortlist,
  async ({params, body}, {table, caller, now, newId}) => {
    const {authorityId, by} = caller
    const referral = await loadReferral(table, authorityId, params.referralId)
    if (referral === null) return refuse({kind: 'not-found', what: 'referral'})
    if (referral.value.status !== 'open') return refuse({kind: 'referral-not-open'})
    const {input, policyVersion} = await loadMatchInput(table, authorityId, referral.value, body, now)
    const {supply, ...inputs} = input
    const shortlisted = match(input)
    const head = {
      id: newId() as ShortlistId,
      referralId: params.referralId,
      referralVersion: referral.version,
      at: now,
      by,
      policy: {version: policyVersion, order: input.policy.order},
      supply: await saveSupply(table, authorityId, supply),
    }
    const hidden = supply.filter(({household}) => !mayKnowHome(household, caller))
    const answer = discreet(shortlisted.answer, new Set(hidden.map(({household}) => household.id)))
    return ok({
      body: shortlistResource(firstVersion({...head, ...answer}, now)),
      version: 1,
      about: [
        `shortlist/${head.id}`,
        ...aboutReferral(referral.value),
        ...namesOf('household', householdsIn(answer)),
      ],
      shown: shownIn(answer),
      location: `/v1/shortlists/${head.id}`,
      writes: saveShortlist(authorityId, {...head, inputs, shortlisted}, now),
    })
  },
)
