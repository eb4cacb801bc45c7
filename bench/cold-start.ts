import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {gzipSync} from 'node:zlib'
import {type Bundle, bundlesIn} from './bundles.ts'

// What a cold start costs: the size of each synthesised bundle and the time to load it, in a fresh process for each
// run and without the start of the process itself. The functions take turns, so that noise falls on all alike.
// Usage, after `npm run synth`: node bench/cold-start.ts [runs] [cloud assembly]

const RUNS = Number(process.argv[2] ?? 15)
const ASSEMBLY = resolve(process.argv[3] ?? process.env['CDK_OUTDIR'] ?? 'cdk.out')
/** Milliseconds, in the median. */
const TARGET = 90

/** As Lambda loads it: `require`, settings in the environment. */
const LOAD = 'const t = performance.now(); require(process.argv[1]); console.log(performance.now() - t)'

function load({path, settings}: Bundle): number {
  const env = {
    ...Object.fromEntries(settings.map(name => [name, 'x'])),
    LOG_LEVEL: 'INFO',
    AWS_REGION: 'eu-west-2',
  }
  return Number(execFileSync(process.execPath, ['-e', LOAD, path], {env, encoding: 'utf8'}))
}

function report({name, path}: Bundle, times: readonly number[]): Record<string, unknown> {
  const code = readFileSync(path)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Number(sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1))
  return {
    function: name,
    KB: Math.round(code.length / 1000),
    'KB gzip': Math.round(gzipSync(code).length / 1000),
    'least ms': at(0),
    'median ms': at(0.5),
    'p90 ms': at(0.9),
    'most ms': at(1),
    [`median <= ${TARGET} ms`]: at(0.5) <= TARGET,
  }
}

const bundles = bundlesIn(ASSEMBLY)
const rounds = Array.from({length: RUNS}, () => bundles.map(load))
console.log(`Node ${process.version}, ${RUNS} runs each`)
console.table(
  bundles.map((bundle, index) =>
    report(
      bundle,
      rounds.map(round => round[index]!),
    ),
  ),
)
