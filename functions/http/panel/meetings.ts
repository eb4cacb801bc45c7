import {changedSince, type Meeting, publish} from '../../../domain/panel/meeting.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {fingerprintOf} from '../../panel/fingerprint.ts'
import {fingerprintsOf, type MeetingPack, makeMeetingPack} from '../../panel/meeting-pack.ts'
import {loadPanelPolicy} from '../../panel/panel-policy.ts'
import {http} from '../../runtime/http.ts'
import {keepMeeting, keepPack, loadMeeting, loadPack, meetingOrNone} from '../../store/panel-meetings.ts'
import {nextVersion, type Stored} from '../../store/stored.ts'
import {resource} from '../resource.ts'
import {panelRoutes} from '../routes/panel.ts'
import {aboutPack, unlessChair} from './case-resource.ts'
import {meetingPage} from './pack/meeting-page.ts'
import {CONTENT_SECURITY_POLICY} from './pack/style.ts'

export const getMeeting = http(
  panelRoutes.getMeeting,
  async ({params: {date}}, {table, caller: {authorityId}}) => {
    const [recorded, {panel}] = await Promise.all([
      loadMeeting(table, authorityId, date),
      loadPanelPolicy(table, authorityId),
    ])
    const meeting = meetingOrNone(recorded, date)
    return ok({
      body: meetingResource(meeting, panel.quorum),
      version: meeting.version,
      about: [`meeting/${date}`],
    })
  },
)

export const recordMeeting = http(
  panelRoutes.recordMeeting,
  async ({params: {date}, version, body}, {table, caller: {authorityId}, now}) => {
    const [recorded, {panel}] = await Promise.all([
      loadMeeting(table, authorityId, date),
      loadPanelPolicy(table, authorityId),
    ])
    const before = meetingOrNone(recorded, date)
    if (before.version !== version) return refuse({kind: 'precondition-failed', current: before.version})
    const after = nextVersion(before, {...before.value, ...body}, now)
    return ok({
      body: meetingResource(after, panel.quorum),
      version: after.version,
      about: [`meeting/${date}`],
      writes: [keepMeeting(authorityId, recorded, after)],
    })
  },
)

export const publishMeeting = http(
  panelRoutes.publishMeeting,
  async ({params: {date}}, {table, caller, now}) => {
    const refusal = unlessChair(caller)
    if (refusal !== null) return refuse(refusal)
    const {authorityId, by} = caller
    const recorded = await loadMeeting(table, authorityId, date)
    const before = meetingOrNone(recorded, date)
    const pack = await makeMeetingPack(table, authorityId, before.value, now)
    const text = JSON.stringify(pack)
    const fingerprint = fingerprintOf(text)
    const published = publish(before.value, {at: now, by, fingerprint, cases: fingerprintsOf(pack)})
    if (!published.ok) return published
    const after = nextVersion(before, published.value, now)
    return ok({
      body: meetingResource(after, pack.quorum),
      version: after.version,
      about: [`meeting/${date}`, ...pack.cases.flatMap(aboutPack)],
      writes: [keepMeeting(authorityId, recorded, after), ...keepPack(authorityId, fingerprint, text, now)],
    })
  },
)

export const getMeetingPack = http(
  panelRoutes.getMeetingPack,
  async ({params: {date}, query: {format}}, {table, caller: {authorityId}, now}) => {
    const {value: meeting} = meetingOrNone(await loadMeeting(table, authorityId, date), date)
    const {published} = meeting
    const current = await makeMeetingPack(table, authorityId, meeting, now)
    const kept = published && (await loadPack(table, authorityId, published.fingerprint))
    if (published !== null && kept === null) throw new Error('A pack that was published is not there.')
    const pack = kept === null ? current : (JSON.parse(kept) as MeetingPack)
    const changed = published === null ? [] : changedSince(published, fingerprintsOf(current))
    const shown = {
      ...pack,
      published: published && {at: published.at, fingerprint: published.fingerprint},
      changed,
    }
    const about = [`meeting/${date}` as const, ...pack.cases.flatMap(aboutPack)]
    return format === 'json'
      ? ok({body: JSON.stringify(shown), headers: {'content-type': 'application/json'}, about})
      : ok({
          body: meetingPage(shown),
          headers: {'content-security-policy': CONTENT_SECURITY_POLICY},
          about,
        })
  },
)

function meetingResource(stored: Stored<Meeting>, quorum: number) {
  const {date, members, apologies} = stored.value
  const present = members.filter(member => !apologies.includes(member)).length
  return {id: date, ...resource(stored), quorum, quorate: present >= quorum}
}
