import type {ImportId} from '../../../domain/ids.ts'
import {type Import, type ImportedFile, NOTHING_YET} from '../../../domain/imports/import.ts'
import {ok} from '../../../domain/result.ts'
import {importRequested} from '../../../events/import-requested.v1.ts'
import type {Uploads} from '../../files/uploads.ts'
import {http} from '../../runtime/http.ts'
import {registerAuthority} from '../../store/authorities.ts'
import {keepImport} from '../../store/imports.ts'
import {recordEvent} from '../../store/outbox.ts'
import {firstVersion} from '../../store/stored.ts'
import {importRoutes} from '../routes/imports.ts'
import {importResource} from './import-resource.ts'

/** Files that come along are put where uploaded ones lie; then there is one way for all. */
export const requestImport = (uploads: Uploads) =>
  http(
    importRoutes.requestImport,
    async ({body: {year, files}}, {table, caller: {authorityId, by}, now, newId}) => {
      const id = newId() as ImportId
      const placed = files.map((file, n) => ({file, key: `uploads/${authorityId}/${id}/${n + 1}`}))
      await Promise.all(
        placed.map(async ({file, key}) => {
          if ('text' in file) await uploads.put(key, Buffer.from(file.text))
          if ('base64' in file) await uploads.put(key, Buffer.from(file.base64, 'base64'))
        }),
      )
      const waits = files.some(file => 'bytes' in file)
      const made: Import = {
        id,
        year,
        state: waits ? 'waiting' : 'queued',
        files: placed.map(
          ({file, key}): ImportedFile => ({name: file.name, key, bytes: 'bytes' in file ? file.bytes : null}),
        ),
        requestedBy: by,
        requestedAt: now,
        tries: 0,
        progress: NOTHING_YET,
        tables: [],
        findings: {errors: 0, warnings: 0, disagreements: 0},
        refused: [],
        notes: [],
        finishedAt: null,
      }
      await registerAuthority(table, authorityId, now)
      const requested = importRequested({authorityId, importId: id, importVersion: 1, year}, now)
      return ok({
        body: await importResource(firstVersion(made, now), uploads),
        version: 1,
        about: [`import/${id}`],
        location: `/v1/imports/${id}`,
        writes: [
          keepImport(authorityId, null, made, now),
          ...(waits ? [] : [recordEvent(authorityId, requested)]),
        ],
      })
    },
  )
