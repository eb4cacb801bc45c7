import type {Day} from '../calendar.ts'
import type {Household} from '../household/household.ts'
import {yearStart} from './reporting-year.ts'

type Facts = Pick<Household, 'kind' | 'provider' | 'approval'>

const isOwn = ({kind, provider}: Facts): boolean => kind !== 'parent' && provider.type === 'in-house'

/** One of the authority's own whose approval began from 1 April to the day. */
export function cameInYear(household: Facts, asAt: Day): boolean {
  const {from} = household.approval
  return isOwn(household) && from !== null && from <= asAt && from >= yearStart(asAt)
}

/** One of the authority's own whose approval ended from 1 April to the day: the last day on which it stood was before. */
export function leftInYear(household: Facts, asAt: Day): boolean {
  const {from, until} = household.approval
  return isOwn(household) && from !== null && until !== null && until < asAt && until >= yearStart(asAt)
}
