import type {Child} from '../../domain/child/child.ts'
import type {RecordName} from '../store/audit-entry.ts'

/** What the audit calls a child of whom a reference is known: by id, or by the reference where returns alone know the child. */
export function childNames(children: readonly Child[]): (reference: string) => RecordName {
  const idOf = new Map(children.map(({id, reference}) => [reference, id]))
  return reference => `child/${idOf.get(reference) ?? reference}`
}
