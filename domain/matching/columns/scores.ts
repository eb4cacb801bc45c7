import {partOf} from '../considerations/needs.ts'
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
const READS: Readonly<Record<ConsiderationName, 'place' | 'skills' | 'whole home' | keyof FactSets>> = {
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

/** The suitability of some rows; `i` is a place among them. */
export interface Scores {
  /** No less than the suitability: as if all that is read of the whole home were met. */
  readonly atMost: (i: number) => number
  readonly exact: (i: number) => number
}

/** Adding up in another order can come out lower by this at the very most. */
const LAST_BIT = 1e-9

export function scoresOf(packed: PackedSupply, party: Party, rows: readonly number[]): Scores {
  const sums = new Float64Array(rows.length)
  const considerations = considerationsFor(party)
  const total = considerations.reduce((sum, {weight}) => sum + weight, 0)
  const last = considerations.filter(({name}) => READS[name] === 'whole home')
  for (const consideration of considerations) {
    const scoreAt = scorerOf(packed, party, consideration)
    if (scoreAt === null) continue
    for (let i = 0; i < rows.length; i++) sums[i]! += consideration.weight * scoreAt(rows[i]!)
  }
  const most = last.reduce((sum, {weight}) => sum + weight, LAST_BIT)
  return {
    atMost: i => outOf100(sums[i]! + most, total),
    exact: i => {
      const home = packed.homes[rows[i]!]!
      return outOf100(
        last.reduce((sum, asked) => sum + asked.weight * asked.fit(home).score, sums[i]!),
        total,
      )
    },
  }
}

type ScoreAt = (row: number) => number

/** null for what is read of the whole home. */
function scorerOf(packed: PackedSupply, party: Party, asked: Weighed): ScoreAt | null {
  const reads = READS[asked.name]
  if (reads === 'whole home') return null
  if (reads === 'skills') return bySkills(packed, party, asked)
  return reads === 'place' ? byPlace(packed, asked) : byFacts(packed.facts[reads], asked)
}

function byPlace(packed: PackedSupply, asked: Weighed): ScoreAt {
  const homeAt = movingHome(packed)
  return row => asked.fit(homeAt(row)).score
}

/** Asks once for each distinct set of facts, when it is first met. */
function byFacts({codes, examples}: Interned, asked: Weighed): ScoreAt {
  const scores = new Float64Array(examples.length).fill(Number.NaN)
  return row => {
    const code = codes[row]!
    if (Number.isNaN(scores[code]!)) scores[code] = asked.fit(examples[code]!).score
    return scores[code]!
  }
}

/** Bits that a number can hold beside the code of a home's access. */
const MOST_SKILLS = 40

/** Asks once for each distinct set of those skills that bear on these children's needs. */
function bySkills({homes, skills, facts}: PackedSupply, {seekers, policy}: Party, asked: Weighed): ScoreAt {
  const needs = new Set(seekers.flatMap(({child}) => (child.needs ?? []).map(({need}) => need)))
  const wanted = new Set([...needs].flatMap(need => [need, ...partOf(need, policy)]))
  const having = [...wanted].flatMap(skill => skills.get(skill) ?? [])
  if (having.length > MOST_SKILLS) return row => asked.fit(homes[row]!).score
  const scores = new Map<number, number>()
  return row => {
    let key = facts.access.codes[row]!
    for (let i = 0; i < having.length; i++) key = 2 * key + having[i]![row]!
    const known = scores.get(key)
    if (known !== undefined) return known
    const {score} = asked.fit(homes[row]!)
    scores.set(key, score)
    return score
  }
}
