import type {Instant} from '../../../domain/calendar.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import type {PanelCase} from '../../../domain/panel/case.ts'
import type {CloudEvent} from '../../../events/envelope.ts'
import {recordEvents} from '../../store/outbox.ts'
import {keepCase} from '../../store/panel-cases.ts'
import {type Stored, versionAfter} from '../../store/stored.ts'
import {aboutCase, caseResource} from './case-resource.ts'

/** The answer that shows a case as it is changed to, and the writes that make it so, with what they tell. */
export function changed(
  authorityId: AuthorityId,
  before: Stored<PanelCase> | null,
  after: PanelCase,
  now: Instant,
  eventsOf: (of: {
    readonly authorityId: AuthorityId
    readonly caseId: PanelCase['id']
    readonly caseVersion: number
  }) => readonly CloudEvent[] = () => [],
) {
  const stored = versionAfter(before, after, now)
  const events = eventsOf({authorityId, caseId: after.id, caseVersion: stored.version})
  return {
    body: caseResource(stored),
    version: stored.version,
    about: aboutCase(after),
    writes: [keepCase(authorityId, before, after, now), ...recordEvents(authorityId, events)],
  }
}
