import type {Household} from '../../household/household.ts'
import type {Home} from '../shortlist.ts'

/** Which distinct set of facts each home has, and one home that stands for all with the same set. */
export interface Interned {
  readonly codes: Uint32Array
  readonly examples: readonly Home[]
}

/**
 * Sets of facts that repeat from home to home. What reads only one of these is asked once for each distinct
 * set, of the home that stands for it.
 */
export const internAll = (homes: readonly Home[]) => ({
  registration: intern(homes, ({kind, approval: {registration}}) =>
    kind === 'supported-lodgings'
      ? [kind, registration?.status, registration?.from, registration?.until]
      : [],
  ),
  area: intern(homes, ({authorityId}) => [authorityId]),
  ethnicities: intern(homes, ({ethnicities}) => [inOrder(ethnicities)]),
  religions: intern(homes, ({religions, supportsReligions}) => [
    inOrder(religions),
    inOrder(supportsReligions),
  ]),
  languages: intern(homes, ({languages}) => [inOrder(languages)]),
  /** With its skills, what decides how a home meets a need. */
  access: intern(homes, ({skills, accessible, bedrooms}) => [
    skills === undefined,
    accessible,
    bedrooms.some(({groundFloor}) => groundFloor),
  ]),
  petsAndSmoking: intern(homes, ({pets, smoking}) => [inOrder(pets), smoking]),
})

export type FactSets = ReturnType<typeof internAll>

function intern(homes: readonly Home[], factsOf: (household: Household) => readonly unknown[]): Interned {
  const codeOf = new Map<string, number>()
  const examples: Home[] = []
  const codes = new Uint32Array(homes.length)
  for (const [row, home] of homes.entries()) {
    const key = JSON.stringify(factsOf(home.household))
    let code = codeOf.get(key)
    if (code === undefined) {
      code = examples.push(home) - 1
      codeOf.set(key, code)
    }
    codes[row] = code
  }
  return {codes, examples}
}

const inOrder = (facts: readonly string[] | undefined) => facts?.toSorted()

/** Skill -> 1 by row where the home has it. */
export type RowsBySkill = ReadonlyMap<string, Uint8Array>

export function rowsBySkill(homes: readonly Home[]): RowsBySkill {
  const rows = new Map<string, Uint8Array>()
  for (const [row, {household}] of homes.entries())
    for (const skill of household.skills ?? []) {
      const having = rows.get(skill) ?? new Uint8Array(homes.length)
      having[row] = 1
      rows.set(skill, having)
    }
  return rows
}
