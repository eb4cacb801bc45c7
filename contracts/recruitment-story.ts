import type {Call, ServedRoute} from './in-memory-service.ts'

type Step = (route: ServedRoute, call?: Call) => Promise<{readonly id: string}>

/** A boy of fifteen on remand, for which the authority's own carers are not approved, and what recruitment learns of him. */
export async function tellOfViews(
  step: Step,
  meanwhile: (route: ServedRoute, call: Call) => ReturnType<Step>,
  child: object,
): Promise<void> {
  const {id} = await meanwhile('createChild', {
    body: {...child, reference: 'LCS-097712', dob: '2011-02-11', sex: 'M', siblingGroupId: null},
  })
  const needed = {urgency: 'planned', kind: 'remand', neededFrom: '2026-12-01', siblings: 'together'}
  const referral = await meanwhile('openReferral', {body: {...needed, children: [id]}})
  await meanwhile('makeShortlist', {params: {referralId: referral.id}, body: {}})
  const enquiry = {on: '2026-11-16', source: 'website'}
  await meanwhile('openApplication', {body: {reference: 'FA-3419', kind: 'fostering', enquiry}})
  await step('getCarersNeeded', {query: {count: '2'}})
  await step('getEmptyPlaces')
  await step('getPipeline')
  await step('getFunnel')
  await step('exportEnquiries')
  await step('getFairness')
  await step('getOfstedReturn', {query: {asAt: '2026-03-31'}})
}
