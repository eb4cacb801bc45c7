import {termInWords} from './considerations/wording.ts'
import type {Party} from './party.ts'
import type {Gap, Home} from './shortlist.ts'

/**
 * What no consideration covers and yet must be seen before a choice: a carer's own stated limits, and facts
 * missing for an absolute medical restriction (H11 cannot exclude on a fact that nobody recorded). NMS 15.
 */
export const gapsBesideConsiderations = (party: Party, home: Home): readonly Gap[] => [
  ...medicalFactsMissing(party, home),
  ...carersLimits(party, home),
]

/** Each gap once, however many of the children it is about, in an order that does not hang on that of the record. */
export const eachOnce = (gaps: readonly Gap[]): readonly Gap[] =>
  [...new Map(gaps.map(gap => [`${gap.about} ${gap.words}`, gap])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, gap]) => gap)

function medicalFactsMissing({seekers}: Party, {household}: Home): readonly Gap[] {
  return seekers
    .flatMap(({child}) => child.restrictions ?? [])
    .flatMap((restriction): readonly Gap[] => {
      if (restriction.kind !== 'medical' || !restriction.absolute) return []
      if ('smoking' in restriction.avoid)
        return household.smoking === undefined ? [factMissing('smoking', 'smoking')] : []
      return household.pets === undefined ? [factMissing('pets', termInWords(restriction.avoid.pet))] : []
    })
}

const factMissing = (about: string, words: string): Gap => ({
  about: `medical.${about}`,
  fit: 'not-known',
  words: `not known: ${about} (recorded for the child: no ${words}, medical)`,
})

function carersLimits({seekers}: Party, {household}: Home): readonly Gap[] {
  const risks = seekers
    .flatMap(({child}) => child.risks ?? [])
    .filter(({level}) => level === 'medium' || level === 'high')
  return (household.exclusions ?? []).flatMap((exclusion): readonly Gap[] => {
    if (exclusion.kind !== 'prefers-not' || !risks.some(({risk}) => risk === exclusion.risk)) return []
    const words = `the carers would rather not care for a child with a risk of ${termInWords(exclusion.risk)} (recorded ${exclusion.recordedOn})`
    return [{about: `exclusions.${exclusion.risk}`, fit: 'not-met', words}]
  })
}
