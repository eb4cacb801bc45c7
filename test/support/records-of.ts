import {join} from 'node:path'
import {documentClient} from '../../functions/store/client.ts'
import {dynamodbTable} from '../../functions/store/dynamodb-table.ts'
import type {Table} from '../../functions/store/table.ts'
import {AUDIENCE} from '../../local/issuer.ts'
import type {Hearth} from '../../local/runtime.ts'
import {tableNames} from '../../local/seed.ts'
import {REGION, readAssembly} from '../../local/template.ts'

export type Running = Pick<Hearth, 'dataDir' | 'databaseUrl'> & {readonly issuer: {readonly url: string}}

/** The table of a running service, past the API. */
export function recordsOf({dataDir, databaseUrl, issuer}: Running): Table {
  const settings = {OidcIssuer: issuer.url, OidcAudience: AUDIENCE}
  const {HEARTH_TABLE} = tableNames(readAssembly(join(dataDir, 'cdk.out'), settings))
  const credentials = {accessKeyId: 'test', secretAccessKey: 'local'}
  return dynamodbTable(documentClient({endpoint: databaseUrl, region: REGION, credentials}), HEARTH_TABLE)
}
