import * as z from 'zod'
import {HOUSEHOLD_KINDS, SCHEMES, STATUS_STATES} from '../../../domain/household/household.ts'
import {REFERRAL_KINDS} from '../../../domain/referral/referral.ts'
import {contradiction} from './contradictions.ts'
import {authorityId, day, distinct, language, pence, reference, term, text, years} from './facts.ts'
import {childId, householdId} from './ids.ts'
import {listOf, record} from './list.ts'
import {givenLocation, location} from './location.ts'
import {ethnicity, sex} from './person.ts'

const provider = z.discriminatedUnion('type', [
  z.strictObject({type: z.literal('in-house')}),
  z.strictObject({type: z.literal('ifa'), agencyId: reference}),
  z.strictObject({type: z.literal('other-authority'), authorityId}),
])

/** A span of days that does not end before it starts. */
const inOrder = (span: {from?: string | null; until?: string | null}) =>
  !span.from || !span.until || span.until >= span.from
const untilBeforeFrom = contradiction('until', 'must not be before from', ['from', 'until'])

export const terms = z
  .strictObject({
    places: z.int().min(1).max(12).meta({description: 'How many fostered children at once.'}),
    ages: z
      .strictObject({from: years, to: years})
      .refine(ages => ages.from <= ages.to, contradiction('to', 'must not be less than from', ['from', 'to']))
      .meta({description: 'Completed years, both ends included.'}),
    sexes: distinct(sex, 3).min(1),
    kinds: distinct(z.enum(REFERRAL_KINDS), REFERRAL_KINDS.length).min(1),
    namedChildren: distinct(childId, 20)
      .default([])
      .meta({description: 'Not empty: approved for these children alone.'}),
  })
  .meta({id: 'Terms', description: 'Of an approval.'})

export const registration = z
  .strictObject({
    urn: reference,
    status: z.enum(['registered', 'applied', 'suspended', 'cancelled']),
    from: day.exactOptional(),
    until: day.nullable().exactOptional(),
  })
  .refine(inOrder, untilBeforeFrom)
  .meta({description: 'Ofsted registration of a supported accommodation provider (SI 2023/416).'})

const approval = z
  .strictObject({
    from: day.nullable().meta({description: 'null: not approved yet.'}),
    until: day.nullable().default(null).meta({description: 'Last day of the approval; null: no end.'}),
    route: z.enum(['full', 'regulation-24', 'regulation-25A']).exactOptional().meta({
      description: 'Absent: full. The others are temporary approvals under SI 2010/959 regs 24 and 25A.',
    }),
    terms,
    registration: registration.exactOptional(),
  })
  .refine(inOrder, untilBeforeFrom)
  .refine(
    ({from, until}) => from !== null || until === null,
    contradiction('until', 'must be null while from is null', ['from', 'until']),
  )

const bedroom = z
  .strictObject({id: reference, shareable: z.boolean(), groundFloor: z.boolean()})
  .meta({id: 'Bedroom'})

const member = z
  .strictObject({
    relationship: z.enum(['carer', 'own-child', 'other-child', 'other-adult']),
    dob: day.exactOptional(),
    sex: sex.exactOptional(),
  })
  .meta({id: 'HouseholdMember'})

const recorded = {reason: text(1000), recordedOn: day}
const exclusion = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('disqualified'),
      exceptChildren: distinct(childId, 20).exactOptional(),
      ...recorded,
    }),
    z.strictObject({kind: z.literal('barred'), childId, ...recorded}),
    z.strictObject({kind: z.literal('not-child'), childId, ...recorded}),
    z.strictObject({kind: z.literal('prefers-not'), risk: term, ...recorded}),
  ])
  .meta({id: 'Exclusion'})

const state = z.enum(STATUS_STATES)
const until = day.nullable().meta({description: 'Last day of this state; null: until further notice.'})
const reason = text(1000).nullable()
/** Without a day, a state holds from today. */
const givenStatus = z
  .strictObject({state, from: day.exactOptional(), until: until.default(null), reason: reason.default(null)})
  .refine(inOrder, untilBeforeFrom)
const status = z.strictObject({state, from: day, until, reason})

const weeklyCost = z
  .strictObject({
    marginalPenceAWeek: pence.nullable().meta({description: 'What one more child there costs.'}),
    fullPenceAWeek: pence.nullable().meta({description: "The same with the service's overheads."}),
  })
  .nullable()
const scheme = z.enum(SCHEMES)
const confidential = z
  .boolean()
  .meta({description: 'Where it stands is told only to those who have the scope `confidential`.'})

const homeFacts = {
  reference: reference.meta({
    description: "The case system's id; one household each.",
    examples: ['FC-2091'],
  }),
  authorityId: authorityId.meta({description: 'The authority in whose area it stands.'}),
  bedrooms: z
    .array(bedroom)
    .max(12)
    .refine(
      rooms => new Set(rooms.map(room => room.id)).size === rooms.length,
      'must not give two bedrooms one id',
    )
    .meta({description: 'For placed children; a shareable one sleeps two.'}),
  members: z.array(member).max(20).exactOptional(),
  ethnicities: distinct(ethnicity, 20).exactOptional().meta({description: 'Of the carers.'}),
  religions: distinct(term, 20).exactOptional(),
  supportsReligions: distinct(term, 20).exactOptional(),
  languages: distinct(language, 20).exactOptional(),
  skills: distinct(term, 100).exactOptional().meta({description: 'The same words as the needs of children.'}),
  pets: distinct(term, 20).exactOptional().meta({description: 'An empty list: there are none.'}),
  smoking: z.boolean().exactOptional(),
  accessible: z.boolean().exactOptional(),
  exclusions: z.array(exclusion).max(50).exactOptional(),
}

const facts = {...homeFacts, kind: z.enum(HOUSEHOLD_KINDS), provider, approval}

const givenHome = {
  home: givenLocation,
  confidential: confidential.default(false),
  scheme: scheme.default('mainstream'),
  weeklyCost: weeklyCost.default(null),
}

/** What an assessment says of a home: all but its kind, its approval and its state, which follow from the decision. */
export const assessedHome = z
  .strictObject({...homeFacts, ...givenHome})
  .meta({id: 'AssessedHome', description: 'The home as it was assessed. An absent fact is not known.'})

const NAMES_ITS_CHILDREN: readonly string[] = ['connected-person', 'parent']

export const householdBody = z
  .strictObject({
    ...facts,
    ...givenHome,
    status: givenStatus.default({state: 'available', until: null, reason: null}),
  })
  .refine(
    ({kind, approval}) => !NAMES_ITS_CHILDREN.includes(kind) || approval.terms.namedChildren.length > 0,
    contradiction('approval/terms/namedChildren', 'must name the children whom this home is for', [
      'kind',
      'approval',
    ]),
  )
  .meta({id: 'HouseholdFacts', description: 'A home that could take a child. An absent fact is not known.'})

export const household = z
  .strictObject({
    id: householdId,
    ...record,
    ...facts,
    home: location
      .nullable()
      .meta({description: 'null: the household is confidential, and the caller has not the scope for it.'}),
    confidential,
    scheme,
    status,
    weeklyCost,
  })
  .meta({id: 'Household'})
export const householdList = listOf(household).meta({id: 'Households'})
