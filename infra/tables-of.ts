import type {DataStack} from './data-stack.ts'

/** The tables by the names under which functions look for them. */
export const tablesOf = ({table, audit, gazetteer}: DataStack) => ({
  HEARTH_TABLE: table.tableName,
  AUDIT_TABLE: audit.tableName,
  GAZETTEER_TABLE: gazetteer.tableName,
})
