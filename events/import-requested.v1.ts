import * as z from 'zod'
import type {Instant} from '../domain/calendar.ts'
import type {AuthorityId, ImportId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, recordReference, recordVersion} from './fields.ts'

export const IMPORT_REQUESTED = eventContract(
  'ImportRequested',
  'import',
  'Files of a return are there to be imported, or an import that stood still is to go on.',
  {
    authorityId: authorityReference,
    importId: recordReference,
    importVersion: recordVersion,
    year: z.int().meta({description: 'The collection year, by its 31 March.'}),
  },
)

interface Requested {
  readonly authorityId: AuthorityId
  readonly importId: ImportId
  readonly importVersion: number
  readonly year: number
}

export const importRequested = (data: Requested, at: Instant) =>
  eventOf(
    IMPORT_REQUESTED,
    {authorityId: data.authorityId, id: data.importId, version: data.importVersion, at},
    data,
  )
