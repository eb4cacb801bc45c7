import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadEntries} from '../../store/audit.ts'
import type {Entry} from '../../store/audit-entry.ts'
import {auditRoutes} from '../routes/audit.ts'

/** Whoever looks at the audit of a record is entered there as well. */
export const listAudit = http(auditRoutes.listAudit, async ({query}, {audit, caller}) => {
  const {record, limit, cursor = null} = query
  const {items, next} = await loadEntries(audit, caller.authorityId, record, {limit, cursor})
  return ok({body: {items: items.map(entryResource), next}, about: [record]})
})

const entryResource = ({authorityId, chain, number, ...entry}: Entry) => ({
  id: `${chain}/${number}`,
  ...entry,
})
