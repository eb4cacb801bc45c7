import type {AuthorityId} from '../../../../domain/ids.ts'
import type {Application} from '../../../../domain/recruitment/application.ts'
import {allApplications} from '../../../store/applications.ts'
import type {Table} from '../../../store/table.ts'

export const loadApplications = async (
  table: Table,
  authorityId: AuthorityId,
): Promise<readonly Application[]> => (await allApplications(table, authorityId)).map(({value}) => value)
