import {COMING} from './stories-of-coming.ts'
import {MOVING} from './stories-of-moving.ts'
import type {Story} from './story.ts'

/** The 25 open referrals of the borough, by turns, so that a smaller borough has some of each. */
export const STORIES: readonly Story[] = COMING.flatMap((story, index) => [
  story,
  ...MOVING.slice(index, index + 1),
])
