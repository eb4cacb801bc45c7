import type {EventContract} from './envelope.ts'
import {HOUSEHOLD_CHANGED} from './household-changed.v1.ts'
import {REFERRAL_OPENED} from './referral-opened.v1.ts'
import {SHORTLIST_MADE} from './shortlist-made.v1.ts'

/** Every event that Hearth publishes. */
export const EVENTS: readonly EventContract<unknown>[] = [REFERRAL_OPENED, SHORTLIST_MADE, HOUSEHOLD_CHANGED]
