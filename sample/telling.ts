import type {Child, Need, Restriction, Risk, Term} from '../domain/child/child.ts'

/** The words of stories: what a referral says about a child beside the record. */

export const need = (word: Term): Need => ({need: word, level: 'essential'})
export const risk = (word: Term, level: Risk['level'] = 'medium'): Risk => ({risk: word, level})

export const withNeeds =
  (...needs: readonly Need[]) =>
  (child: Child): Child => ({
    ...child,
    needs: [
      ...needs,
      ...(child.needs ?? []).filter(other => needs.every(each => each.need !== other.need)),
    ].slice(0, 6),
  })

export const withRisks = (child: Child, ...risks: readonly Risk[]): Child => ({
  ...child,
  risks: [...risks, ...(child.risks ?? []).filter(other => risks.every(each => each.risk !== other.risk))],
})

export const withRestriction = (child: Child, restriction: Restriction): Child => ({
  ...child,
  restrictions: [...(child.restrictions ?? []), restriction],
})

/** In a night's emergency little more is known than who the child is; all else is absent, not none. */
export function barelyKnown({
  id,
  reference,
  dob,
  sex,
  ethnicity,
  home,
  homeAuthorityId,
  siblingGroupId,
  legalStatus,
}: Child): Child {
  return {
    id,
    reference,
    dob,
    sex,
    uasc: false,
    ...(ethnicity && {ethnicity}),
    ...(home && {home}),
    ...(homeAuthorityId && {homeAuthorityId}),
    ...(siblingGroupId && {siblingGroupId}),
    ...(legalStatus && {legalStatus}),
  }
}
