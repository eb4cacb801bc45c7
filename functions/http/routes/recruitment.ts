import * as z from 'zod'
import {withIds} from '../route.ts'
import {
  application,
  applicationBody,
  applicationList,
  applicationQuery,
  correctionBody,
  milestoneNumber,
  pauseBody,
  resumeBody,
} from '../schemas/application.ts'
import {campaign, campaignBody, campaignList} from '../schemas/campaign.ts'
import {applicationId, campaignId} from '../schemas/ids.ts'
import {pageQuery} from '../schemas/list.ts'
import {milestoneBody} from '../schemas/milestone.ts'

const recruiting = {context: 'recruitment', access: {scopes: ['recruitment']}} as const
const ofApplication = z.strictObject({applicationId})
const ofCampaign = z.strictObject({campaignId})

/** From an enquiry to a first placement: docs/recruitment.md. */
export const recruitmentRoutes = withIds({
  openApplication: {
    ...recruiting,
    method: 'POST',
    path: '/v1/recruitment/applications',
    summary: 'Record an enquiry about fostering',
    body: applicationBody,
    response: {status: 201, body: application},
    problems: ['reference-taken'],
  },
  listApplications: {
    ...recruiting,
    method: 'GET',
    path: '/v1/recruitment/applications',
    summary: 'List applications, with what is late',
    query: applicationQuery,
    response: {status: 200, body: applicationList},
    problems: [],
  },
  getApplication: {
    ...recruiting,
    method: 'GET',
    path: '/v1/recruitment/applications/{applicationId}',
    summary: 'Read an application',
    params: ofApplication,
    response: {status: 200, body: application},
    problems: ['not-found'],
  },
  changeApplication: {
    ...recruiting,
    method: 'PUT',
    path: '/v1/recruitment/applications/{applicationId}',
    summary: 'Replace what is recorded about an enquiry and who asked',
    params: ofApplication,
    body: applicationBody,
    ifMatch: true,
    response: {status: 200, body: application},
    problems: ['not-found', 'reference-taken'],
  },
  recordMilestone: {
    ...recruiting,
    method: 'POST',
    path: '/v1/recruitment/applications/{applicationId}/milestones',
    summary: 'Record what happened in an application',
    description:
      'A decision to approve, or a temporary approval, makes the household in the same transaction; new terms, a ' +
      'suspension and a resignation change it. What cannot be is refused, and says why.',
    params: ofApplication,
    body: milestoneBody,
    response: {status: 201, body: application},
    problems: ['not-found', 'not-in-order', 'reference-taken'],
  },
  correctMilestone: {
    ...recruiting,
    method: 'PUT',
    path: '/v1/recruitment/applications/{applicationId}/milestones/{number}',
    summary: 'Correct the day of a milestone',
    description: 'What it was stays on record. The days that it gave to the household move with it.',
    params: z.strictObject({applicationId, number: milestoneNumber}),
    body: correctionBody,
    ifMatch: true,
    response: {status: 200, body: application},
    problems: ['not-found', 'not-in-order'],
  },
  pauseClocks: {
    ...recruiting,
    method: 'POST',
    path: '/v1/recruitment/applications/{applicationId}/pauses',
    summary: 'Stop the clocks of an application, with a reason',
    description: 'Only those that may be paused: what the law gives the applicants does not wait.',
    params: ofApplication,
    body: pauseBody,
    response: {status: 201, body: application},
    problems: ['not-found', 'not-in-order'],
  },
  resumeClocks: {
    ...recruiting,
    method: 'POST',
    path: '/v1/recruitment/applications/{applicationId}/resume',
    summary: 'Let the clocks of an application run again',
    params: ofApplication,
    body: resumeBody,
    response: {status: 200, body: application},
    problems: ['not-found', 'not-in-order'],
  },
  createCampaign: {
    ...recruiting,
    method: 'POST',
    path: '/v1/recruitment/campaigns',
    summary: 'Record a campaign',
    body: campaignBody,
    response: {status: 201, body: campaign},
    problems: [],
  },
  listCampaigns: {
    ...recruiting,
    method: 'GET',
    path: '/v1/recruitment/campaigns',
    summary: 'List campaigns with their cost, the newest first',
    query: pageQuery,
    response: {status: 200, body: campaignList},
    problems: [],
  },
  getCampaign: {
    ...recruiting,
    method: 'GET',
    path: '/v1/recruitment/campaigns/{campaignId}',
    summary: 'Read a campaign',
    params: ofCampaign,
    response: {status: 200, body: campaign},
    problems: ['not-found'],
  },
  changeCampaign: {
    ...recruiting,
    method: 'PUT',
    path: '/v1/recruitment/campaigns/{campaignId}',
    summary: 'Replace what is recorded about a campaign',
    params: ofCampaign,
    body: campaignBody,
    ifMatch: true,
    response: {status: 200, body: campaign},
    problems: ['not-found'],
  },
})
