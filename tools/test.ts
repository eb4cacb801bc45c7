import {spawnSync} from 'node:child_process'
import {readFileSync, rmSync} from 'node:fs'

// Every check, in the order in which a fault is cheapest to see. All run, whatever fails.

const REPORT = 'test-results/vitest.json'

type Step = readonly [name: string, ...command: string[]]

const STEPS: readonly Step[] = [
  ['style', 'biome', 'check'],
  ['types', 'tsc', '-p', '.'],
  ['types of infra', 'tsc', '-p', 'tsconfig.infra.json'],
  ['nothing unused', 'knip', '--no-progress'],
  ['API contract is current', 'node', 'contracts/write.ts', '--check'],
  ['event contracts are current', 'node', 'events/write.ts', '--check'],
  ['synthesis and its rules', 'node', 'infra/app.ts'],
  ['tests', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
  ...(process.env['SSDA903_CASES'] ?? '')
    .split(/\s+/)
    .filter(path => path !== '')
    .map((path): Step => ['cases of the return', 'node', 'tools/ssda903-cases.ts', path]),
]

interface Outcome {
  readonly name: string
  readonly seconds: number
  readonly passed: number
  readonly failed: number
}

const seconds = (since: number) => (performance.now() - since) / 1000

function run([name, command, ...args]: Step): Outcome {
  console.log(`\n▶ ${name}: ${[command, ...args].join(' ')}`)
  const since = performance.now()
  const {status} = spawnSync(command!, args, {
    stdio: 'inherit',
    env: {...process.env, PATH: `node_modules/.bin:${process.env['PATH']}`},
  })
  const succeeded = status === 0
  const counted =
    name === 'tests' ? tally(succeeded) : {passed: Number(succeeded), failed: Number(!succeeded)}
  return {name, seconds: seconds(since), ...counted}
}

/** Tests one by one; a run that failed with no failed test (a file that does not load, say) is one failure. */
function tally(succeeded: boolean): {passed: number; failed: number} {
  try {
    const {numPassedTests, numFailedTests} = JSON.parse(readFileSync(REPORT, 'utf8'))
    return {passed: numPassedTests, failed: succeeded ? numFailedTests : Math.max(1, numFailedTests)}
  } catch {
    return {passed: 0, failed: 1}
  }
}

rmSync(REPORT, {force: true})
const outcomes = STEPS.map(run)
const total = (of: 'passed' | 'failed' | 'seconds') => outcomes.reduce((sum, outcome) => sum + outcome[of], 0)

console.log('\n  seconds  passed  failed')
for (const {name, seconds, passed, failed} of [
  ...outcomes,
  {name: 'in all', seconds: total('seconds'), passed: total('passed'), failed: total('failed')},
])
  console.log(
    `${seconds.toFixed(1).padStart(9)}${String(passed).padStart(8)}${String(failed).padStart(8)}  ${name}`,
  )
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 ? 0 : 1
