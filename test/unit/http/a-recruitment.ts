import {type InMemoryService, inMemoryService, type Reply} from '../../../contracts/in-memory-service.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import type {CloudEvent} from '../../../events/envelope.ts'
import {storedIn} from '../../../functions/store/stored.ts'
import type {Table} from '../../../functions/store/table.ts'
import {ASSESSED} from '../recruitment/an-application.ts'
import {given, HOUSEHOLD, officer, POSTCODES} from './a-borough.ts'

export const ENQUIRY = {
  reference: 'FA-1',
  kind: 'fostering',
  enquiry: {on: '2026-02-02', source: 'website'},
  applicants: [{dob: '1984-05-17', ethnicity: 'BCRB'}],
}

const {kind: _, provider: __, approval, ...HOME} = HOUSEHOLD
export const TERMS = {...approval.terms, places: 1}

export const APPROVAL = {
  kind: 'decision',
  on: '2026-09-02',
  outcome: 'approved',
  terms: TERMS,
  home: {...HOME, reference: 'FC-9', home: {postcode: 'SE6 4RU'}, skills: ['therapeutic'], languages: ['so']},
}

const as = {claims: officer('E09000023', 'recruitment-officer')}

interface Shown {
  readonly id: string
  readonly version: number
  readonly householdId: string | null
  readonly milestones: readonly {readonly kind: string; readonly on: string}[]
  readonly [part: string]: unknown
}

export interface ARecruitment {
  readonly service: InMemoryService
  readonly ofApplication: {
    readonly claims: ReturnType<typeof officer>
    readonly params: {readonly applicationId: string}
  }
  readonly record: (milestone: object) => Promise<Reply>
  readonly shown: () => Promise<Shown>
  /** Types of the events of the application, in their order. */
  readonly events: () => Promise<readonly string[]>
}

/** An application that has come so far: by default up to the minutes of the panel. */
export async function aRecruitment(
  enquiry: object = ENQUIRY,
  milestones: readonly object[] = ASSESSED,
  table?: Table,
): Promise<ARecruitment> {
  const service = inMemoryService({postcodes: POSTCODES, ...(table && {table})})
  const {id} = await given(service, 'openApplication', {...as, body: enquiry})
  const ofApplication = {...as, params: {applicationId: id}}
  for (const milestone of milestones)
    await given(service, 'recordMilestone', {...ofApplication, body: milestone})
  return {
    service,
    ofApplication,
    record: milestone => service.call('recordMilestone', {...ofApplication, body: milestone}),
    shown: async () => (await given(service, 'getApplication', ofApplication)) as unknown as Shown,
    events: () => eventsOf(service, 'E09000023' as AuthorityId, id),
  }
}

async function eventsOf({surroundings}: InMemoryService, authorityId: AuthorityId, id: string) {
  const items = await surroundings.table.queryAll({pk: `${authorityId}#events#application#${id}`})
  return items.map(item => storedIn<CloudEvent>('event', item).value.type.replace(/^hearth\.|\.v1$/g, ''))
}
