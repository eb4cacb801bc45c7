import {addDays, dayInEngland, type Instant, startOfDay} from '../../domain/calendar.ts'
import type {AuthorityId, HoldId} from '../../domain/ids.ts'
import {type DeadlineEvent, toRaise} from '../../domain/placement/deadline-events.ts'
import {LONGEST_NOTICE_DAYS} from '../../domain/placement/deadline-limits.ts'
import type {Deadline} from '../../domain/placement/deadlines.ts'
import {expireHold} from '../../domain/placement/expire-hold.ts'
import {deadlineApproaching} from '../../events/deadline-approaching.v1.ts'
import {deadlineLapsed} from '../../events/deadline-lapsed.v1.ts'
import {registeredAuthorities} from '../store/authorities.ts'
import {changeCalendar, loadCalendar} from '../store/calendars.ts'
import {type Deadlines, deadlinesLapsingBefore, keepDeadlines} from '../store/deadlines.ts'
import {keepHold, loadHold} from '../store/holds.ts'
import {recordEvents} from '../store/outbox.ts'
import {recordPlacementEvents} from '../store/placement-events.ts'
import type {Refusal} from '../store/refusal.ts'
import type {Stored} from '../store/stored.ts'
import type {Table, Write} from '../store/table.ts'

/** How many records had something to tell, how many more somebody else was changing, and of how many it failed to tell. */
export interface Raised {
  readonly raised: number
  readonly left: number
  readonly failed: number
}

/**
 * Tells of every deadline of every authority that approaches or has lapsed, and clears lapsed holds away. Each
 * record with its events in one transaction, over the version that was read: run late, twice or beside itself it
 * tells nothing twice. One that fails keeps no other back; what is left is for the next run.
 */
export async function raiseDue(table: Table, at: Instant): Promise<Raised> {
  const horizon = startOfDay(addDays(dayInEngland(at), LONGEST_NOTICE_DAYS))
  const told: Outcome[] = []
  for (const authorityId of await registeredAuthorities(table))
    for await (const page of deadlinesLapsingBefore(table, authorityId, horizon)) {
      const tell = (deadlines: Stored<Deadlines>) =>
        tellOf(table, authorityId, deadlines, at).catch((): Outcome => 'failed')
      const outcomes = await Promise.all(page.map(tell))
      // Holds of one household change one calendar: those that lost to each other come again, one by one.
      for (const [nth, outcome] of outcomes.entries())
        told.push(outcome === 'left' ? await tell(page[nth]!) : outcome)
    }
  const count = (of: Outcome) => told.filter(outcome => outcome === of).length
  return {raised: count('raised'), left: count('left'), failed: count('failed')}
}

type Outcome = 'nothing' | 'raised' | 'left' | 'failed'

async function tellOf(
  table: Table,
  authorityId: AuthorityId,
  deadlines: Stored<Deadlines>,
  at: Instant,
): Promise<Outcome> {
  const events = deadlines.value.deadlines.flatMap(deadline => toRaise(deadline, at) ?? [])
  if (events.length === 0) return 'nothing'
  const done = await table.transact([
    ...raising(authorityId, deadlines, events, at),
    ...(await clearing(table, authorityId, events, at)),
  ])
  return done.ok ? 'raised' : 'left'
}

/** The deadlines as they are once these events are told, and the events. */
function raising(
  authorityId: AuthorityId,
  before: Stored<Deadlines>,
  events: readonly DeadlineEvent[],
  at: Instant,
): readonly Write<Refusal>[] {
  const told = new Map(events.map(({deadline}) => [deadline.id, deadline]))
  const deadlines = before.value.deadlines.map(each => told.get(each.id) ?? each)
  return [
    keepDeadlines(authorityId, before, {...before.value, deadlines}, at),
    ...recordEvents(
      authorityId,
      events.map(({name, deadline: {id, kind, about, dueOn, lapsesAt}}) => {
        const data = {
          authorityId,
          deadlineId: id,
          deadlineVersion: before.version + 1,
          kind,
          about: addressOf(about),
          dueOn,
          lapsesAt,
        }
        return name === 'DeadlineLapsed' ? deadlineLapsed(data, at) : deadlineApproaching(data, at)
      }),
    ),
  ]
}

function addressOf(about: Deadline['about']): string {
  switch (about.kind) {
    case 'placement':
      return `placement/${about.placementId}`
    case 'hold':
      return `hold/${about.holdId}`
    case 'application':
      return `application/${about.applicationId}`
  }
}

/** The places of holds whose time is over leave the calendar, and HoldExpired says so. */
async function clearing(
  table: Table,
  authorityId: AuthorityId,
  events: readonly DeadlineEvent[],
  at: Instant,
): Promise<readonly Write<Refusal>[]> {
  const writes = events.map(async ({name, deadline: {about}}) =>
    name === 'DeadlineLapsed' && about.kind === 'hold' ? expiring(table, authorityId, about.holdId, at) : [],
  )
  return (await Promise.all(writes)).flat()
}

async function expiring(
  table: Table,
  authorityId: AuthorityId,
  id: HoldId,
  at: Instant,
): Promise<readonly Write<Refusal>[]> {
  const hold = await loadHold(table, authorityId, id)
  const calendar = hold && (await loadCalendar(table, authorityId, hold.value.householdId))
  if (!hold || !calendar) throw new Error('A deadline is about a hold that is not there.')
  const expired = expireHold(hold.value, calendar.value, at)
  if (!expired.ok) return []
  const {householdId} = hold.value
  const versions = {[id]: hold.version + 1}
  return [
    ...changeCalendar(authorityId, householdId, calendar, expired.value.calendar, at),
    keepHold(authorityId, hold, hold.value, at),
    ...recordPlacementEvents(authorityId, expired.value.events, versions, at),
  ]
}
