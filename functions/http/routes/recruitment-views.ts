import {withIds} from '../route.ts'
import {carersNeeded, carersNeededQuery} from '../schemas/carers-needed.ts'
import {
  emptyPlaces,
  fairness,
  fairnessQuery,
  funnel,
  funnelQuery,
  ofstedReturnQuery,
  pipeline,
  pipelineQuery,
} from '../schemas/recruitment-views.ts'

const viewing = {context: 'recruitment-views', method: 'GET'} as const
const recruiting = {...viewing, access: {scopes: ['recruitment']}} as const
/** Figures are for everybody with a role, as those of sufficiency are. */
const counting = {...viewing, access: {scopes: ['recruitment', 'sufficiency']}} as const

/** What recruitment looks like and what it is to look for: docs/recruitment.md. */
export const recruitmentViewRoutes = withIds({
  getPipeline: {
    ...recruiting,
    path: '/v1/recruitment/pipeline',
    summary: 'Open applications by stage, with their ages and what is late',
    query: pipelineQuery,
    response: {status: 200, body: pipeline},
    problems: [],
  },
  getFunnel: {
    ...counting,
    path: '/v1/recruitment/funnel',
    summary: 'What becomes of enquiries',
    description:
      'By month of the enquiry, by source and campaign with the cost for each approval, how long approval takes, why ' +
      'people leave, and a forecast of approvals with its interval.',
    query: funnelQuery,
    response: {status: 200, body: funnel},
    problems: [],
  },
  getOfstedReturn: {
    ...counting,
    path: '/v1/recruitment/ofsted-return',
    summary: 'The fields of Ofsted’s fostering data set',
    description: 'As of a 31 March: as JSON, with the ids that each number counts, or as CSV.',
    query: ofstedReturnQuery,
    response: {status: 200, media: ['application/json', 'text/csv; charset=utf-8']},
    problems: [],
  },
  getCarersNeeded: {
    ...counting,
    path: '/v1/recruitment/carers-needed',
    summary: 'Which new households would have helped most',
    description:
      'From the referrals of the last months and those that wait, worked out by the matching engine: each household ' +
      'given those before it, with every referral that it would have served.',
    query: carersNeededQuery,
    response: {status: 200, body: carersNeeded},
    problems: [],
  },
  getFairness: {
    ...counting,
    path: '/v1/recruitment/fairness',
    summary: 'How recruitment goes, and homes are used, by carers’ ethnicity, age and area',
    query: fairnessQuery,
    response: {status: 200, body: fairness},
    problems: [],
  },
  getEmptyPlaces: {
    ...viewing,
    access: {scopes: ['recruitment', 'placements']},
    path: '/v1/recruitment/empty-places',
    summary: 'Homes with a place empty for over 60 nights, and why they were passed over',
    description: 'The reasons are those of the newest shortlist of each referral of the last year.',
    response: {status: 200, body: emptyPlaces},
    // It takes nothing, and says so to whoever asks with anything.
    problems: ['invalid'],
  },
  exportEnquiries: {
    ...recruiting,
    path: '/v1/exports/enquiries',
    summary: 'Every enquiry as CSV: the days of its steps, and how it ended',
    description: 'What `tools/count-funnel.ts` counts, to check the funnel without Hearth.',
    response: {status: 200, media: ['text/csv; charset=utf-8']},
    // It takes nothing, and says so to whoever asks with anything.
    problems: ['invalid'],
  },
})
