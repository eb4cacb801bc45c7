import {ok, refuse} from '../../../domain/result.ts'
import {namesOf} from '../../runtime/audit.ts'
import {http} from '../../runtime/http.ts'
import {loadHouseholds} from '../../store/households.ts'
import {loadShortlist} from '../../store/shortlists.ts'
import {mayKnowHome} from '../confidential.ts'
import {shortlistRoutes} from '../routes/shortlists.ts'
import {aboutShortlist, householdsIn, shownIn} from './about-shortlist.ts'
import {discreet} from './discreet.ts'
import {shortlistResource} from './shortlist-resource.ts'

/** As it was given; but a household that has become confidential since is shown as one. */
export const getShortlist = http(shortlistRoutes.getShortlist, async ({params}, {table, caller}) => {
  const {authorityId} = caller
  const [shortlist, about] = await Promise.all([
    loadShortlist(table, authorityId, params.shortlistId),
    aboutShortlist(table, authorityId, params.shortlistId),
  ])
  if (shortlist === null) return refuse({kind: 'not-found', what: 'shortlist'})
  const named = householdsIn(shortlist.value)
  const homes = caller.scopes.has('confidential') ? [] : await loadHouseholds(table, authorityId, named)
  const hidden = homes.filter(({value}) => !mayKnowHome(value, caller)).map(({value}) => value.id)
  const value = {...shortlist.value, ...discreet(shortlist.value, new Set(hidden))}
  return ok({
    body: shortlistResource({...shortlist, value}),
    version: shortlist.version,
    about: [...about, ...namesOf('household', named)],
    shown: shownIn(shortlist.value),
  })
})
