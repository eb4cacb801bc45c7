import {dayInWords, dayNumber} from '../calendar.ts'
import {REASONS_FOR_NO} from '../placement/approach.ts'
import type {ReferralRecord} from './facts.ts'
import {type Figure, figureOf} from './figure.ts'
import type {Moment} from './moment.ts'
import {REFERRALS, refusalsBy} from './subjects.ts'
import {counted} from './words.ts'

const SOURCE = "Hearth's referrals, approaches and placements"

const isBy = (day: string | null, asAt: string): boolean => day !== null && day <= asAt
const inYear = (day: string | null, {yearFrom, asAt}: Moment): boolean => isBy(day, asAt) && day! >= yearFrom

const isUnmet = ({opened, placed, withdrawn}: ReferralRecord, {asAt}: Moment): boolean =>
  isBy(opened, asAt) && !isBy(placed, asAt) && !isBy(withdrawn, asAt)

const daysToPlace = ({opened, placed}: ReferralRecord): number => dayNumber(placed!) - dayNumber(opened)

/** `no: 2 no-vacancy, 1 cost` */
function refusalsInWords(referral: ReferralRecord, moment: Moment): string {
  const given = refusalsBy(referral, moment).map(({reason}) => reason)
  const counts = REASONS_FOR_NO.flatMap(reason => {
    const count = given.filter(other => other === reason).length
    return count === 0 ? [] : [`${count} ${reason}`]
  })
  return counts.length === 0 ? 'nobody has said no' : `no: ${counts.join(', ')}`
}

const referral = figureOf(REFERRALS)

const days = (id: string, title: string, measure: 'mean' | 'median'): Figure =>
  referral({
    id,
    title,
    definition: `The ${measure} of the days from the day on which a referral was opened to the day on which the last of its children came to live in a home, of referrals placed from 1 April to the date. The day of opening is not counted.`,
    source: SOURCE,
    measure,
    unit: 'days',
    standing: ({placed}, moment) => (inYear(placed, moment) ? 'counted' : null),
    amount: daysToPlace,
    words: subject => `placed after ${counted(daysToPlace(subject), 'day')}`,
  })

/** How long a home takes to find, and where none was found. */
export const REFERRAL_FIGURES: readonly Figure[] = [
  days('referral-to-placement-days', 'Days from referral to placement, mean', 'mean'),
  days('referral-to-placement-days-median', 'Days from referral to placement, median', 'median'),
  referral({
    id: 'referrals-unmet',
    title: 'Referrals unmet',
    definition:
      'Referrals open at the date, with not all of their children placed. By reason: those who said no by the date, a referral under each reason that was given.',
    source: SOURCE,
    measure: 'count',
    unit: 'referrals',
    standing: (subject, moment) => (isUnmet(subject, moment) ? 'counted' : null),
    words: (subject, moment) =>
      `open since ${dayInWords(subject.opened)}; ${refusalsInWords(subject, moment)}`,
  }),
  referral({
    id: 'referrals-withdrawn',
    title: 'Referrals withdrawn in the year',
    definition: 'Referrals withdrawn from 1 April to the date with not all of their children placed.',
    source: SOURCE,
    measure: 'count',
    unit: 'referrals',
    standing: ({withdrawn}, moment) => (inYear(withdrawn, moment) ? 'counted' : null),
    words: (subject, moment) =>
      `withdrawn on ${dayInWords(subject.withdrawn!)}; ${refusalsInWords(subject, moment)}`,
  }),
]
