import type * as z from 'zod'

/**
 * Runs a check across fields even where other fields are at fault, so that one answer names everything:
 * zod by itself skips such checks after the first fault. The fields named here must be sound; one that only
 * contradicts another (`custom`) still has its type.
 */
export const whenSound =
  (...fields: readonly string[]) =>
  ({issues}: z.core.ParsePayload): boolean =>
    issues.every(({code, path}) => {
      const [field] = path ?? []
      return (
        code === 'unrecognized_keys' ||
        code === 'custom' ||
        (field !== undefined && !fields.includes(String(field)))
      )
    })

/** Refinement parameters: what is wrong, where, and which fields must be sound for the question to make sense. */
export const contradiction = (at: string, error: string, fields: readonly string[]) => ({
  path: at.split('/').filter(Boolean),
  error,
  when: whenSound(...fields),
})
