import {addDays, type Day} from '../domain/calendar.ts'
import type {HouseholdStatus} from '../domain/household/household.ts'
import type {Random} from './random.ts'

type State = HouseholdStatus['state']

const REASONS: Readonly<Record<Exclude<State, 'available'>, readonly string[]>> = {
  'on-hold': [
    'Carer unwell',
    'Bereavement',
    'Moving house',
    'Building work',
    'A rest after the last placement',
  ],
  suspended: ['Allegation under investigation', 'Standards of care concern under review'],
  'notice-given': ['Retiring from fostering', 'Moving away', 'Transferring to another service'],
}

/** Homes with children in them are mostly open to more; a few empty ones are resting, suspended or leaving. */
export function drawStatus(
  occupied: boolean,
  approvedFrom: Day | null,
  today: Day,
  random: Random,
): HouseholdStatus {
  const state: State = occupied
    ? random.byWeight({available: 94, 'on-hold': 4, 'notice-given': 2})
    : random.byWeight({available: 82, 'on-hold': 11, suspended: 3, 'notice-given': 4})
  if (state === 'available') return {state, from: approvedFrom ?? today, until: null, reason: null}
  const from = addDays(today, -random.integer(1, state === 'notice-given' ? 24 : 60))
  const until = state === 'on-hold' && random.chance(0.6) ? addDays(today, random.integer(4, 50)) : null
  return {state, from, until, reason: random.pick(REASONS[state])}
}
