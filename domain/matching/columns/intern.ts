import {isApprovedForChild} from '../../household/approval.ts'
import type {Household} from '../../household/household.ts'
import type {ChildId} from '../../ids.ts'
import type {Home} from '../shortlist.ts'

/** Which distinct set of facts each home has, and one home that stands for all with the same set. */
export interface Interned {
  readonly codes: Uint32Array
  readonly examples: readonly Home[]
}

/** A child whom no record names. */
const STRANGER = '' as ChildId

/**
 * Sets of facts that repeat from home to home. What reads only one of these is asked once for each distinct
 * set, of the home that stands for it.
 */
export const internAll = (homes: readonly Home[]) => ({
  terms: intern(homes.map(towardsStrangers), ({kind, approval: {terms}}) => [
    ...[kind, terms.ages.from, terms.ages.to, terms.places],
    ...[inOrder(terms.sexes), inOrder(terms.kinds), terms.namedChildren],
  ]),
  registration: intern(homes, ({kind, approval: {registration}}) => [kind, registration]),
  area: intern(homes, ({authorityId}) => authorityId),
  ethnicities: intern(homes, ({ethnicities}) => inOrder(ethnicities)),
  religions: intern(homes, ({religions, supportsReligions}) => [
    inOrder(religions),
    inOrder(supportsReligions),
  ]),
  languages: intern(homes, ({languages}) => inOrder(languages)),
  skills: intern(homes, ({skills, accessible, bedrooms}) => [
    ...[inOrder(skills), accessible, bedrooms.some(({groundFloor}) => groundFloor)],
  ]),
  petsAndSmoking: intern(homes, ({pets, smoking}) => [inOrder(pets), smoking]),
})

export type FactSets = ReturnType<typeof internAll>

function intern(homes: readonly Home[], factsOf: (household: Household) => unknown): Interned {
  const codeOf = new Map<string, number>()
  const examples: Home[] = []
  const codes = Uint32Array.from(homes, home => {
    const key = JSON.stringify([factsOf(home.household)])
    const known = codeOf.get(key)
    if (known !== undefined) return known
    codeOf.set(key, examples.length)
    return examples.push(home) - 1
  })
  return {codes, examples}
}

const inOrder = (facts: readonly string[] | undefined) => facts?.toSorted()

/** To a stranger it makes no difference who is named, only whether anyone is. */
function towardsStrangers(home: Home): Home {
  const {household} = home
  if (isApprovedForChild(household, STRANGER)) return home
  const terms = {...household.approval.terms, namedChildren: ['somebody else' as ChildId]}
  return {...home, household: {...household, approval: {...household.approval, terms}}}
}
