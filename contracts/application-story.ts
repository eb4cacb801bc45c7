import type {Call, ServedRoute} from './in-memory-service.ts'

type Told = {readonly id: string; readonly version: number}
type Step = (route: ServedRoute, call?: Call) => Promise<Told>

const CAMPAIGN = {
  name: 'Room for one more, spring',
  source: 'social-media',
  from: '2025-03-03',
  until: '2025-05-30',
  costPence: 420_000,
}

const ENQUIRY = {
  reference: 'FA-3107',
  kind: 'fostering',
  enquiry: {on: '2025-04-07', source: 'social-media'},
  applicants: [{dob: '1984-05-17', ethnicity: 'BCRB'}],
  authorityId: 'E09000023',
}

/** From the first contact to the minutes of the panel, each on its day. */
const ASSESSMENT = [
  {kind: 'first-contact', on: '2025-04-08'},
  {kind: 'home-visit', on: '2025-04-14'},
  {kind: 'application-accepted', on: '2025-05-12'},
  {kind: 'stage-1-started', on: '2025-05-13'},
  {kind: 'check-asked', on: '2025-05-14', check: 'disclosure'},
  {kind: 'check-returned', on: '2025-06-04', check: 'disclosure', satisfactory: true},
  {kind: 'stage-1-information', on: '2025-06-30'},
  {kind: 'stage-1-outcome', on: '2025-07-08', suitable: true},
  {kind: 'stage-2-started', on: '2025-07-14'},
  {kind: 'stage-2-completed', on: '2025-11-10'},
  {kind: 'panel', on: '2025-12-04', recommends: 'approve'},
  {kind: 'minutes-received', on: '2025-12-09'},
]

const APPROVAL = {
  kind: 'decision',
  on: '2025-12-15',
  outcome: 'approved',
  terms: {
    places: 2,
    ages: {from: 0, to: 12},
    sexes: ['F', 'M', 'U'],
    kinds: ['short-term', 'long-term', 'respite'],
  },
  home: {
    reference: 'FC-2311',
    home: {postcode: 'SE6 4RU'},
    authorityId: 'E09000023',
    bedrooms: [
      {id: 'attic', shareable: true, groundFloor: false},
      {id: 'front', shareable: false, groundFloor: false},
    ],
    members: [{relationship: 'carer', dob: '1984-05-17', sex: 'F'}],
    ethnicities: ['BCRB'],
    languages: ['en-GB'],
    skills: ['life-story-work'],
  },
}

/** Somebody asks about fostering, and is approved. */
export async function tellOfApplications(
  step: Step,
  meanwhile: (route: ServedRoute, call: Call) => Promise<{readonly id: string}>,
): Promise<void> {
  const ifMatch = ({version}: Told) => ({headers: {'if-match': `"${version}"`}})
  const campaign = await step('createCampaign', {body: CAMPAIGN})
  const ofCampaign = {params: {campaignId: campaign.id}}
  await step('listCampaigns')
  await step('getCampaign', ofCampaign)
  await step('changeCampaign', {
    ...ofCampaign,
    ...ifMatch(campaign),
    body: {...CAMPAIGN, costPence: 465_000},
  })

  const enquired = {...ENQUIRY, enquiry: {...ENQUIRY.enquiry, campaignId: campaign.id}}
  const opened = await step('openApplication', {body: ENQUIRY})
  const ofApplication = {params: {applicationId: opened.id}}
  await step('changeApplication', {...ofApplication, ...ifMatch(opened), body: enquired})
  for (const milestone of ASSESSMENT) await meanwhile('recordMilestone', {...ofApplication, body: milestone})
  await step('pauseClocks', {...ofApplication, body: {on: '2025-12-10', reason: 'A bereavement.'}})
  await step('resumeClocks', {...ofApplication, body: {on: '2025-12-15'}})
  const approved = await step('recordMilestone', {...ofApplication, body: APPROVAL})
  await step('correctMilestone', {
    params: {...ofApplication.params, number: '2'},
    ...ifMatch(approved),
    body: {on: '2025-04-15', reason: 'The visit was a day later.'},
  })
  await step('getApplication', ofApplication)
  await step('listApplications', {query: {stage: 'approved'}})
}
