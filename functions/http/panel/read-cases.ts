import {dayInEngland} from '../../../domain/calendar.ts'
import {ok} from '../../../domain/result.ts'
import {caseOn, loadPanel} from '../../panel/load-panel.ts'
import {makePack} from '../../panel/make-pack.ts'
import {http} from '../../runtime/http.ts'
import * as store from '../../store/panel-cases.ts'
import {panelRoutes} from '../routes/panel.ts'
import {aboutCase, aboutPack, caseResource, NO_SUCH_CASE} from './case-resource.ts'

export const listCases = http(panelRoutes.listCases, async ({query}, {table, caller: {authorityId}}) => {
  const {limit, cursor = null, state} = query
  const {items, next} = await store.listCases(table, authorityId, {state}, {limit, cursor})
  return ok({
    body: {items: items.map(caseResource), next},
    about: items.flatMap(({value}) => aboutCase(value)),
  })
})

export const getCase = http(panelRoutes.getCase, async ({params}, {table, caller: {authorityId}}) => {
  const stored = await store.loadCase(table, authorityId, params.caseId)
  if (stored === null) return NO_SUCH_CASE
  return ok({body: caseResource(stored), version: stored.version, about: aboutCase(stored.value)})
})

export const getCasePack = http(
  panelRoutes.getCasePack,
  async ({params: {caseId}}, {table, caller: {authorityId}, now}) => {
    const stored = await store.loadCase(table, authorityId, caseId)
    if (stored === null) return NO_SUCH_CASE
    const panel = await loadPanel(table, authorityId)
    const pack = await makePack(table, panel, caseOn(panel, stored.value, dayInEngland(now)), now)
    return ok({body: pack, about: aboutPack(pack)})
  },
)
