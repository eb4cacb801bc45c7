import type {Need, Term} from '../../child/child.ts'
import type {Household} from '../../household/household.ts'
import type {MatchingPolicy} from '../policy.ts'
import type {Gap, Home} from '../shortlist.ts'
import {AT_LEAST_PARTLY_MET, type Fit, MET, meanFit, NOT_KNOWN, NOT_MET, PARTLY_MET, standing} from './fit.ts'
import {forEachChild} from './measure.ts'
import {checksInWords, listInWords, termInWords} from './wording.ts'

/** Met by the home itself as well as by a skill of its carers. */
const WHEELCHAIR_ACCESS = 'wheelchair-access'

function needFit(need: Term, household: Household, policy: MatchingPolicy): Fit {
  const {skills} = household
  if (skills?.includes(need)) return MET
  if (need === WHEELCHAIR_ACCESS) return accessFit(household)
  if (skills === undefined) return NOT_KNOWN
  return partOf(need, policy).some(skill => skills.includes(skill)) ? PARTLY_MET : NOT_MET
}

/** The skills that meet a need in part. Own entries only: a need may be called `constructor`. */
export const partOf = (need: Term, {partlyMetBy}: MatchingPolicy): readonly Term[] =>
  (Object.hasOwn(partlyMetBy, need) ? partlyMetBy[need] : undefined) ?? []

/** A ground-floor bedroom meets it in part; an adapted home, or carers recorded as able to, in full. */
function accessFit({accessible, bedrooms, skills}: Household): Fit {
  if (accessible) return MET
  const groundFloor = bedrooms.some(bedroom => bedroom.groundFloor)
  if (accessible === undefined || skills === undefined) return groundFloor ? AT_LEAST_PARTLY_MET : NOT_KNOWN
  return groundFloor ? PARTLY_MET : NOT_MET
}

/**
 * The child's needs, essential ones counting double. NMS 15: only carers who can reasonably be expected to
 * meet the assessed needs are suggested, and every gap goes into the placement plan. Applies when needs are
 * recorded.
 */
export const needs = forEachChild(({child}, {policy}) => {
  const recorded = (child.needs ?? []).toSorted((a, b) => (a.need < b.need ? -1 : 1))
  if (recorded.length === 0) return null
  const fitOf = ({need}: Need, {household}: Home): Fit => needFit(need, household, policy)
  return {
    fit: home => meanFit(recorded, need => fitOf(need, home), weightOf),
    words: home =>
      checksInWords(recorded.map(need => ({label: termInWords(need.need), fit: fitOf(need, home)}))),
    gaps: home =>
      recorded.flatMap((need): readonly Gap[] => {
        const fit = standing(fitOf(need, home))
        return fit === 'met'
          ? []
          : [{about: `needs.${need.need}`, fit, words: gapInWords(need, fit, home, policy)}]
      }),
  }
})

const weightOf = ({level}: Need): number => (level === 'essential' ? 2 : 1)

function gapInWords({need, level}: Need, fit: Gap['fit'], {household}: Home, policy: MatchingPolicy): string {
  const named = `${termInWords(need)} (${level})`
  if (fit === 'not-known') return `not known: ${named}`
  if (fit === 'not-met') return `not met: ${named}`
  const skills = partOf(need, policy).filter(skill => household.skills?.includes(skill))
  const by = need === WHEELCHAIR_ACCESS ? 'a ground-floor bedroom' : listInWords(skills.map(termInWords))
  return `partly met: ${named}, by ${by}`
}
