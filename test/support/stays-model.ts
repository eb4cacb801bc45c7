import type {Model} from './linearizability.ts'

/** Days are numbers. A child comes to live in a home, moves to another, or leaves. */
export type Asked =
  | {readonly what: 'start' | 'move'; readonly child: number; readonly house: number; readonly on: number}
  | {readonly what: 'end'; readonly child: number; readonly on: number}

/** Nights from `from` up to, not including, `until`; null has no end. */
export interface Stay {
  readonly child: number
  readonly house: number
  readonly from: number
  readonly until: number | null
}

/** Homes of so many places each, with one caller at a time; the stays by child and first night. */
export const homes = (places: number): Model<readonly Stay[], Asked, string> => ({
  initial: [],
  step(stays, asked) {
    const current = stays.find(({child, until}) => child === asked.child && until === null)
    if (asked.what === 'start' && current) return {state: stays, output: 'has-a-home'}
    const left = stays.map(stay => (stay === current ? {...stay, until: asked.on} : stay))
    if (asked.what === 'end') return {state: left, output: 'ended'}
    const {child, house, on: from} = asked
    if (!hasRoom(left, house, from, places)) return {state: stays, output: 'conditions-failed'}
    const state = [...left, {child, house, from, until: null}].toSorted(
      (a, b) => a.child - b.child || a.from - b.from,
    )
    return {state, output: asked.what === 'start' ? 'placed' : 'moved'}
  },
})

/** On the first night, and on each later one on which somebody comes; between those a home only empties. */
function hasRoom(stays: readonly Stay[], house: number, from: number, places: number): boolean {
  const there = stays.filter(stay => stay.house === house)
  const nights = [from, ...there.map(stay => stay.from).filter(night => night > from)]
  return nights.every(night => takenOn(there, night) < places)
}

export const takenOn = (
  stays: readonly {readonly from: number; readonly until: number | null}[],
  night: number,
): number => stays.filter(({from, until}) => from <= night && (until === null || night < until)).length
