import {withIds} from '../route.ts'
import {auditList, auditQuery} from '../schemas/audit.ts'

export const auditRoutes = withIds({
  listAudit: {
    context: 'audit',
    access: {scopes: ['audit']},
    method: 'GET',
    path: '/v1/audit',
    summary: 'List who read and wrote a record',
    description:
      'Newest first. Every read and every write of a record leaves an entry before it is answered, this one too. ' +
      'Entries are chained by hash.',
    query: auditQuery,
    response: {status: 200, body: auditList},
    problems: [],
  },
})
