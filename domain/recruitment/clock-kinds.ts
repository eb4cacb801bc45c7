/** What must be done by a day; clock-limits.ts says what each is. */
export const CLOCKS_TO_MEET = [
  'response',
  'visit',
  'stage-1-notice',
  'panel-papers',
  'panel',
  'decision',
  'oral-notice',
  'written-notice',
  'temporary-approval',
  'review',
] as const
/** Time takes its course: nothing is to be done. */
export const CLOCKS_THAT_PASS = ['representations', 'resignation'] as const

export const CLOCK_KINDS = [...CLOCKS_TO_MEET, ...CLOCKS_THAT_PASS] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

export const passes = (kind: ClockKind): kind is (typeof CLOCKS_THAT_PASS)[number] =>
  (CLOCKS_THAT_PASS as readonly ClockKind[]).includes(kind)
