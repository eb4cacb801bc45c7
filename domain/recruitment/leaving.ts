import type {Day} from '../calendar.ts'
import type {ApplicationId} from '../ids.ts'
import type {Application} from './application.ts'
import {type Ending, endingBy} from './ending.ts'
import {farthestOn, type Stage} from './stage.ts'

/** Those who left for one reason at one stage. */
export interface Leaving {
  readonly kind: Ending['kind']
  /** The Ofsted code of a withdrawal, or where a refusal was made; null: neither. */
  readonly reason: string | null
  /** How far they had come. */
  readonly stage: Stage
  readonly count: number
  readonly applications: readonly ApplicationId[]
}

/** Endings from a day to a day, both included: the most frequent first. */
export function leavingBetween(
  applications: readonly Application[],
  {from, to}: {readonly from: Day; readonly to: Day},
): readonly Leaving[] {
  const left = applications.flatMap(application => {
    const ending = endingBy(application, to)
    if (ending === null || ending.on < from) return []
    // The step that ends it is none that it came to.
    const milestones = application.milestones.filter(
      ({kind}) => kind !== 'decision' || ending.kind !== 'refused',
    )
    const {stage} = farthestOn({...application, milestones}, ending.on)
    return [{id: application.id, kind: ending.kind, reason: reasonOf(ending), stage}]
  })
  return [...Map.groupBy(left, ({kind, reason, stage}) => `${kind} ${reason} ${stage}`).entries()]
    .map(([key, same]) => {
      const {kind, reason, stage} = same[0]!
      return {key, kind, reason, stage, count: same.length, applications: same.map(({id}) => id).toSorted()}
    })
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({key: _, ...leaving}) => leaving)
}

function reasonOf(ending: Ending): string | null {
  if (ending.kind === 'withdrawn') return ending.code
  return ending.kind === 'refused' ? ending.at : null
}
