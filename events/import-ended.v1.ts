import * as z from 'zod'
import type {Instant} from '../domain/calendar.ts'
import type {AuthorityId, ImportId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, code, recordReference, recordVersion} from './fields.ts'

export const IMPORT_ENDED = eventContract(
  'ImportEnded',
  'import',
  'An import was loaded, and all of it can be seen; or it was refused or given up, and nothing of it can.',
  {
    authorityId: authorityReference,
    importId: recordReference,
    importVersion: recordVersion,
    year: z.int().meta({description: 'The collection year, by its 31 March.'}),
    state: code.meta({description: 'loaded, refused or failed.'}),
  },
)

export interface ImportEnded {
  readonly authorityId: AuthorityId
  readonly importId: ImportId
  readonly importVersion: number
  readonly year: number
  readonly state: 'loaded' | 'refused' | 'failed'
}

export const importEnded = (data: ImportEnded, at: Instant) =>
  eventOf(
    IMPORT_ENDED,
    {authorityId: data.authorityId, id: data.importId, version: data.importVersion, at},
    data,
  )
