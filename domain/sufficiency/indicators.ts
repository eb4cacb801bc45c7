import type {Day} from '../calendar.ts'
import {CHILD_FIGURES} from './child-figures.ts'
import {COST_FIGURES} from './cost-figures.ts'
import {DISTANCE_FIGURES} from './distance-figures.ts'
import type {Figure, Measure, Tally} from './figure.ts'
import type {Indicator, Member, Unit} from './indicator.ts'
import {momentOf, type Prepared} from './moment.ts'
import {OUTTURN_FIGURES} from './outturn-figures.ts'
import {PANEL_FIGURES} from './panel-figures.ts'
import {PROVISION_FIGURES} from './provision-figures.ts'
import {RECRUITMENT_FIGURES} from './recruitment-figures.ts'
import {REFERRAL_FIGURES} from './referral-figures.ts'
import {SDQ_FIGURES} from './sdq-figures.ts'
import {STABILITY_FIGURES} from './stability-figures.ts'
import {SUPPLY_FIGURES} from './supply-figures.ts'

/** Every indicator, in the order in which they are shown. */
export const FIGURES: readonly Figure[] = [
  ...CHILD_FIGURES,
  ...PROVISION_FIGURES,
  ...DISTANCE_FIGURES,
  ...STABILITY_FIGURES,
  ...SDQ_FIGURES,
  ...SUPPLY_FIGURES,
  ...REFERRAL_FIGURES,
  ...COST_FIGURES,
  ...OUTTURN_FIGURES,
  ...PANEL_FIGURES,
  ...RECRUITMENT_FIGURES,
]

const BY_ID = new Map(FIGURES.map(figure => [figure.id, figure]))

/** Every indicator as of a day, or only the one asked for; nothing else is counted then. */
export function indicatorsAt(prepared: Prepared, asAt: Day, only?: string): readonly Indicator[] {
  const moment = momentOf(prepared, asAt)
  return FIGURES.filter(({id}) => only === undefined || id === only).map(figure => figure.indicator(moment))
}

/** The list behind an indicator, by what each member is called; null: there is no such indicator. */
export const membersOf = (id: string, prepared: Prepared, asAt: Day): readonly Member[] | null =>
  BY_ID.get(id)?.members(momentOf(prepared, asAt)) ?? null

/** An indicator divided by something that its members differ in. */
export interface Breakdown {
  readonly id: string
  readonly by: string
  readonly unit: Unit
  readonly measure: Measure
  readonly total: Tally
  /** In the order to show them. Of referrals by reason the parts may overlap; all others add up to the total. */
  readonly parts: readonly ({readonly key: string} & Tally)[]
}

/** What an indicator can be broken down by; null: there is no such indicator. */
export const dimensionsOf = (id: string): readonly string[] | null => BY_ID.get(id)?.dimensions ?? null

/** null: there is no such indicator, or it has no such dimension. */
export function breakdownOf(id: string, by: string, prepared: Prepared, asAt: Day): Breakdown | null {
  const figure = BY_ID.get(id)
  if (!figure?.dimensions.includes(by)) return null
  const moment = momentOf(prepared, asAt)
  const parts = [...figure.parts(moment, by)].map(([key, tally]) => ({key, ...tally}))
  return {id, by, unit: figure.unit, measure: figure.measure, total: figure.tally(moment), parts}
}
