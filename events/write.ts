import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import * as z from 'zod'
import {EVENTS} from './catalogue.ts'

/**
 * Writes the JSON Schema of every event to events/generated, and nothing else there. With `--check` it writes
 * nothing, and fails when what is committed differs from what the code says.
 */
const folder = new URL('generated/', import.meta.url)

const files = new Map(
  EVENTS.map(({type, schema}) => {
    const {$schema, ...shape} = z.toJSONSchema(schema)
    return [`${type}.json`, `${JSON.stringify({$schema, $id: `/events/${type}.json`, ...shape}, null, 2)}\n`]
  }),
)

mkdirSync(folder, {recursive: true})
const strangers = readdirSync(folder).filter(name => !files.has(name))
const committed = (name: string) => {
  try {
    return readFileSync(new URL(name, folder), 'utf8')
  } catch {
    return null
  }
}
const changed = [...files].filter(([name, text]) => committed(name) !== text).map(([name]) => name)

if (process.argv.includes('--check')) {
  const stale = [...changed, ...strangers]
  if (stale.length > 0) console.error(`Run events/write.ts and commit what changes: ${stale.join(', ')}`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const name of changed) writeFileSync(new URL(name, folder), files.get(name)!)
  for (const name of strangers) rmSync(new URL(name, folder))
}
