import {releaseHold as release} from '../../../domain/placement/release-hold.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {changeCalendar} from '../../store/calendars.ts'
import {keepDeadlineOfHold, loadDeadlines} from '../../store/deadlines.ts'
import {keepHold, loadHold} from '../../store/holds.ts'
import {recordPlacementEvents} from '../../store/placement-events.ts'
import {nextVersion} from '../../store/stored.ts'
import {holdRoutes} from '../routes/holds.ts'
import {aboutHold, holdResource} from './hold-resource.ts'
import {loadHomeOf} from './load-homes.ts'

export const releaseHold = http(
  holdRoutes.releaseHold,
  async ({params}, {table, caller: {authorityId, by}, now}) => {
    const before = await loadHold(table, authorityId, params.holdId)
    if (before === null) return refuse({kind: 'not-found', what: 'hold'})
    const about = aboutHold(before.value)
    // A repeated release, after a lost reply perhaps, finds what it wanted.
    if (before.value.released !== null)
      return ok({body: holdResource(before, now), version: before.version, about})
    const [home, deadlines] = await Promise.all([
      loadHomeOf(table, authorityId, before.value.householdId),
      loadDeadlines(table, authorityId, params.holdId),
    ])
    const decided = release(before.value, home.calendar.value, {by, at: now})
    if (!decided.ok) return decided
    const {hold, calendar, events} = decided.value
    const after = nextVersion(before, hold, now)
    return ok({
      body: holdResource(after, now),
      version: after.version,
      about,
      writes: [
        ...changeCalendar(authorityId, hold.householdId, home.calendar, calendar, now),
        keepHold(authorityId, before, hold, now),
        keepDeadlineOfHold(authorityId, deadlines, hold, now),
        ...recordPlacementEvents(authorityId, events, {[hold.id]: after.version}, now),
      ],
    })
  },
)
