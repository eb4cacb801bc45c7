import type {Day, Instant} from '../calendar.ts'
import type {CaseId} from '../ids.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {Conflict} from './decision.ts'

/** Names a pack by what stands in it: SHA-256, in hexadecimal. */
export type Fingerprint = string

/** A meeting of the panel on a day, and what it was shown. */
export interface Meeting {
  readonly date: Day
  readonly members: readonly string[]
  readonly apologies: readonly string[]
  readonly conflicts: readonly Conflict[]
  /** What members were sent; null: the pack is still made anew each time. */
  readonly published: Published | null
}

export interface Published {
  readonly at: Instant
  readonly by: string
  readonly fingerprint: Fingerprint
  /** Of each case as it stood in the pack, in the order of the agenda. */
  readonly cases: readonly {readonly caseId: CaseId; readonly fingerprint: Fingerprint}[]
}

export const newMeeting = (date: Day): Meeting => ({
  date,
  members: [],
  apologies: [],
  conflicts: [],
  published: null,
})

/** Freezes what members are shown: once. */
export function publish(
  meeting: Meeting,
  published: Published,
): Result<Meeting, {readonly kind: 'published-already'; readonly at: Instant}> {
  if (meeting.published !== null) return refuse({kind: 'published-already', at: meeting.published.at})
  return ok({...meeting, published})
}

/** What is otherwise than members saw it. */
export interface Changed {
  readonly caseId: CaseId
  readonly how: 'changed' | 'no-longer-on-the-agenda' | 'new-on-the-agenda'
}

/** The cases of which a pack made now would say something else than the one that was published. */
export function changedSince({cases}: Published, now: Published['cases']): readonly Changed[] {
  const before = new Map(cases.map(({caseId, fingerprint}) => [caseId, fingerprint]))
  const after = new Map(now.map(({caseId, fingerprint}) => [caseId, fingerprint]))
  return [
    ...cases.flatMap(({caseId, fingerprint}): readonly Changed[] => {
      const is = after.get(caseId)
      if (is === fingerprint) return []
      return [{caseId, how: is === undefined ? 'no-longer-on-the-agenda' : 'changed'}]
    }),
    ...now.flatMap(({caseId}): readonly Changed[] =>
      before.has(caseId) ? [] : [{caseId, how: 'new-on-the-agenda'}],
    ),
  ]
}
