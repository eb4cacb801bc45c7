import type {FollowedCohort} from '../../domain/recruitment/funnel.ts'

/** A cohort of the funnel in the form in which `tools/count-funnel.ts` counts it. */
export const asCounted = ({
  month,
  reached,
  open,
  withdrawn,
  refused,
  enquiries,
  firstPlacements,
}: FollowedCohort) => ({
  month,
  enquiries,
  open,
  withdrawn,
  refused,
  ...reached,
  'first-placement': firstPlacements,
})
