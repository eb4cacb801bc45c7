import type {ChildReturn} from './tables.ts'

/**
 * Whether a return says that the child is an unaccompanied asylum-seeking child: by a row of the UASC table that says
 * anything beside the child, or by the flag of the Header. null: it says neither that nor the opposite.
 */
export function isUascIn({tables: {UASC, Header}}: ChildReturn): boolean | null {
  let isKnown = UASC !== undefined
  for (const {values} of UASC ?? [])
    if ((values.DUC ?? values.DOB ?? values.SEX ?? null) !== null) return true
  for (const {values} of Header ?? []) {
    if (values.UASC === '1') return true
    isKnown ||= values.UASC !== undefined
  }
  return isKnown ? false : null
}
