import {dayInWords} from '../../calendar.ts'
import {column, type Draft} from './table.ts'
import {figure, type Times} from './times.ts'
import {REFUSAL_TITLES} from './titles.ts'

const ALL_REFERRALS = 'All referrals'

/** Table 15: who is still without a home, and why carers and agencies said no. */
export function unmetTable({asAt, now}: Times): Draft {
  const unmet = figure('referrals-unmet')
  const withdrawn = figure('referrals-withdrawn')
  const [byUnmet, byWithdrawn] = [unmet.parts(now, 'reason'), withdrawn.parts(now, 'reason')]
  const refusals = now.facts.referrals
    .flatMap(referral => referral.refusals)
    .filter(({on}) => on >= now.yearFrom && on <= asAt)
  return {
    number: 15,
    id: 'unmet',
    title: 'Unmet need: referrals without a home, and refusals by reason',
    says: look =>
      `On ${dayInWords(asAt)}, ${look(ALL_REFERRALS, 'unmet')} referrals had children still without a home; since 1 April ${look(ALL_REFERRALS, 'withdrawn')} had been withdrawn unmet, and carers and agencies had said no ${look(ALL_REFERRALS, 'refusals')} times.`,
    columns: [
      column('reason', 'Reason given', null),
      column('unmet', 'Referrals unmet', 'referrals', 'referrals-unmet'),
      column('withdrawn', 'Referrals withdrawn since 1 April', 'referrals', 'referrals-withdrawn'),
      column('refusals', 'Refusals since 1 April', 'refusals', 'refusals-in-year'),
    ],
    rows: [
      ...Object.entries(REFUSAL_TITLES).map(([key, title]) => [
        title,
        byUnmet.get(key)?.numerator ?? 0,
        byWithdrawn.get(key)?.numerator ?? 0,
        refusals.filter(({reason}) => reason === key).length,
      ]),
      [ALL_REFERRALS, unmet.tally(now).numerator, withdrawn.tally(now).numerator, refusals.length],
    ],
    notes: [
      'A referral that was refused for several reasons stands under each, so that reasons of referrals come to more than all; refusals are each counted once.',
    ],
    source: "Hearth's referrals and approaches",
  }
}
