import type {Instant} from '../../domain/calendar.ts'
import type {ApplicationId, AuthorityId} from '../../domain/ids.ts'
import type {Application} from '../../domain/recruitment/application.ts'
import {type Stage, standingOn} from '../../domain/recruitment/stage.ts'
import {keys, partitions, positions, relations} from './keys.ts'
import {pageOfStored} from './pages.ts'
import {moveReference, referenceItem, takeReference} from './references.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {firstVersion, itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'application'

const keyOf = (auth: AuthorityId, applicationId: ApplicationId) =>
  keys.application.make({authorityId: auth, applicationId})
const all = (auth: AuthorityId) => ({pk: partitions.applications.make({authorityId: auth})})

export const loadApplication = async (
  table: Table,
  auth: AuthorityId,
  id: ApplicationId,
): Promise<Stored<Application> | null> => storedOrNull<Application>(TYPE, await table.get(keyOf(auth, id)))

/** Every application of the authority, open and ended, by id. */
export const allApplications = async (
  table: Table,
  auth: AuthorityId,
): Promise<readonly Stored<Application>[]> =>
  (await table.queryAll(all(auth))).map(item => storedIn<Application>(TYPE, item))

/** A page of all, the newest first; or from the index of those in one stage, the longest there first. */
export const listApplications = async (
  table: Table,
  auth: AuthorityId,
  {stage}: {readonly stage: Stage | null},
  page: PageRequest,
): Promise<Page<Stored<Application>>> =>
  pageOfStored(
    TYPE,
    stage === null
      ? await table.query({...all(auth), descending: true}, page)
      : await table.related(relations.applicationsByStage.make({authorityId: auth, stage}), page),
  )

/** A new application, or one over what was read; whoever is late is to decide again. */
export function keepApplication(
  auth: AuthorityId,
  before: Stored<Application> | null,
  after: Application,
  at: Instant,
): Write<Refusal>[] {
  const put = putAsDecided(applicationItem(auth, versionAfter(before, after, at)), before)
  return before === null
    ? [put, takeReference(referenceItem(auth, TYPE, after, at), TYPE)]
    : [put, ...moveReference(auth, TYPE, before.value.reference, after, at)]
}

/** A new application as it is stored, for loading in bulk. */
export const applicationItems = (
  auth: AuthorityId,
  application: Application,
  at: Instant,
): readonly Item[] => [
  applicationItem(auth, firstVersion(application, at)),
  referenceItem(auth, TYPE, application, at),
]

function applicationItem(auth: AuthorityId, stored: Stored<Application>): Item {
  const {id: applicationId} = stored.value
  const {stage, since: from} = stageWithoutEnd(stored.value)
  const related = {
    to: relations.applicationsByStage.make({authorityId: auth, stage}),
    at: positions.application.make({from, applicationId}),
  }
  return itemOf({key: keyOf(auth, applicationId), type: TYPE, related}, stored)
}

/** Nothing but a resignation takes effect by itself: carers who gave notice stand under `left` from then on. */
const stageWithoutEnd = (application: Application) => standingOn(application, '9999-12-31')!
