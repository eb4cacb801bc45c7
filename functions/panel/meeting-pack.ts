import type {Day, Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {agendaOf} from '../../domain/panel/agenda.ts'
import type {Meeting, Published} from '../../domain/panel/meeting.ts'
import type {CasePack} from '../../domain/panel/pack.ts'
import {openCases} from '../store/panel-cases.ts'
import type {Table} from '../store/table.ts'
import {fingerprintOf} from './fingerprint.ts'
import {caseOn, loadPanel} from './load-panel.ts'
import {makePack} from './make-pack.ts'

/** What members of a meeting are shown: who was to be there, and each case of the agenda on a page. */
export interface MeetingPack {
  readonly authorityId: AuthorityId
  readonly date: Day
  readonly at: Instant
  readonly quorum: number
  readonly members: Meeting['members']
  readonly apologies: Meeting['apologies']
  readonly conflicts: Meeting['conflicts']
  readonly cases: readonly CasePack[]
}

/** The pack of a meeting as it would be now. */
export async function makeMeetingPack(
  table: Table,
  authorityId: AuthorityId,
  {date, members, apologies, conflicts}: Meeting,
  at: Instant,
): Promise<MeetingPack> {
  const [panel, cases] = await Promise.all([loadPanel(table, authorityId), openCases(table, authorityId)])
  const agenda = agendaOf(
    cases.map(({value}) => caseOn(panel, value, date)),
    date,
    panel.policy,
  )
  return {
    authorityId,
    date,
    at,
    quorum: panel.policy.quorum,
    members,
    apologies,
    conflicts,
    cases: await Promise.all(
      agenda.map(async ({now, urgency}) => ({...(await makePack(table, panel, now, at)), urgency})),
    ),
  }
}

/** Each case by what stands in its pack, without the day on which it was made: another day alone changes nothing. */
export const fingerprintsOf = ({cases}: MeetingPack): Published['cases'] =>
  cases.map(pack => ({caseId: pack.caseId, fingerprint: fingerprintOf(JSON.stringify(withoutDay(pack)))}))

/** What moves with each day by itself: ages of things, sums so far, who is past what. */
function withoutDay(pack: CasePack): unknown {
  const {asOf, history, cost, daysPastStepDown, saving, stepDown, child, ...stays} = pack
  const {soFar, toEighteen, ...rate} = cost
  const {age, ...facts} = child
  return {
    ...stays,
    child: facts,
    cost: rate,
    history: history.map(({nights, ...line}) => line),
    options: stepDown.options.map(({householdId, suitability, differencePenceAWeek}) => ({
      householdId,
      suitability,
      differencePenceAWeek,
    })),
  }
}
