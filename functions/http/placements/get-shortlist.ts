import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadShortlist} from '../../store/shortlists.ts'
import {routes} from '../routes.ts'
import {shortlistResource} from './shortlist-resource.ts'

export const getShortlist = http(routes.getShortlist, async ({params}, {table, caller}) => {
  const shortlist = await loadShortlist(table, caller.authorityId, params.shortlistId)
  if (shortlist === null) return refuse({kind: 'not-found', what: 'shortlist'})
  return ok({body: shortlistResource(shortlist), version: shortlist.version})
})
