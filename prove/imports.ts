import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {startHearth} from '../local/runtime.ts'
import {importLarge} from '../test/support/large-import.ts'

// Imports a file of any size on the local runtime: node prove/imports.ts --megabytes 2048
// It ends, loaded or refused in words, and the service answers all the while. The functions run as threads of this
// process, so its most memory is theirs together with the runtime's; DynamoDB Local is a process of its own.

const {values} = parseArgs({options: {megabytes: {type: 'string', default: '2048'}}})
const AUTHORITY = 'E09000023'

const dataDir = mkdtempSync(join(tmpdir(), 'hearth-imports-'))
const hearth = await startHearth({dataDir, port: 0, authorityId: AUTHORITY})
try {
  const {analyst: token} = await hearth.tokens()
  const mebibytes = () => Math.round(process.resourceUsage().maxRSS / 1024)
  // Until then the file was made and sent, by this very process.
  let uploaded: number | null = null
  let told = ''
  const done = await importLarge({
    url: hearth.url,
    token,
    megabytes: Number(values.megabytes),
    progress: line => {
      uploaded ??= mebibytes()
      if (line !== told) process.stderr.write(`${line}\n`)
      told = line
    },
  })
  console.log(JSON.stringify({...done, uploadedMiB: uploaded, peakMiB: mebibytes()}, null, 2))
  process.exitCode = done.state === 'failed' ? 1 : 0
} finally {
  await hearth.stop()
  rmSync(dataDir, {recursive: true})
}
