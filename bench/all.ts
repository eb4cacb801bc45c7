import {spawnSync} from 'node:child_process'

// Every bench that a minute or two allows; `node bench/commands.ts` is for when there is more time.

for (const bench of [
  'engine',
  'indicators',
  'ssda903-rules',
  'carers-needed',
  'shortlist-over-http',
  'placing',
  'panel',
  'cold-start',
  'import',
  'import-store',
]) {
  console.log(`\n▶ bench/${bench}.ts`)
  const {status} = spawnSync(process.execPath, [`bench/${bench}.ts`], {stdio: 'inherit'})
  if (status !== 0) process.exitCode = 1
}
