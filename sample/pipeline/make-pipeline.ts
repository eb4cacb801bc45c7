import {addDays, type Day, dayNumber, dayOf} from '../../domain/calendar.ts'
import type {EthnicityCode} from '../../domain/child/ethnicity.ts'
import type {ApplicationId, AuthorityId, CampaignId, HouseholdId} from '../../domain/ids.ts'
import type {Application, Campaign, Source} from '../../domain/recruitment/application.ts'
import {type ApprovalMade, approve} from '../../domain/recruitment/approve.ts'
import {DEFAULT_RECRUITMENT} from '../../domain/recruitment/policy.ts'
import {recordMilestone} from '../../domain/recruitment/record-milestone.ts'
import {makeRandom, type Random, type Weights} from '../random.ts'
import {type Step, stepsOf} from './steps.ts'

/** Enquiries over a span of days with what had become of them by the last of it. All of it invented. */
export interface Pipeline {
  readonly applications: readonly Application[]
  readonly campaigns: readonly Campaign[]
}

export interface PipelineOptions {
  readonly seed: number | string
  readonly enquiries: number
  readonly from: Day
  readonly today: Day
}

const SOURCES: Weights<Source> = {
  website: 26,
  'social-media': 22,
  'search-engine': 16,
  event: 9,
  'foster-carer': 9,
  'regional-hub': 8,
  'leaflet-or-press': 5,
  'other-service': 2,
  other: 3,
}
const ETHNICITY: Weights<EthnicityCode> = {
  WBRI: 36,
  BCRB: 20,
  BAFR: 18,
  WOTH: 9,
  AIND: 3,
  MWBC: 4,
  OOTH: 3,
  NOBT: 7,
}
const AREAS: Weights<string> = {E09000023: 62, E09000006: 14, E09000011: 12, E09000028: 8, E09000004: 4}

/** The same options give the same pipeline, to the byte. */
export function makePipeline({seed, enquiries, from, today}: PipelineOptions): Pipeline {
  const random = makeRandom(`${seed}/pipeline`)
  const campaigns = makeCampaigns(from, today, random.fork('campaigns'))
  const days = dayNumber(today) - dayNumber(from)
  const asked = Array.from({length: enquiries}, () => addDays(from, random.integer(0, days))).toSorted()
  const applications = asked.map((on, i) => {
    const own = random.fork(`enquiry ${i}`)
    return lived(enquire(on, i + 1, campaigns, own), stepsOf(on, own), today)
  })
  return {applications, campaigns}
}

/** Two a year of each that costs money, a quarter long. */
function makeCampaigns(from: Day, today: Day, random: Random): readonly Campaign[] {
  const sources = ['social-media', 'search-engine', 'event', 'leaflet-or-press'] as const
  const campaigns: Campaign[] = []
  for (let day = from; day < today; day = addDays(day, 182))
    for (const source of sources) {
      const id = random.uuid() as CampaignId
      const until = addDays(day, 90)
      const costPence = random.integer(15, 90) * 10_000
      campaigns.push({id, name: `${source} of ${day.slice(0, 7)}`, source, from: day, until, costPence})
    }
  return campaigns
}

function enquire(on: Day, number: number, campaigns: readonly Campaign[], random: Random): Application {
  const source = random.byWeight(SOURCES)
  const running = campaigns.find(
    campaign => campaign.source === source && campaign.from <= on && on <= campaign.until!,
  )
  const ethnicity = random.byWeight(ETHNICITY)
  const isKnown = random.chance(0.9)
  return {
    id: random.uuid() as ApplicationId,
    reference: `A-${10_000 + number}`,
    kind: random.chance(0.04) ? 'supported-lodgings' : 'fostering',
    enquiry: {on, source, campaignId: running && random.chance(0.7) ? running.id : null},
    transferFrom: null,
    applicants: [
      {
        dob: dayOf(dayNumber(on) - Math.round(365.25 * (28 + 34 * random.next()))),
        ...(isKnown && {ethnicity}),
      },
    ],
    authorityId: random.byWeight(AREAS) as AuthorityId,
    milestones: [],
    pauses: [],
    corrections: [],
    householdId: null,
  }
}

/** Recorded as a service would record it, day by day until today. */
const lived = (application: Application, steps: readonly Step[], today: Day): Application =>
  steps.filter(({on}) => on <= today).reduce((so, step) => take(so, step, today), application)

function take(application: Application, step: Step, today: Day): Application {
  const context = {today, policy: DEFAULT_RECRUITMENT}
  const result =
    step.kind === 'approve'
      ? approve(application, approvalOf(application, step.on), {
          ...context,
          householdId: `household of ${application.reference}` as HouseholdId,
          before: null,
        })
      : recordMilestone(application, step, context)
  if (!result.ok) throw new Error(`${application.reference}: ${JSON.stringify(result.error)}`)
  return 'household' in result.value ? result.value.application : result.value
}

const approvalOf = ({kind, authorityId}: Application, on: Day): ApprovalMade => ({
  on,
  terms: {
    places: 1,
    ages: {from: kind === 'supported-lodgings' ? 16 : 0, to: 17},
    sexes: ['F', 'M', 'U'],
    kinds: kind === 'supported-lodgings' ? ['supported-lodgings'] : ['short-term', 'long-term'],
    namedChildren: [],
  },
  overBedrooms: null,
  home: {
    reference: '',
    scheme: 'mainstream',
    home: {postcode: null, easting: 537_600, northing: 173_900},
    authorityId: authorityId!,
    bedrooms: [{id: 'room-1', shareable: false, groundFloor: false}],
    weeklyCost: null,
  },
})
