import {type Day, dayNumber} from '../../calendar.ts'

/** So many children who need one home for a span of days, as numbers. */
export interface Claim {
  readonly from: number
  readonly end: number
  readonly size: number
  /** Whom these children must not live with: the same claims know of it both ways. */
  readonly apartFrom: ReadonlySet<Claim>
}

export const claimOf = (from: Day, until: Day | null, size: number): Claim & {apartFrom: Set<Claim>} => ({
  from: dayNumber(from),
  end: until === null ? Number.POSITIVE_INFINITY : dayNumber(until),
  size,
  apartFrom: new Set(),
})

/**
 * No fewer than a home of so many places can serve: as if groups took one place and anybody could live with anybody.
 * Then taking each by its end, into the place that was free last, serves the most (Carlisle and Lloyd 1995).
 */
export function mostServedAtMost(claims: readonly Claim[], places: number): number {
  const freeFrom = new Array<number>(places).fill(Number.NEGATIVE_INFINITY)
  let served = 0
  for (const claim of claims.toSorted((a, b) => a.end - b.end)) {
    let best = -1
    for (let place = 0; place < places; place++)
      if (freeFrom[place]! <= claim.from && (best < 0 || freeFrom[place]! > freeFrom[best]!)) best = place
    if (best < 0) continue
    freeFrom[best] = claim.end
    served += 1
  }
  return served
}

interface State {
  readonly served: number
  /** By end. */
  readonly present: readonly Claim[]
  readonly last: Link | null
}

interface Link {
  readonly claim: Claim
  readonly before: Link | null
}

/**
 * As many of these claims as a home of so many places can serve, one after another: exactly the most. Each claim, by
 * its start, is taken or left; of the ways so far those are kept that no other is at least as good as.
 */
export function mostServed(claims: readonly Claim[], places: number): readonly Claim[] {
  let states: readonly State[] = [{served: 0, present: [], last: null}]
  for (const claim of claims.toSorted((a, b) => a.from - b.from || a.end - b.end)) {
    const left = states.map(state => stillThere(state, claim.from))
    const taken = left.filter(state => hasRoom(state, claim, places)).map(state => take(state, claim))
    states = taken.length === 0 ? left : bestOf([...left, ...taken])
  }
  const best = states.reduce((most, state) => (state.served > most.served ? state : most))
  const chosen: Claim[] = []
  for (let link = best.last; link !== null; link = link.before) chosen.push(link.claim)
  return chosen.reverse()
}

const stillThere = (state: State, day: number): State =>
  state.present.every(({end}) => end > day)
    ? state
    : {...state, present: state.present.filter(({end}) => end > day)}

function hasRoom({present}: State, claim: Claim, places: number): boolean {
  let taken = claim.size
  for (const other of present) {
    if (claim.apartFrom.has(other)) return false
    taken += other.size
  }
  return taken <= places
}

const take = ({served, present, last}: State, claim: Claim): State => ({
  served: served + 1,
  present: [...present, claim].toSorted((a, b) => a.end - b.end),
  last: {claim, before: last},
})

function bestOf(states: readonly State[]): readonly State[] {
  const kept: State[] = []
  for (const state of states.toSorted((a, b) => b.served - a.served))
    if (!kept.some(other => isAsGoodAs(other, state))) kept.push(state)
  return kept
}

/** It has served as many, has no more places taken on any night to come, and nobody there stands in others' way. */
function isAsGoodAs(a: State, b: State): boolean {
  if (a.served < b.served) return false
  if (a.present.some(claim => claim.apartFrom.size > 0 && !b.present.includes(claim))) return false
  // Between ends nothing changes: what is taken after each end of `a`, the last of all first.
  let [inA, inB, at] = [0, 0, b.present.length - 1]
  for (let i = a.present.length - 1; i >= 0; i--) {
    const {end, size} = a.present[i]!
    inA += size
    for (; at >= 0 && b.present[at]!.end >= end; at--) inB += b.present[at]!.size
    if (inA > inB) return false
  }
  return true
}
