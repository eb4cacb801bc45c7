import type {Party} from '../party.ts'
import type {ConsiderationName} from '../shortlist.ts'
import {considerationsFor, outOf100, type Weighed} from '../suitability.ts'
import type {FactSets, Interned} from './intern.ts'
import type {PackedSupply} from './pack.ts'
import {movingHome} from './stand-in.ts'

/**
 * What of a home each consideration reads, when the children are strangers to it: its place, a set of facts
 * that repeats from home to home, or more than that. These last come last in `CONSIDERATIONS`, so that adding
 * them after all others adds up in the same order, to the same last bit.
 */
const READS: Readonly<Record<ConsiderationName, 'place' | 'whole home' | keyof FactSets>> = {
  'locality.home': 'place',
  'locality.school': 'place',
  'locality.area': 'area',
  'locality.family-time': 'place',
  siblings: 'place',
  'identity.ethnicity': 'ethnicities',
  'identity.religion': 'religions',
  'identity.language': 'languages',
  needs: 'skills',
  'household-mix': 'whole home',
  wishes: 'whole home',
}

/** Suitability of some rows: cheap to bound for all of them, exact for those that are asked. */
export interface Scores {
  /** No less than the suitability: as if what is read of the whole home were all met. */
  readonly atMost: (i: number) => number
  readonly exact: (i: number) => number
}

/** Scores for the homes of these rows; `i` is a place in `rows`. */
export function scoresOf(packed: PackedSupply, party: Party, rows: readonly number[]): Scores {
  const sums = new Float64Array(rows.length)
  const considerations = considerationsFor(party)
  const last = considerations.filter(({name}) => READS[name] === 'whole home')
  for (const consideration of considerations) {
    const reads = READS[consideration.name]
    if (reads === 'place') addByPlace(packed, consideration, rows, sums)
    else if (reads !== 'whole home') addByFacts(packed.facts[reads], consideration, rows, sums)
  }
  const total = considerations.reduce((sum, {weight}) => sum + weight, 0)
  return {
    atMost: i =>
      outOf100(
        last.reduce((sum, {weight}) => sum + weight, sums[i]!),
        total,
      ),
    exact: i => {
      const home = packed.homes[rows[i]!]!
      return outOf100(
        last.reduce((sum, asked) => sum + asked.weight * asked.fit(home).score, sums[i]!),
        total,
      )
    },
  }
}

function addByPlace(packed: PackedSupply, asked: Weighed, rows: readonly number[], sums: Float64Array) {
  const homeAt = movingHome(packed)
  for (let i = 0; i < rows.length; i++) sums[i]! += asked.weight * asked.fit(homeAt(rows[i]!)).score
}

/** Asks once for each distinct set of facts that these rows have. */
function addByFacts(
  {codes, examples}: Interned,
  asked: Weighed,
  rows: readonly number[],
  sums: Float64Array,
) {
  const scores = new Float64Array(examples.length).fill(-1)
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]!]!
    if (scores[code]! < 0) scores[code] = asked.fit(examples[code]!).score
    sums[i]! += asked.weight * scores[code]!
  }
}
