import type {LookedAfter} from './census.ts'
import {type Figure, figureOf} from './figure.ts'
import type {Moment} from './moment.ts'
import {sdqBand, sdqOf} from './sdq.ts'
import {SDQ_COHORT} from './subjects.ts'

const SOURCE = 'DfE, Children looked after in England, SSDA903 return, table OC2'

function cohortInWords({facts: {sdqAges}, sdqYear}: Moment): string {
  const year = sdqYear()
  const scores =
    year === null
      ? 'No score is held of a year that had ended by the date.'
      : `The scores are those of ${year - 1}/${`${year}`.slice(2)}, the newest year held that had ended by the date.`
  return `children aged ${sdqAges.from} to ${sdqAges.to} (the policy's ages) who have been looked after continuously for the twelve months up to the date. ${scores}`
}

function inWords(child: LookedAfter, moment: Moment): string {
  const score = sdqOf(child, moment)
  return score === null ? 'no score recorded' : `score ${score}: ${sdqBand(score)}`
}

const sdq = figureOf(SDQ_COHORT)

/** How children are, by the Strengths and Difficulties Questionnaire. */
export const SDQ_FIGURES: readonly Figure[] = [
  sdq({
    id: 'sdq-mean',
    title: 'SDQ score, mean',
    definition: moment =>
      `The mean score of total difficulties (0-40) of those with a score among ${cohortInWords(moment)} Not known: no score is recorded.`,
    source: SOURCE,
    measure: 'mean',
    unit: 'points',
    standing: (child, moment) => (sdqOf(child, moment) === null ? 'unknown' : 'counted'),
    amount: (child, moment) => sdqOf(child, moment) ?? 0,
    words: inWords,
  }),
  sdq({
    id: 'sdq-concern',
    title: 'SDQ score a cause for concern',
    definition: moment =>
      `Share whose score is 17 or over (0-13 is normal, 14-16 borderline) of those with a score among ${cohortInWords(moment)} Who has no score is in neither number: sdq-mean says how many.`,
    source: SOURCE,
    measure: 'share',
    unit: 'percent',
    standing: (child, moment) => {
      const score = sdqOf(child, moment)
      return score === null ? null : sdqBand(score) === 'concern' ? 'counted' : 'not-counted'
    },
    words: inWords,
  }),
]
