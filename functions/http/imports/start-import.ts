import {isFinished} from '../../../domain/imports/import.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {importRequested} from '../../../events/import-requested.v1.ts'
import type {Uploads} from '../../files/uploads.ts'
import {http} from '../../runtime/http.ts'
import {keepImport, loadImport} from '../../store/imports.ts'
import {recordEvent} from '../../store/outbox.ts'
import {nextVersion} from '../../store/stored.ts'
import {importRoutes} from '../routes/imports.ts'
import {importResource} from './import-resource.ts'

/** Also one that stands still: whoever works on it keeps it in hand, and then nothing comes of asking again. */
export const startImport = (uploads: Uploads) =>
  http(importRoutes.startImport, async ({params: {importId}}, {table, caller: {authorityId}, now}) => {
    const before = await loadImport(table, authorityId, importId)
    if (before === null) return refuse({kind: 'not-found', what: 'import'})
    if (isFinished(before.value)) return refuse({kind: 'import-finished', state: before.value.state})
    const state = before.value.state === 'waiting' ? 'queued' : before.value.state
    const after = nextVersion(before, {...before.value, state}, now)
    const {version: importVersion} = after
    return ok({
      body: await importResource(after, uploads),
      version: importVersion,
      writes: [
        keepImport(authorityId, before, after.value, now),
        recordEvent(
          authorityId,
          importRequested({authorityId, importId, importVersion, year: after.value.year}, now),
        ),
      ],
    })
  })
