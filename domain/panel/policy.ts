import type {AuthorityId} from '../ids.ts'
import type {PlaceCode} from '../placement/codes.ts'

/** What opens a case, in the order in which the panel reads it. docs/panel.md says of each when it holds. */
export const TRIGGERS = [
  'unregistered',
  'emergency',
  'weekly-cost',
  'new-external',
  'uplift',
  'contract-ending',
  'moves',
  'out-of-area',
  'add-ons',
] as const
export type TriggerName = (typeof TRIGGERS)[number]

/** Each trigger with its numbers: days are whole days, money is pence a week. */
export interface TriggerSettings {
  readonly unregistered: {readonly on: boolean; readonly places: readonly PlaceCode[]}
  readonly emergency: {readonly on: boolean}
  readonly 'weekly-cost': {readonly on: boolean; readonly fromPenceAWeek: number}
  readonly 'new-external': {readonly on: boolean; readonly days: number}
  readonly uplift: {readonly on: boolean; readonly days: number; readonly fromPenceAWeek: number}
  readonly 'contract-ending': {readonly on: boolean; readonly days: number}
  readonly moves: {readonly on: boolean; readonly atLeast: number; readonly days: number}
  readonly 'out-of-area': {
    readonly on: boolean
    /** From one review to the next. */
    readonly days: number
    /** How long each stays on the list, the day on which it falls due included. */
    readonly forDays: number
    /** In an area that adjoins ours as well, not only beyond (SI 2010/959 reg 11). */
    readonly adjoining: boolean
  }
  readonly 'add-ons': {readonly on: boolean; readonly fromPenceAWeek: number}
}

/** What is local about the panel: part of the authority's policy, and versioned with it. */
export interface PanelPolicy {
  readonly triggers: TriggerSettings
  /** In days: to the first decision, from the first to the next, from each later one; and where it is urgent. */
  readonly review: {
    readonly decisionDays: number
    readonly firstDays: number
    readonly laterDays: number
    readonly urgentDays: number
  }
  /** At or over it the chair does not decide alone, and the case comes again within `urgentDays`. */
  readonly topBand: {readonly fromPenceAWeek: number; readonly role: string}
  /** Members present without a conflict of interest, the chair among them. */
  readonly quorum: number
  /** From so many nights in a placement on a child is settled there. */
  readonly settledNights: number
  /** For how many nights a step-down is counted, and within how many it can be reversed. */
  readonly savings: {readonly nights: number; readonly reversalNights: number}
}

/** The panel's part of the policy in force, with what it takes from the rest. */
export interface PanelInForce extends PanelPolicy {
  readonly adjoiningAuthorities: readonly AuthorityId[]
}

/**
 * What every authority starts from. Bands, cadence and quorum are those of published terms of reference of panels
 * (Central Bedfordshire, Calderdale, Knowsley): none is law. Places that need a registration: SSDA903 rule 218,
 * and the other placements of Z1 and its successors.
 */
export const DEFAULT_PANEL: PanelPolicy = {
  triggers: {
    unregistered: {
      on: true,
      places: ['K1', 'K2', 'K3', 'H5', 'R3', 'S1', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14'],
    },
    emergency: {on: true},
    'weekly-cost': {on: true, fromPenceAWeek: 500_000},
    'new-external': {on: true, days: 84},
    uplift: {on: true, days: 84, fromPenceAWeek: 1},
    'contract-ending': {on: true, days: 56},
    moves: {on: true, atLeast: 2, days: 365},
    'out-of-area': {on: true, days: 182, forDays: 28, adjoining: false},
    'add-ons': {on: true, fromPenceAWeek: 1},
  },
  review: {decisionDays: 28, firstDays: 91, laterDays: 182, urgentDays: 7},
  topBand: {fromPenceAWeek: 1_000_000, role: 'director-of-childrens-services'},
  quorum: 3,
  settledNights: 365,
  savings: {nights: 365, reversalNights: 182},
}
