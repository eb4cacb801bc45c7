import type {HouseholdId} from '../../../domain/ids.ts'
import type {
  Answer,
  NearlyPossible,
  Option,
  RequiredApproval,
  ShortlistAnswer,
  Split,
} from '../../../domain/matching/shortlist.ts'

type Confidential = ReadonlySet<HouseholdId>

/**
 * The same answer for somebody who must not know where the confidential households stand: distances in whole miles,
 * scores of distance in tenths, and no word of a place. It still narrows down where a home is, to some miles.
 */
export const discreet = (answer: ShortlistAnswer, confidential: Confidential): ShortlistAnswer =>
  confidential.size === 0
    ? answer
    : {
        ...answer,
        ...discreetAnswer(answer, confidential),
        eachChild: answer.eachChild.map(each => ({...each, ...discreetAnswer(each, confidential)})),
      }

const discreetAnswer = ({options, splits, nearlyPossible}: Answer, confidential: Confidential) => ({
  options: options.map(option => (confidential.has(option.householdId) ? discreetOption(option) : option)),
  splits: splits.map(split => discreetSplit(split, confidential)),
  nearlyPossible: nearlyPossible.map(near =>
    confidential.has(near.householdId) ? discreetNear(near) : near,
  ),
})

const discreetOption = (option: Option): Option => ({
  ...option,
  distanceMiles: wholeMiles(option.distanceMiles),
  considerations: option.considerations.map(consideration =>
    tellsOfPlace(consideration.name)
      ? {
          ...consideration,
          score: Math.round(consideration.score * 10) / 10,
          words: inWholeMiles(consideration.words),
        }
      : consideration,
  ),
  approvals: option.approvals.map(discreetApproval),
})

function discreetSplit(split: Split, confidential: Confidential): Split {
  if (!split.homes.some(({householdId}) => confidential.has(householdId))) return split
  return {
    ...split,
    homes: split.homes.map(home =>
      confidential.has(home.householdId)
        ? {
            ...home,
            distanceMiles: wholeMiles(home.distanceMiles),
            approvals: home.approvals.map(discreetApproval),
          }
        : home,
    ),
    milesBetweenHomes: Math.round(split.milesBetweenHomes),
    words: inWholeMiles(split.words),
  }
}

const discreetNear = (near: NearlyPossible): NearlyPossible => ({...near, words: inWholeMiles(near.words)})
const discreetApproval = (approval: RequiredApproval): RequiredApproval => ({
  ...approval,
  words: inWholeMiles(approval.words),
})

const tellsOfPlace = (consideration: string) =>
  consideration.startsWith('locality.') || consideration === 'siblings' || consideration === 'wishes'

const wholeMiles = (miles: number | null) => (miles === null ? null : Math.round(miles))

/** `1.2 miles from home (SE6)` becomes `about 1 mile from home`; the area of the authority stays. */
const inWholeMiles = (words: string): string =>
  words
    .replace(/ \([A-Z]{1,2}\d[A-Z\d]?\)/g, '')
    .replace(/(?:under )?(\d+(?:\.\d+)?) miles?/g, (_, miles) => {
      const whole = Math.round(Number(miles))
      if (whole === 0) return 'under 1 mile'
      return whole === 1 ? 'about 1 mile' : `about ${whole} miles`
    })
