import type * as z from 'zod'
import type {Fault} from '../http/schemas/problem.ts'

type Issue = z.core.$ZodIssue

/** An answer stays readable, and small, however much is wrong. */
const MOST_FAULTS = 500
/** A field that we do not know is named in its pointer, but not at any length. */
const LONGEST_NAME = 100

export const pointer = (path: readonly PropertyKey[]): string =>
  path
    .map(step => `/${String(step).slice(0, LONGEST_NAME).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')

const UNITS: Readonly<Record<string, string>> = {string: ' characters', array: ' items', set: ' items'}

/** What is wrong, without the value that was sent. */
function words(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'is required'
      return `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`
    case 'invalid_value':
      return issue.message.startsWith('Invalid')
        ? `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
        : issue.message
    case 'too_big': {
      const unit = UNITS[issue.origin]
      return unit ? `must have at most ${issue.maximum}${unit}` : `must be at most ${issue.maximum}`
    }
    case 'too_small': {
      const unit = UNITS[issue.origin]
      return unit ? `must have at least ${issue.minimum}${unit}` : `must be at least ${issue.minimum}`
    }
    case 'invalid_union':
      return 'must be one of the values in the contract'
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'must have another name'
    default:
      return issue.message
  }
}

/** Every violation that zod found in one part of the request, each with its pointer. */
export const faultsOf = (part: Fault['in'], error: z.ZodError): readonly Fault[] =>
  error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => ({
          in: part,
          pointer: pointer([...issue.path, key]),
          detail: 'is not a known field',
        }))
      : [{in: part, pointer: pointer(issue.path), detail: words(issue)}],
  )

export function readable(faults: readonly Fault[]): readonly Fault[] {
  const more = faults.length - MOST_FAULTS
  if (more <= 0) return faults
  return [...faults.slice(0, MOST_FAULTS), {in: 'body', pointer: '', detail: `and ${more} more`}]
}
