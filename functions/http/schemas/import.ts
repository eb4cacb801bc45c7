import * as z from 'zod'
import {IMPORT_STATES} from '../../../domain/imports/import.ts'
import {instant} from './facts.ts'
import {importId} from './ids.ts'
import {listOf, record} from './list.ts'

/** A hundred years of returns are enough. */
export const collectionYear = z
  .int()
  .min(2015)
  .max(2099)
  .meta({description: 'The collection year, by its 31 March: 2025 is 2024/25.', examples: [2025]})

const fileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}/\\]+$/u, 'must be a name, without folders')
  .meta({examples: ['episodes.csv']})

/** What an import may bring by upload; S3 takes no more in one go. */
const MOST_UPLOADED = 5 * 1024 ** 3

const givenFile = z.union([
  z
    .strictObject({name: fileName, text: z.string().max(5_000_000)})
    .meta({description: 'A CSV file as it is.'}),
  z
    .strictObject({
      name: fileName,
      base64: z
        .string()
        .max(5_000_000)
        .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64'),
    })
    .meta({description: 'A CSV or zip file in base64.'}),
  z
    .strictObject({name: fileName, bytes: z.int().min(1).max(MOST_UPLOADED)})
    .meta({description: 'A file of so many bytes that is to be uploaded.'}),
])

export const importBody = z
  .strictObject({
    year: collectionYear,
    files: z
      .array(givenFile)
      .min(1)
      .max(50)
      .refine(
        files => new Set(files.map(({name}) => name)).size === files.length,
        'must not give two files one name',
      ),
  })
  .meta({
    id: 'ImportRequest',
    description:
      'Tables of the SSDA903 return, a household list and a cost extract, each a CSV file or all in a zip. Each is ' +
      'recognised by its exact columns.',
  })

const counts = {
  read: z.int(),
  loaded: z.int().meta({description: 'New, or other than they were.'}),
  unchanged: z.int().meta({description: 'Held already.'}),
  quarantined: z.int().meta({description: 'Kept aside, with why: read = loaded + unchanged + quarantined.'}),
}

export const importRecord = z
  .strictObject({
    id: importId,
    ...record,
    year: collectionYear,
    state: z.enum(IMPORT_STATES).meta({
      description:
        '`waiting` for uploads, `queued`, `running`, and in the end `loaded`, `refused` or `failed`. Until it is ' +
        '`loaded` nothing of it can be seen.',
    }),
    files: z.array(z.strictObject({name: z.string(), bytes: z.int().nullable()})),
    uploads: z
      .array(
        z.strictObject({
          name: z.string(),
          method: z.literal('PUT'),
          url: z.string(),
          headers: z.record(z.string(), z.string()),
          expiresAt: instant,
        }),
      )
      .meta({description: 'Where the files that are waited for are to be put, with these headers.'}),
    requestedBy: z.string(),
    requestedAt: instant,
    tries: z.int(),
    progress: z.strictObject({
      rowsRead: z.int(),
      rowsDecided: z.int(),
      loaded: z.int(),
      quarantined: z.int(),
      secondsLeft: z.int().nullable().meta({description: 'An estimate; null: too early to say.'}),
    }),
    tables: z.array(
      z.strictObject({
        table: z.string(),
        file: z.string(),
        ...counts,
        withdrawn: z
          .int()
          .meta({description: 'Held before and no longer in the file, of children who are in it.'}),
      }),
    ),
    findings: z.strictObject({errors: z.int(), warnings: z.int(), disagreements: z.int()}),
    refused: z.array(z.strictObject({file: z.string(), words: z.string()})),
    notes: z.array(z.string()),
    finishedAt: instant.nullable(),
  })
  .meta({id: 'Import'})
export const importList = listOf(importRecord).meta({id: 'Imports'})

export const finding = z
  .strictObject({
    severity: z.enum(['E', 'W']).meta({description: 'E: the row is quarantined. W: it is loaded.'}),
    rule: z.string().meta({
      description: "DfE's number; or `malformed`, `household`, `cost`, `timeline`.",
    }),
    about: z.string().meta({description: 'The table; for `timeline` the reference of the child.'}),
    row: z.int().meta({description: 'From 1 for the first under the headings; 0: about no one row.'}),
    file: z.string().nullable(),
    values: z.record(z.string(), z.string().nullable()),
    words: z.string(),
  })
  .meta({id: 'Finding'})
export const findingList = listOf(finding).meta({id: 'Findings'})

export const exportQuery = z.strictObject({
  year: z.coerce.number<string>('must be a year').pipe(collectionYear),
})
