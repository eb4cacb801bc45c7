/** The time limits of an application; clock-limits.ts says what each is. */
export const CLOCK_KINDS = [
  'response',
  'visit',
  'stage-1-notice',
  'panel-papers',
  'panel',
  'decision',
  'oral-notice',
  'written-notice',
  'representations',
  'temporary-approval',
  'review',
  'resignation',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]
