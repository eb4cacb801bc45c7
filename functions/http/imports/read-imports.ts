import {isFinished} from '../../../domain/imports/import.ts'
import {ok, refuse} from '../../../domain/result.ts'
import type {Uploads} from '../../files/uploads.ts'
import {namesOf} from '../../runtime/audit.ts'
import {http} from '../../runtime/http.ts'
import * as store from '../../store/imports.ts'
import {importRoutes} from '../routes/imports.ts'
import {importResource} from './import-resource.ts'

export const listImports = (uploads: Uploads) =>
  http(importRoutes.listImports, async ({query}, {table, caller}) => {
    const {limit, cursor = null} = query
    const page = await store.listImports(table, caller.authorityId, {limit, cursor})
    const items = await Promise.all(page.items.map(stored => importResource(stored, uploads)))
    return ok({
      body: {items, next: page.next},
      about: namesOf(
        'import',
        items.map(({id}) => id),
      ),
    })
  })

export const getImport = (uploads: Uploads) =>
  http(importRoutes.getImport, async ({params: {importId}}, {table, caller}) => {
    const stored = await store.loadImport(table, caller.authorityId, importId)
    if (stored === null) return refuse({kind: 'not-found', what: 'import'})
    return ok({body: await importResource(stored, uploads), version: stored.version})
  })

export const listFindings = http(
  importRoutes.listFindings,
  async ({params: {importId}, query}, {table, caller}) => {
    const stored = await store.loadImport(table, caller.authorityId, importId)
    if (stored === null) return refuse({kind: 'not-found', what: 'import'})
    const {state, tries} = stored.value
    if (!isFinished(stored.value)) return refuse({kind: 'import-not-finished', state})
    // What was found on the way to nowhere is nobody's.
    if (state !== 'loaded') return ok({body: {items: [], next: null}})
    const {limit, cursor = null} = query
    const page = {limit, cursor}
    return ok({body: await store.listFindings(table, caller.authorityId, {importId, tries}, page)})
  },
)
