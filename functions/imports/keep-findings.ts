import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import type {FoundInImport} from '../../domain/imports/found.ts'
import type {Attempt, Import} from '../../domain/imports/import.ts'
import type {Severity} from '../../domain/ssda903/finding.ts'
import {findingsItem} from '../store/imports.ts'
import type {Table} from '../store/table.ts'

/** Some 40 KB. */
const FINDINGS_A_BUNDLE = 100
const SEVERITIES: readonly Severity[] = ['E', 'W']

export interface Findings {
  /** Keeps more of them; within one call they come to stand by table and row. */
  readonly keep: (found: readonly FoundInImport[]) => Promise<void>
  readonly counts: () => Import['findings']
}

/** The findings of one attempt at an import, kept in bundles where nobody sees them before its end. */
export function findingsOf(
  {table, now}: {readonly table: Table; readonly now: () => Instant},
  authorityId: AuthorityId,
  attempt: Attempt,
): Findings {
  const bundles: Record<Severity, number> = {E: 0, W: 0}
  const counts = {errors: 0, warnings: 0, disagreements: 0}
  const bundled = (severity: Severity, found: readonly FoundInImport[]) =>
    Array.from({length: Math.ceil(found.length / FINDINGS_A_BUNDLE)}, (_, n) =>
      findingsItem(
        authorityId,
        attempt,
        {
          severity,
          bundle: bundles[severity]++,
          found: found.slice(n * FINDINGS_A_BUNDLE, (n + 1) * FINDINGS_A_BUNDLE),
        },
        now(),
      ),
    )
  return {
    async keep(found) {
      const bySeverity = Object.groupBy(found.toSorted(byPlace), ({severity}) => severity)
      counts.errors += bySeverity.E?.length ?? 0
      counts.warnings += bySeverity.W?.length ?? 0
      counts.disagreements += found.filter(({rule}) => rule === 'timeline').length
      await table.putUnseen(SEVERITIES.flatMap(severity => bundled(severity, bySeverity[severity] ?? [])))
    },
    counts: () => counts,
  }
}

const byPlace = (a: FoundInImport, b: FoundInImport): number => {
  if (a.about !== b.about) return a.about < b.about ? -1 : 1
  return a.row - b.row || (a.rule < b.rule ? -1 : 1)
}
