import * as z from 'zod'

const auditEnv = z.object({
  AUDIT_TABLE: z.string().min(1),
  HEARTH_CHECK_RESPONSES: z.enum(['0', '1']).default('0'),
})
const recordsEnv = z.object({
  HEARTH_TABLE: z.string().min(1),
  GAZETTEER_TABLE: z.string().min(1),
})
const tableEnv = recordsEnv.pick({HEARTH_TABLE: true})
const env = auditEnv.extend(recordsEnv.shape)

/** The environment of a function that has the table; a missing name stops the process as it starts. */
export const readEnv = (from: NodeJS.ProcessEnv = process.env) => env.parse(from)

/** The environment of a function that reads records for nobody, so that it enters nothing in the audit. */
export const readRecordsEnv = (from: NodeJS.ProcessEnv = process.env) => recordsEnv.parse(from)

/** Where records lie, for a function that has nothing else. */
export const readTableName = (from: NodeJS.ProcessEnv = process.env): string =>
  tableEnv.parse(from).HEARTH_TABLE

/** The environment of the function that has the audit alone. */
export const readAuditEnv = (from: NodeJS.ProcessEnv = process.env) => auditEnv.parse(from)

const uploadsEnv = z.object({UPLOADS_BUCKET: z.string().min(1)})

/** Where files lie that people uploaded; for the functions that have them. */
export const readUploadsBucket = (from: NodeJS.ProcessEnv = process.env): string =>
  uploadsEnv.parse(from).UPLOADS_BUCKET
