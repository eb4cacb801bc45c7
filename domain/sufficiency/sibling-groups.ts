import type {LookedAfter} from './census.ts'
import {liveTogether} from './same-home.ts'

/** The brothers and sisters of one recorded group who are looked after on a day: two or more. */
export interface SiblingGroup {
  readonly id: string
  readonly children: readonly LookedAfter[]
}

export function siblingGroupsOf(census: readonly LookedAfter[]): readonly SiblingGroup[] {
  const groups = new Map<string, LookedAfter[]>()
  for (const child of census) {
    const id = child.history.siblingGroupId
    if (id === null) continue
    const group = groups.get(id)
    if (group) group.push(child)
    else groups.set(id, [child])
  }
  return [...groups].filter(([, children]) => children.length > 1).map(([id, children]) => ({id, children}))
}

/** Whether all of a group live together; null: nobody is known to live apart, and of some it is not known. */
export function allTogether({children}: SiblingGroup): boolean | null {
  let together: boolean | null = true
  for (const [i, child] of children.entries())
    for (const other of children.slice(i + 1)) {
      const two = liveTogether(child.home, other.home)
      if (two === false) return false
      if (two === null) together = null
    }
  return together
}
