import {join} from 'node:path'
import type {Occupancy} from '../../domain/household/occupancy.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import {loadCalendar} from '../../functions/store/calendars.ts'
import {documentClient} from '../../functions/store/client.ts'
import {dynamodbTable} from '../../functions/store/dynamodb-table.ts'
import {AUDIENCE} from '../../local/issuer.ts'
import type {Hearth} from '../../local/runtime.ts'
import {tableNames} from '../../local/seed.ts'
import {REGION, readAssembly} from '../../local/template.ts'

type Running = Pick<Hearth, 'dataDir' | 'databaseUrl'> & {readonly issuer: {readonly url: string}}

/** Reads calendars past the API, as they stand in the table of a running service. */
export function calendarReader({dataDir, databaseUrl, issuer}: Running, authorityId: AuthorityId) {
  const settings = {OidcIssuer: issuer.url, OidcAudience: AUDIENCE}
  const {HEARTH_TABLE} = tableNames(readAssembly(join(dataDir, 'cdk.out'), settings))
  const credentials = {accessKeyId: 'test', secretAccessKey: 'local'}
  const client = documentClient({endpoint: databaseUrl, region: REGION, credentials})
  const table = dynamodbTable(client, HEARTH_TABLE)
  return async (householdId: string): Promise<readonly Occupancy[]> =>
    (await loadCalendar(table, authorityId, householdId as HouseholdId))?.value ?? []
}
