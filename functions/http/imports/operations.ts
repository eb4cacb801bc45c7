import type {Uploads} from '../../files/uploads.ts'
import {exportEpisodes} from './export-episodes.ts'
import {getImport, listFindings, listImports} from './read-imports.ts'
import {requestImport} from './request-import.ts'
import {startImport} from './start-import.ts'

export const imports = (uploads: Uploads) => [
  requestImport(uploads),
  listImports(uploads),
  getImport(uploads),
  startImport(uploads),
  listFindings,
  exportEpisodes,
]
