import * as z from 'zod'
import {withIds} from '../route.ts'
import {importId} from '../schemas/ids.ts'
import {exportQuery, findingList, importBody, importList, importRecord} from '../schemas/import.ts'
import {pageQuery} from '../schemas/list.ts'

const importing = {context: 'imports', access: {scopes: ['imports']}} as const
const ofImport = z.strictObject({importId})
/** Files that come with the request, in JSON; Lambda takes 6 MB. */
const FIVE_MIB = 5 * 1024 ** 2

export const importRoutes = withIds({
  requestImport: {
    ...importing,
    method: 'POST',
    path: '/v1/imports',
    summary: 'Import a return, a household list or a cost extract',
    description:
      'Small files come with the request. For others give their size: the answer says where to put each, and `start` ' +
      'begins once they are there. The same files again change nothing.',
    body: importBody,
    mostBytes: FIVE_MIB,
    response: {status: 201, body: importRecord},
    problems: [],
  },
  listImports: {
    ...importing,
    method: 'GET',
    path: '/v1/imports',
    summary: 'List imports',
    query: pageQuery,
    response: {status: 200, body: importList},
    problems: [],
  },
  getImport: {
    ...importing,
    method: 'GET',
    path: '/v1/imports/{importId}',
    summary: 'Read an import: how far it has come, and what came of it',
    params: ofImport,
    response: {status: 200, body: importRecord},
    problems: ['not-found'],
  },
  startImport: {
    ...importing,
    method: 'POST',
    path: '/v1/imports/{importId}/start',
    summary: 'Start an import whose files are uploaded, or one that stands still',
    params: ofImport,
    body: z.strictObject({}).meta({id: 'StartImport', description: 'May be left out.'}),
    response: {status: 200, body: importRecord},
    problems: ['not-found', 'import-finished'],
  },
  listFindings: {
    ...importing,
    method: 'GET',
    path: '/v1/imports/{importId}/findings',
    summary: 'List what an import found, errors first',
    params: ofImport,
    query: pageQuery,
    response: {status: 200, body: findingList},
    problems: ['not-found', 'import-not-finished'],
  },
  exportEpisodes: {
    ...importing,
    method: 'GET',
    path: '/v1/exports/ssda903',
    summary: 'Write the episodes table of the return',
    description:
      'What is held of the year, together with the placements made in Hearth since. What nobody has recorded is blank; ' +
      'importing the file names each row that the rules find wanting.',
    query: exportQuery,
    response: {status: 200, media: ['text/csv; charset=utf-8']},
    problems: [],
  },
})
