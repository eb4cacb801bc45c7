import * as z from 'zod'
import {
  PLACE_CODES,
  PROVIDER_CODES,
  REASONS_EPISODE_CEASED,
  REASONS_FOR_PLACE_CHANGE,
  type ReasonEpisodeCeased,
  type ReasonForPlaceChange,
} from '../../../domain/placement/codes.ts'
import {ARRANGEMENTS} from '../../../domain/placement/placement.ts'
import {REFERRAL_KINDS, URGENCIES} from '../../../domain/referral/referral.ts'
import {grantedApprovals} from './approval.ts'
import {contradiction} from './contradictions.ts'
import {authorityId, day, distinct, instant, pence, reference, text} from './facts.ts'
import {nights} from './hold.ts'
import {
  approachId,
  childId,
  holdId,
  householdId,
  occupancyId,
  placementId,
  referralId,
  shortlistId,
} from './ids.ts'
import {listOf, pageQueryWith, record} from './list.ts'
import {givenLocation, location} from './location.ts'

/** A stay's nights: from the first up to, not including, `until`. */
const until = day.nullable().meta({description: 'The first night not spent there; null: no end is known.'})
const cost = pence.nullable().meta({description: 'For each child; null: not known.'})

const reasons = (all: Readonly<Record<string, string>>) =>
  Object.entries(all)
    .map(([code, words]) => `${code}: ${words}`)
    .join('; ')
const placeChange = z
  .enum(Object.keys(REASONS_FOR_PLACE_CHANGE) as [ReasonForPlaceChange, ...ReasonForPlaceChange[]])
  .meta({
    id: 'ReasonForPlaceChange',
    description: `SSDA903 REASON_PLACE_CHANGE. ${reasons(REASONS_FOR_PLACE_CHANGE)}.`,
  })
const rec = z
  .enum(Object.keys(REASONS_EPISODE_CEASED) as [ReasonEpisodeCeased, ...ReasonEpisodeCeased[]])
  .meta({id: 'ReasonEpisodeCeased', description: `SSDA903 REC. ${reasons(REASONS_EPISODE_CEASED)}.`})

const code = z.strictObject({place: z.enum(PLACE_CODES), provider: z.enum(PROVIDER_CODES).nullable()}).meta({
  id: 'PlacementCode',
  description: 'SSDA903 PLACE and PLACE_PROVIDER. Temporary and other places have no provider.',
})
const givenCode = z
  .strictObject({
    place: z.enum(PLACE_CODES).exactOptional(),
    provider: z.enum(PROVIDER_CODES).nullable().exactOptional(),
  })
  .default({})
  .meta({description: 'What is left out follows from the home.'})

const setting = z.strictObject({name: text(200), urn: reference.nullable()})
const givenSetting = z
  .strictObject({
    name: text(200),
    urn: reference.nullable().default(null).meta({description: "Ofsted's number; null: it has none."}),
    location: givenLocation,
    authorityId: authorityId.meta({description: 'The authority in whose area it stands.'}),
  })
  .meta({
    id: 'GivenSetting',
    description:
      "A home that is no household on record: a children's home, supported accommodation, a hospital.",
  })

/** Where to: one of the two. */
const destination = {householdId: householdId.exactOptional(), setting: givenSetting.exactOptional()}
const isOnePlace = (to: {householdId?: unknown; setting?: unknown}) =>
  (to.householdId === undefined) !== (to.setting === undefined)
const notOnePlace = contradiction('householdId', 'must be given, or setting instead, and not both', [
  'householdId',
  'setting',
])

const agreed = {
  code: givenCode,
  weeklyCostPence: pence
    .exactOptional()
    .meta({description: "For each child; absent: the offer's, then the household's."}),
  approvals: grantedApprovals
    .default([])
    .meta({description: 'What the option needed, as it was granted. What is missing is refused by name.'}),
}
const chosen = {
  shortlistId: shortlistId.nullable().default(null).meta({description: 'What the chooser was shown.'}),
  reason: text(4000)
    .nullable()
    .default(null)
    .meta({description: 'Why another option than the first; asked for where it was not.'}),
  holdId: holdId.nullable().default(null).meta({description: 'The hold that this uses up.'}),
  approachId: approachId.nullable().default(null).meta({description: 'The offer that this accepts.'}),
}
const kind = z.enum(REFERRAL_KINDS).exactOptional()

export const placementBody = z
  .strictObject({
    ...destination,
    children: distinct(childId, 8)
      .min(1)
      .exactOptional()
      .meta({description: 'Of the referral; absent: all who have no home yet.'}),
    startOn: day.meta({description: 'The first night.'}),
    until: until.default(null),
    kind: kind.meta({description: "Of the stay; absent: the referral's."}),
    ...agreed,
    ...chosen,
  })
  .refine(isOnePlace, notOnePlace)
  .meta({id: 'PlacementRequest', description: 'The children come to live in one home, all or none.'})

