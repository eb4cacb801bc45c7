import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {CannotStart} from './cannot-start.ts'

const ROOT = join(import.meta.dirname, '..')

/** Bundles the functions and writes the cloud assembly, as for a deployment, but with no account and no network. */
export async function synthesise(outdir: string, signal?: AbortSignal): Promise<void> {
  rmSync(outdir, {recursive: true, force: true})
  const app = spawn(process.execPath, ['infra/app.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      AWS_EC2_METADATA_DISABLED: 'true',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && {signal}),
  })
  let said = ''
  for (const stream of [app.stdout, app.stderr])
    stream.on('data', chunk => {
      said = (said + chunk).slice(-8_000)
    })
  const [code] = await once(app, 'close')
  if (code !== 0)
    throw new CannotStart(`The CDK app could not be synthesised (infra/app.ts):\n${said.trim()}`)
}
