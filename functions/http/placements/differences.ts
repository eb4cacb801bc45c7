import {pointer} from '../../runtime/faults.ts'

/** JSON pointers to what differs between two JSON values; the root when only the order of fields does. */
export function differences(before: unknown, after: unknown): readonly string[] {
  // By way of JSON, as both were and will be kept: what cannot be written cannot differ.
  const [was, is] = [JSON.stringify(before), JSON.stringify(after)]
  if (was === is) return []
  const found = [...compare(JSON.parse(was), JSON.parse(is), [])]
  return found.length > 0 ? found : ['']
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function* compare(before: unknown, after: unknown, at: readonly string[]): Generator<string> {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    for (const key of keys) yield* compare(before[key], after[key], [...at, key])
  } else if (before !== after) yield pointer(at)
}
