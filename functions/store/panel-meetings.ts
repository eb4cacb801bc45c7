import type {Day, Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {type Fingerprint, type Meeting, newMeeting} from '../../domain/panel/meeting.ts'
import {chunkItems, textOf} from './chunks.ts'
import {keys, partitions} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putOver, putRecord} from './steps.ts'
import {firstVersion, itemOf, type Stored, storedOrNull} from './stored.ts'
import type {Table, Write} from './table.ts'

const TYPE = 'meeting'
const PACK = 'panel-pack'

export const loadMeeting = async (
  table: Table,
  auth: AuthorityId,
  date: Day,
): Promise<Stored<Meeting> | null> =>
  storedOrNull<Meeting>(TYPE, await table.get(keys.panelMeeting.make({authorityId: auth, date})))

/** Until anything is recorded of it a meeting is empty: version 1, of the day itself. */
export const meetingOrNone = (recorded: Stored<Meeting> | null, date: Day): Stored<Meeting> =>
  recorded ?? firstVersion(newMeeting(date), `${date}T00:00:00.000Z`)

/** The next version, over what was recorded, or where nothing was. Refused when somebody was faster. */
export function keepMeeting(
  auth: AuthorityId,
  recorded: Stored<Meeting> | null,
  after: Stored<Meeting>,
): Write<Refusal> {
  const key = keys.panelMeeting.make({authorityId: auth, date: after.value.date})
  const item = itemOf({key, type: TYPE}, after)
  return recorded === null ? putRecord(item, TYPE) : putOver(recorded.version, item, TYPE)
}

/** What members are shown, under its fingerprint: in the transaction that publishes it. */
export const keepPack = (
  auth: AuthorityId,
  fingerprint: Fingerprint,
  text: string,
  at: Instant,
): readonly Write<Refusal>[] =>
  chunkItems(
    text,
    PACK,
    chunk => keys.panelPack.make({authorityId: auth, fingerprint, chunk}),
    firstVersion(null, at),
  ).map(item => putRecord(item, TYPE))

/** The text that was published; null when there is none under this fingerprint. */
export async function loadPack(
  table: Table,
  auth: AuthorityId,
  fingerprint: Fingerprint,
): Promise<string | null> {
  const items = await table.queryAll({pk: partitions.panelPack.make({authorityId: auth, fingerprint})})
  return items.length === 0 ? null : textOf(items)
}
