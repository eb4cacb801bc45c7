import type {ChildView} from '../child-view.ts'
import type {Rule} from '../rule.ts'

/** A letter other than I, O and S, and twelve digits, of which the last may be a letter; or why there is none. */
const UPN = /^(?:[A-HJ-NP-RT-Z]\d{11}[\dA-Z]|UN[1-5])$/
const NO_UPN = /^UN[1-5]$/

const isTwice = (upn: string | null, {context}: ChildView) =>
  upn !== null && !NO_UPN.test(upn) && context.upnTwice?.(upn) === true

export const IDENTITY_RULES: readonly Rule[] = [
  {
    rule: 'INT03',
    severity: 'E',
    words: 'The child has an episode and no row in Header',
    reads: [],
    broken: {Episodes: (_, {isNamed, hasHeader, headers}) => hasHeader && !(isNamed && headers.length > 0)},
  },
  {
    rule: 'INT32',
    severity: 'E',
    words: 'The child has more than one row in Header',
    reads: [],
    broken: {Header: (_, {isNamed, headers}) => isNamed && headers.length > 1},
  },
  {
    rule: '168',
    severity: 'W',
    words: 'The UPN is neither a UPN nor one of UN1 to UN5',
    reads: ['UPN'],
    broken: {Header: ({source: {values}}) => (values.UPN ?? null) !== null && !UPN.test(values.UPN!)},
  },
  {
    rule: '444',
    severity: 'W',
    since: 2026,
    words: 'The UPN stands in the return for more than one child',
    reads: ['UPN'],
    broken: {Header: ({source: {values}}, child) => isTwice(values.UPN ?? null, child)},
  },
]
