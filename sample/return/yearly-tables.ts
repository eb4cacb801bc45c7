import {addDays, ageOn, type Day} from '../../domain/calendar.ts'
import type {Random} from '../random.ts'
import {
  type Collection,
  dateOf,
  isContinuouslyLookedAfter,
  isShortBreak,
  leftBy,
  startOf,
} from './collection.ts'
import {named, type Rows, randomOf} from './core-tables.ts'
import {type History, yearsAfter} from './history.ts'

/** The first after 20 working days, the second three months on, then every half year (SI 2010/959 reg 33). */
export const reviewRows = (histories: readonly History[], collection: Collection): Rows<'Reviews'> =>
  histories
    .filter(history => !isShortBreak(history))
    .flatMap(history => {
      const last = leftBy(history, collection) ?? collection.to
      const days: Day[] = []
      for (let day = addDays(startOf(history), 26), gap = 90; day <= last; day = addDays(day, gap)) {
        if (days.length > 0) gap = 180
        days.push(day)
      }
      return days
        .filter(day => day >= collection.from)
        .map(day => ({
          ...named(history),
          REVIEW: dateOf(day),
          REVIEW_CODE: ageOn(history.dob, day) < 4 ? 'PN0' : randomOf(history, day).byWeight(TOOK_PART),
        }))
    })

const TOOK_PART = {PN1: 58, PN2: 12, PN3: 14, PN4: 4, PN5: 6, PN6: 4, PN7: 2}

/** Health, for those looked after all year. SDQ: mean 14.7, 42% of concern (DfE, Lewisham, 2025). */
export const healthRows = (histories: readonly History[], collection: Collection): Rows<'OC2'> =>
  histories
    .filter(history => isContinuouslyLookedAfter(history, collection))
    .map(history => {
      const random = randomOf(history, `oc2/${collection.year}`)
      const age = ageOn(history.dob, collection.to)
      const yes = (share: number) => (random.chance(share) ? '1' : '0')
      const asked = age >= 4 && age <= 16
      const score = asked && random.chance(0.82) ? `${drawScore(random)}` : ''
      const misuse = age >= 10 ? yes(0.04) : '0'
      const received = misuse === '1' ? yes(0.5) : ''
      return {
        ...named(history),
        SDQ_SCORE: score,
        SDQ_REASON: asked && score === '' ? random.pick(['SDQ1', 'SDQ2', 'SDQ3', 'SDQ4']) : '',
        CONVICTED: age >= 10 ? yes(0.03) : '0',
        HEALTH_CHECK: age < 5 ? yes(0.9) : '',
        IMMUNISATIONS: yes(0.83),
        TEETH_CHECK: yes(0.8),
        HEALTH_ASSESSMENT: yes(0.91),
        SUBSTANCE_MISUSE: misuse,
        INTERVENTION_RECEIVED: received,
        INTERVENTION_OFFERED: received === '0' ? yes(0.6) : '',
      }
    })

/** Cut off at nought, their mean is 14.7, and 41% are of concern (17 and over). */
const drawScore = (random: Random): number => Math.min(40, Math.max(0, Math.round(random.normal(14.6, 8.5))))

const FIRST_BIRTHDAY = 18
const LAST_BIRTHDAY = 21

/** Who came of age in care, in each year that holds their 18th to 21st birthday. */
export const careLeavers = (histories: readonly History[], collection: Collection): readonly History[] =>
  histories.filter(history => {
    const left = leftBy(history, collection)
    const age = ageOn(history.dob, collection.to)
    const birthday = yearsAfter(history.dob, age)
    return (
      left !== null &&
      left >= yearsAfter(history.dob, FIRST_BIRTHDAY) &&
      age >= FIRST_BIRTHDAY &&
      age <= LAST_BIRTHDAY &&
      birthday >= collection.from
    )
  })

export const careLeaverRows = (histories: readonly History[], collection: Collection): Rows<'OC3'> =>
  careLeavers(histories, collection).map(history => {
    const random = randomOf(history, `oc3/${collection.year}`)
    const inTouch = random.byWeight({YES: 90, NO: 6, REFU: 3, RHOM: 1})
    const known = inTouch === 'YES'
    return {
      ...named(history),
      IN_TOUCH: inTouch,
      ACTIV: known
        ? random.byWeight({F1: 12, F2: 30, F4: 3, F5: 18, P2: 4, P5: 6, G4: 6, G5: 17, G6: 4})
        : '0',
      ACCOM: known
        ? random.byWeight({B1: 10, C1: 6, D1: 14, E1: 8, G2: 1, K1: 10, R1: 4, U1: 26, V1: 10, Z1: 11})
        : '0',
    }
  })
