import type {Instant} from '../../../../domain/calendar.ts'
import type {ApplicationId, AuthorityId} from '../../../../domain/ids.ts'
import type {Application} from '../../../../domain/recruitment/application.ts'
import {deadlinesOfApplication} from '../../../../domain/recruitment/deadlines.ts'
import {endingBy} from '../../../../domain/recruitment/ending.ts'
import {applicationEnded} from '../../../../events/application-ended.v1.ts'
import type {ApplicationData} from '../../../../events/application-of.ts'
import type {CloudEvent} from '../../../../events/envelope.ts'
import {loadRecruitmentPolicy} from '../../../recruitment/recruitment-policy.ts'
import {keepApplication, loadApplication} from '../../../store/applications.ts'
import {type Deadlines, keepDeadlines, loadDeadlines} from '../../../store/deadlines.ts'
import {recordEvents} from '../../../store/outbox.ts'
import {type Stored, versionAfter} from '../../../store/stored.ts'
import type {Table} from '../../../store/table.ts'
import {
  aboutApplication,
  applicationResource,
  type Beside,
  IN_THE_END,
  loadCalendarsOf,
} from './application-resource.ts'

/** An application with all that changing it turns on; `stored` is null before there is any. */
export interface Before<Read extends Stored<Application> | null = Stored<Application> | null> extends Beside {
  readonly stored: Read
  readonly deadlines: Stored<Deadlines> | null
}

/** null: the authority has no such application. */
export async function loadBefore(
  table: Table,
  authorityId: AuthorityId,
  id: ApplicationId,
): Promise<Before<Stored<Application>> | null> {
  const [stored, deadlines, policy] = await Promise.all([
    loadApplication(table, authorityId, id),
    loadDeadlines(table, authorityId, id),
    loadRecruitmentPolicy(table, authorityId),
  ])
  if (stored === null) return null
  const calendars = await loadCalendarsOf(table, authorityId, [stored.value])
  return {stored, deadlines, policy, calendars}
}

/**
 * The answer that shows an application as it is changed to, and the writes that make it so: with what is due of it from
 * now on, what the change tells, and that it ends, if it does.
 */
export function changed(
  authorityId: AuthorityId,
  before: Before,
  after: Application,
  now: Instant,
  eventsOf: (of: ApplicationData) => readonly CloudEvent[] = () => [],
) {
  const stored = versionAfter(before.stored, after, now)
  const of = {authorityId, applicationId: after.id, applicationVersion: stored.version}
  const kept = before.deadlines?.value.deadlines ?? []
  const deadlines = {about: after.id, deadlines: deadlinesOfApplication(after, before.policy, kept, now)}
  return {
    body: applicationResource(stored, before, now),
    version: stored.version,
    about: aboutApplication(after),
    writes: [
      ...keepApplication(authorityId, before.stored, after, now),
      keepDeadlines(authorityId, before.deadlines, deadlines, now),
      ...recordEvents(authorityId, [...eventsOf(of), ...endOf(before.stored?.value ?? null, after, of, now)]),
    ],
  }
}

/** Told once its end is known, and again when another end takes its place. */
function endOf(
  before: Application | null,
  after: Application,
  of: ApplicationData,
  now: Instant,
): readonly CloudEvent[] {
  const [was, is] = [before && endingBy(before, IN_THE_END), endingBy(after, IN_THE_END)]
  if (is === null || (was?.kind === is.kind && was.on === is.on)) return []
  return [applicationEnded({...of, as: is.kind, on: is.on}, now)]
}
