import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

// What a newcomer waits for, once each, in a fresh clone of what is committed: seconds on this machine.

const clone = mkdtempSync(join(tmpdir(), 'hearth-clone-'))

/** Runs until it ends, or until it has said `until`, and then stops it. */
async function secondsOf(command: string, cwd: string, until?: string): Promise<number> {
  const since = performance.now()
  const child = spawn('sh', ['-c', `exec ${command}`], {cwd, stdio: ['ignore', 'pipe', 'inherit']})
  let said = ''
  return await new Promise((resolve, reject) => {
    child.stdout.on('data', text => {
      said += text
      if (until && said.includes(until) && child.kill('SIGTERM')) resolve((performance.now() - since) / 1000)
    })
    child.once('exit', code => {
      if (code === 0) resolve((performance.now() - since) / 1000)
      else if (!until || !said.includes(until)) reject(new Error(`${command} ended with ${code}`))
    })
  })
}

const FIRST_SHORTLIST = 'households could take them'
const steps: readonly (readonly [command: string, until?: string])[] = [
  ['npm ci'],
  ['npm run synth'],
  ['npm start -- --port 0', FIRST_SHORTLIST],
  ['npm start -- --port 0', FIRST_SHORTLIST],
  ['npm test'],
]
try {
  await secondsOf(`git clone -q . ${clone}`, process.cwd())
  for (const [command, until] of steps) {
    const seconds = await secondsOf(command, clone, until)
    console.log(`${command}${until ? ', to the first shortlist' : ''}: ${seconds.toFixed(1)} s`)
  }
} finally {
  rmSync(clone, {recursive: true, force: true})
}
