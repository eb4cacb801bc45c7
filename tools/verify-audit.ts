import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {ListTablesCommand} from '@aws-sdk/client-dynamodb'
import type {AuthorityId} from '../domain/ids.ts'
import type {Link, RecordName} from '../functions/store/audit-entry.ts'
import {verifyAuthority, verifyRecord} from '../functions/store/audit-verify.ts'
import {documentClient} from '../functions/store/client.ts'
import {dynamodbTable} from '../functions/store/dynamodb-table.ts'

const HELP = `npm run audit:verify -- --authority E09000023 [options]

Walks the audit of an authority and says whether any entry was changed, moved or removed. Reads the table directly,
with the credentials of the environment; ends with 1 when something was found.

  --table NAME     the audit table (default: the one whose name holds AuditTable)
  --endpoint URL   of a local database, as npm start prints it (default: AWS)
  --region NAME    (default eu-west-2)
  --record NAME    only the chains that tell of one record, such as child/019ab000-...
  --keep FILE      write the end of every chain there: keep it where those who can write the table cannot
  --since FILE     check that what was kept then still stands, so that nothing was cut off the end of a chain`

const {values} = parseArgs({
  options: {
    authority: {type: 'string'},
    table: {type: 'string'},
    endpoint: {type: 'string'},
    region: {type: 'string', default: 'eu-west-2'},
    record: {type: 'string'},
    keep: {type: 'string'},
    since: {type: 'string'},
    help: {type: 'boolean', default: false},
  },
})

async function run(authority: string): Promise<void> {
  const client = documentClient({
    region: values.region,
    ...(values.endpoint !== undefined && {
      endpoint: values.endpoint,
      credentials: {accessKeyId: 'verify', secretAccessKey: 'local'},
    }),
  })
  const tables = values.table ?? (await client.send(new ListTablesCommand())).TableNames
  const name = [tables ?? []].flat().find(each => each === values.table || each.includes('AuditTable'))
  if (name === undefined) throw new Error('There is no audit table there; name it with --table.')
  const audit = dynamodbTable(client, name)
  const kept = values.since === undefined ? [] : (JSON.parse(readFileSync(values.since, 'utf8')) as Link[])
  const {chains, entries, findings, ends} = values.record
    ? await verifyRecord(audit, authority as AuthorityId, values.record as RecordName)
    : await verifyAuthority(audit, authority as AuthorityId, kept)
  for (const {chain, number, problem} of findings) console.log(`${chain}/${number}: ${problem}`)
  console.log(
    findings.length === 0
      ? `${entries} entries on ${chains} chains stand as they were written.`
      : `${findings.length} found among ${entries} entries on ${chains} chains.`,
  )
  if (values.keep !== undefined) writeFileSync(values.keep, `${JSON.stringify(ends, null, 2)}\n`)
  if (findings.length > 0) process.exitCode = 1
}

if (values.help || values.authority === undefined) console.log(HELP)
else await run(values.authority)
