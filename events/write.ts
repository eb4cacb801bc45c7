import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import * as z from 'zod'
import {EVENTS} from './catalogue.ts'

/**
 * Writes the JSON Schema of every event to events/generated, and keeps nothing else there. With `--check` it
 * writes nothing, and fails when what is committed says something else than the code does, however it is laid out.
 */
const folder = new URL('generated/', import.meta.url)

const schemas = new Map(
  EVENTS.map(({type, schema}) => {
    const {$schema, ...shape} = z.toJSONSchema(schema)
    return [`${type}.json`, {$schema, $id: `/events/${type}.json`, ...shape}]
  }),
)

mkdirSync(folder, {recursive: true})
const committed = new Set(readdirSync(folder))
const strangers = [...committed].filter(name => !schemas.has(name))
const changed = [...schemas.keys()].filter(name => !committed.has(name) || !saysTheSame(name))

function saysTheSame(name: string): boolean {
  const text = readFileSync(new URL(name, folder), 'utf8')
  return JSON.stringify(JSON.parse(text)) === JSON.stringify(schemas.get(name))
}

if (process.argv.includes('--check')) {
  const stale = [...changed, ...strangers]
  if (stale.length > 0) console.error(`Run events/write.ts and commit what changes: ${stale.join(', ')}`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const name of changed)
    writeFileSync(new URL(name, folder), `${JSON.stringify(schemas.get(name), null, 2)}\n`)
  for (const name of strangers) rmSync(new URL(name, folder))
}
