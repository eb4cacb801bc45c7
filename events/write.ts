import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {breaks} from './compatibility.ts'
import {type Document, documents} from './documents.ts'

/**
 * Writes the JSON Schema of every event and the AsyncAPI document to events/generated, and keeps nothing else there.
 * A published schema only grows: what would break its readers is refused, and needs a new version of the event.
 * With `--check` it writes nothing, and fails when what is committed says something else than the code does, however
 * it is laid out.
 */
const folder = new URL('generated/', import.meta.url)
mkdirSync(folder, {recursive: true})

const wanted = documents()
const committed = new Map(readdirSync(folder).map(name => [name, read(name)]))
const strangers = [...committed.keys()].filter(name => !wanted.has(name))
const changed = [...wanted.keys()].filter(name => !same(committed.get(name), wanted.get(name)))

function read(name: string): Document {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Document
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Why the committed schemas cannot be replaced by those of the code. */
function refusals(): readonly string[] {
  const published = [...committed].filter(([name]) => name.startsWith('hearth.'))
  return published.flatMap(([name, schema]) => {
    const now = wanted.get(name)
    return now ? breaks(schema, now).map(each => `${name}: ${each}`) : [`${name}: the event is gone`]
  })
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

const refused = refusals()
if (refused.length > 0)
  fail(`A published event only grows. Make a new version of it beside the old:\n${refused.join('\n')}`)
else if (process.argv.includes('--check')) {
  const stale = [...changed, ...strangers]
  if (stale.length > 0) fail(`Run events/write.ts and commit what changes: ${stale.join(', ')}`)
} else {
  for (const name of changed)
    writeFileSync(new URL(name, folder), `${JSON.stringify(wanted.get(name), null, 2)}\n`)
  for (const name of strangers) rmSync(new URL(name, folder))
}