export const moveBody = z
  .strictObject({
    ...destination,
    on: day.meta({description: 'The first night in the next home.'}),
    until: until.default(null),
    reasonForChange: placeChange,
    immediate: z
      .boolean()
      .default(false)
      .meta({description: 'Ended at once, because of a risk of significant harm (SI 2010/959 reg 14(3)).'}),
    referralId: referralId.nullable().default(null).meta({description: 'What asked for the next home.'}),
    kind: kind.meta({description: "Of the stay; absent: the referral's, or short-term."}),
    urgency: z.enum(URGENCIES).exactOptional(),
    ...agreed,
    ...chosen,
  })
  .refine(isOnePlace, notOnePlace)
  .meta({id: 'Move', description: 'Ends this placement and starts the next, in one.'})

const inOrder = (stay: {from: string; until: string | null}) => stay.until === null || stay.until > stay.from
const endsTooSoon = contradiction('until', 'must be after from', ['from', 'until'])

export const respiteBody = z
  .strictObject({...destination, from: day, until, ...agreed})
  .refine(isOnePlace, notOnePlace)
  .refine(inOrder, endsTooSoon)
  .meta({id: 'Respite', description: 'A stay elsewhere; the main placement goes on.'})

export const hospitalBody = z
  .strictObject({setting: givenSetting, from: day, until: until.default(null)})
  .refine(inOrder, endsTooSoon)
  .meta({id: 'HospitalStay', description: 'A stay in hospital; the main placement goes on.'})

export const endBody = z
  .strictObject({
    on: day.meta({description: 'The first night on which the child no longer lives there.'}),
    reason: placeChange.nullable().default(null),
    rec: rec.nullable().default(null),
    immediate: z
      .boolean()
      .default(false)
      .meta({description: 'Ended at once, because of a risk of significant harm (SI 2010/959 reg 14(3)).'}),
  })
  .meta({
    id: 'End',
    description:
      'A main placement ends with a reason for the change of place, or with a REC; a stay aside with neither.',
  })

export const stayingPutBody = z
  .strictObject({on: day.meta({description: 'The 18th birthday, or later.'}), until: until.default(null)})
  .meta({id: 'StayingPut', description: 'The young person stays with the carers; the bedroom stays taken.'})

export const stayingPutEndBody = z
  .strictObject({on: day.meta({description: 'The first night on which they no longer live there.'})})
  .meta({id: 'StayingPutEnd', description: 'The young adult leaves; the place is free again.'})

export const correctionBody = z
  .strictObject({from: day, until, reason: text(4000)})
  .refine(inOrder, endsTooSoon)
  .meta({id: 'Correction', description: 'Other dates, with why. What they were is kept.'})

export const placement = z
  .strictObject({
    id: placementId,
    ...record,
    childId,
    referralId: referralId.nullable(),
    holdId: holdId.nullable(),
    approachId: approachId.nullable(),
    arrangement: z.enum(ARRANGEMENTS).meta({description: 'A stay aside leaves the main placement as it is.'}),
    from: day,
    until,
    householdId: householdId.nullable(),
    occupancyId: occupancyId.nullable().meta({description: "Its place in the household's calendar."}),
    setting: setting.nullable(),
    location: location.nullable().meta({description: "Of a setting; a household's stands on its record."}),
    authorityId,
    code,
    weeklyCostPence: cost,
    approvals: grantedApprovals,
    chosen: z
      .strictObject({
        shortlistId,
        rank: z.int().nullable().meta({description: 'null: not among what was offered.'}),
        reason: z.string().nullable(),
      })
      .nullable(),
    ended: z
      .strictObject({
        on: day,
        reason: placeChange.nullable(),
        rec: rec.nullable(),
        nextPlacementId: placementId.nullable(),
      })
      .nullable(),
    stayingPut: z
      .strictObject({
        occupancyId: occupancyId.meta({description: "The place in the household's calendar."}),
        until,
        ended: z.boolean().meta({description: 'false: `until` is as expected.'}),
      })
      .exactOptional()
      .meta({description: 'What came after, where the young person stayed with the carers.'}),
    corrections: z.array(
      z.strictObject({at: instant, by: z.string(), reason: z.string(), before: nights, after: nights}),
    ),
  })
  .meta({id: 'Placement', description: "One child's time in one home."})

export const placementsDecided = z
  .strictObject({placements: z.array(placement)})
  .meta({id: 'PlacementsDecided', description: 'Every placement that is new or has changed.'})

export const placementList = listOf(placement).meta({id: 'Placements'})
export const placementQuery = pageQueryWith({
  childId: childId.exactOptional(),
  householdId: householdId.exactOptional(),
}).refine(
  query => (query.childId === undefined) !== (query.householdId === undefined),
  contradiction('childId', 'must be given, or householdId instead, and not both', ['childId', 'householdId']),
)
