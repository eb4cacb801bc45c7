import * as z from 'zod'
import {LEGAL_STATUSES, WISHES} from '../../../domain/child/child.ts'
import type {SiblingGroupId} from '../../../domain/ids.ts'
import {contradiction} from './contradictions.ts'
import {authorityId, day, distinct, language, miles, reference, term, text} from './facts.ts'
import {childId, householdId} from './ids.ts'
import {listOf, record} from './list.ts'
import {givenLocation, location} from './location.ts'
import {ethnicity, sex} from './person.ts'

const need = z.strictObject({need: term, level: z.enum(['essential', 'desirable'])})
const risk = z.strictObject({risk: term, level: z.enum(['none', 'low', 'medium', 'high'])})

/** Shapes that hold locations are made twice: with a location as given, and as kept. */
const school = <At extends z.ZodType>(at: At) =>
  z.strictObject({
    location: at,
    keep: z.boolean().meta({description: 'The plan is to stay at this school.'}),
    keyStage4: z
      .boolean()
      .meta({description: 'In Years 10-11, where SI 2010/959 reg 10 protects the place.'}),
  })

const familyTime = <At extends z.ZodType>(at: At) =>
  z.strictObject({location: at, visitsAMonth: z.int().min(1).max(62)})

const basis = {
  absolute: z.boolean().meta({description: 'true: a hard rule. false: weighed under household-mix.'}),
  reason: text(1000),
  reviewBy: day,
}

const courtCondition = <At extends z.ZodType>(at: At) => {
  const kind = z.literal('court-condition')
  return z.discriminatedUnion('condition', [
    z.strictObject({
      kind,
      condition: z.literal('exclusion-zone'),
      location: at,
      withinMiles: miles,
      ...basis,
    }),
    z.strictObject({kind, condition: z.literal('non-association'), childId, ...basis}),
    z.strictObject({kind, condition: z.enum(['not-at-household', 's34-no-contact']), householdId, ...basis}),
  ])
}

const medical = z.strictObject({
  kind: z.literal('medical'),
  avoid: z
    .strictObject({pet: term.exactOptional(), smoking: z.literal(true).exactOptional()})
    .refine(avoid => Object.keys(avoid).length === 1, 'must name either a pet or smoking'),
  ...basis,
})

const noContact = z
  .strictObject({
    kind: z.literal('no-contact'),
    childId: childId.exactOptional(),
    householdId: householdId.exactOptional(),
    ...basis,
  })
  .refine(
    from => from.childId !== undefined || from.householdId !== undefined,
    contradiction('', 'must name a child or a household', ['childId', 'householdId']),
  )

const areaToAvoid = <At extends z.ZodType>(at: At) =>
  z
    .strictObject({
      kind: z.literal('avoid-area'),
      location: at.exactOptional(),
      withinMiles: miles.exactOptional(),
      authorityId: authorityId.exactOptional(),
      ...basis,
    })
    .refine(
      area =>
        area.authorityId === undefined
          ? area.location !== undefined && area.withinMiles !== undefined
          : area.location === undefined && area.withinMiles === undefined,
      contradiction('', 'must have either an authorityId, or a location and withinMiles', [
        'location',
        'withinMiles',
        'authorityId',
      ]),
    )

/** An object of which exactly one of two halves is there, as the checks above make sure. */
type OneOf<All, A extends keyof All, B extends keyof All> =
  | (Omit<All, A | B> & Required<Pick<All, A>>)
  | (Omit<All, A | B> & Required<Pick<All, B>>)
type Precise<R> = R extends {kind: 'avoid-area'; location?: unknown}
  ? OneOf<R, ('location' & keyof R) | ('withinMiles' & keyof R), 'authorityId' & keyof R>
  : R extends {kind: 'medical'; avoid: {pet?: string; smoking?: true}}
    ? Omit<R, 'avoid'> & {avoid: {pet: string} | {smoking: true}}
    : R

const restriction = <At extends z.ZodType>(at: At) => {
  const any = z.discriminatedUnion('kind', [
    noContact,
    areaToAvoid(at),
    z.strictObject({kind: z.literal('not-with'), childId, ...basis}),
    courtCondition(at),
    medical,
  ])
  return any as unknown as z.ZodType<Precise<z.output<typeof any>>, z.input<typeof any>>
}

const preferences = z
  .strictObject({
    otherChildren: z.enum(['none', 'no-younger', 'no-older', 'same-sex-only', 'welcome']).exactOptional(),
    pets: z.enum(['none', 'no-dogs', 'no-cats', 'welcome']).exactOptional(),
    smoking: z.enum(['none']).exactOptional(),
  })
  .meta({description: 'About other children, pets and smoking in the home; absent: none recorded.'})

const wish = z
  .strictObject({
    text: text(2000),
    about: z.enum(WISHES).exactOptional().meta({description: 'What of it can be checked.'}),
    householdId: householdId.exactOptional(),
    recordedOn: day,
  })
  .refine(
    said => (said.about === 'this-household') === (said.householdId !== undefined),
    contradiction('householdId', 'goes with about: "this-household", and only with it', [
      'about',
      'householdId',
    ]),
  )

const facts = <At extends z.ZodType>(at: At) => ({
  reference: reference.meta({description: "The case system's id; one child each.", examples: ['LCS-104233']}),
  dob: day,
  sex,
  ethnicity: ethnicity.exactOptional(),
  religion: term.nullable().exactOptional().meta({description: 'null: has none. Absent: not known.'}),
  languages: distinct(language, 20).exactOptional().meta({description: 'First language first.'}),
  home: at.exactOptional(),
  homeAuthorityId: authorityId.exactOptional(),
  school: school(at).nullable().exactOptional(),
  needs: z
    .array(need)
    .max(100)
    .refine(
      needs => new Set(needs.map(each => each.need)).size === needs.length,
      'must not name a need twice',
    )
    .exactOptional(),
  siblingGroupId: (reference as unknown as z.ZodType<SiblingGroupId, string>)
    .nullable()
    .exactOptional()
    .meta({description: "The case system's name for a set of brothers and sisters."}),
  familyTime: z.array(familyTime(at)).max(20).exactOptional(),
  risks: z
    .array(risk)
    .max(50)
    .refine(
      risks => new Set(risks.map(each => each.risk)).size === risks.length,
      'must not name a risk twice',
    )
    .exactOptional(),
  restrictions: z.array(restriction(at)).max(50).exactOptional(),
  preferences: preferences.exactOptional(),
  wishes: z.array(wish).max(30).exactOptional(),
  legalStatus: z.enum(LEGAL_STATUSES).exactOptional().meta({description: 'SSDA903 legal status.'}),
  uasc: z.boolean().exactOptional().meta({description: 'Unaccompanied asylum-seeking child.'}),
})

export const childBody = z.strictObject(facts(givenLocation)).meta({
  id: 'ChildFacts',
  description: 'The facts that matter for finding a home. An absent fact is not known; it is never "none".',
})
export const child = z.strictObject({id: childId, ...record, ...facts(location)}).meta({id: 'Child'})
export const childList = listOf(child).meta({id: 'Children'})
