import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {synthesise} from '../local/synthesise.ts'
import {crash} from '../test/e2e/crash/crash.ts'

// Kills the whole service while callers write, and starts it again: node prove/crash.ts --rounds 20
// Nothing that was answered may be lost, and nothing that is asked again under its key be done twice.

const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '20'},
    callers: {type: 'string', default: '16'},
    writes: {type: 'string', default: '150'},
    seed: {type: 'string', default: '1'},
    assembly: {type: 'string'},
  },
})

const scratch = mkdtempSync(join(tmpdir(), 'hearth-crash-'))
try {
  const assembly = values.assembly ?? join(scratch, 'cdk.out')
  if (values.assembly === undefined) await synthesise(assembly)
  const {faults, ...figures} = await crash({
    dataDir: join(scratch, 'data'),
    assembly,
    authorityId: 'E09000023',
    rounds: Number(values.rounds),
    callers: Number(values.callers),
    writes: Number(values.writes),
    seed: Number(values.seed),
  })
  console.log(JSON.stringify(figures, null, 2))
  console.log(`${faults.length} at fault`)
  for (const fault of faults) console.log(`  ${fault}`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  rmSync(scratch, {recursive: true})
}
