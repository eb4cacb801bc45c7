import * as z from 'zod'
import {URGENCIES} from '../../../domain/panel/agenda.ts'
import {TRIGGERS} from '../../../domain/panel/policy.ts'
import {REASONS_FOR_NO} from '../../../domain/placement/approach.ts'
import {child} from './child.ts'
import {component} from './costs.ts'
import {action, conflict, decision} from './decision.ts'
import {day, distinct, instant, text} from './facts.ts'
import {caseId, childId, decisionId, householdId, placementId, referralId, shortlistId} from './ids.ts'
import {listOf, pageQueryWith, record} from './list.ts'
import {placement} from './placement.ts'
import {shortlist} from './shortlist.ts'

const trigger = z.enum(TRIGGERS)
const pence = z.int()
const penceOrNotKnown = z.int().nullable().meta({description: 'null: not known.'})

const opening = z.strictObject({
  on: day,
  asked: z
    .strictObject({by: z.string(), reason: z.string()})
    .nullable()
    .meta({description: 'Who opened it, and why; null: its triggers did.'}),
  closed: z.strictObject({on: day, at: instant, by: z.string(), reason: z.string()}).nullable(),
})

const standing = {
  state: z.enum(['open', 'closed']),
  openings: z.array(opening),
  decisions: z.array(decision),
  actions: z.array(action),
}

export const panelCase = z
  .strictObject({
    id: caseId,
    ...record,
    childId,
    placementId,
    meets: z.array(trigger).meta({description: 'What holds. None: it waits for a person to close it.'}),
    triggers: z.array(
      z.strictObject({
        trigger,
        from: day,
        until: day.nullable().meta({description: 'When it was seen to hold no longer; null: it holds.'}),
      }),
    ),
    ...standing,
  })
  .meta({
    id: 'PanelCase',
    description: 'One child in one placement before the panel; its id is the placement’s.',
  })

export const caseList = listOf(panelCase).meta({id: 'PanelCases'})
export const caseQuery = pageQueryWith({
  state: z.enum(['open', 'all']).default('open').meta({description: 'The open ones, or all.'}),
})
export const caseBody = z
  .strictObject({placementId, reason: text(4000)})
  .meta({id: 'CaseToOpen', description: 'A person opens a case, or opens one again.'})
export const closeBody = z.strictObject({reason: text(4000)}).meta({id: 'CaseToClose'})

const shortlistOption = shortlist.shape.options.element.shape
const byWeek = {
  from: day,
  weeks: z.array(z.strictObject({from: day, until: day, pence})),
  oneOffPence: pence,
  totalPence: pence,
}
const saving = z.strictObject({
  decisionId,
  placementId,
  agreedOn: day,
  basePenceAWeek: penceOrNotKnown,
  forecast: z.strictObject(byWeek).nullable(),
  realised: z
    .strictObject({
      ...byWeek,
      placementId,
      notKnownNights: z.int(),
      reversedOn: day.nullable().meta({description: 'It was reversed within six months; null: it was not.'}),
    })
    .nullable(),
})

const cost = z.strictObject({
  penceAWeek: penceOrNotKnown,
  components: z.array(component),
  shares: z.array(z.strictObject({funder: z.string(), pence})),
  yearPence: penceOrNotKnown,
  soFar: z.strictObject({pence, nights: z.int(), notKnownNights: z.int()}),
  toEighteen: z.strictObject({pence: penceOrNotKnown, nights: z.int()}),
  oneOffPence: pence,
  contractEndsOn: day.nullable(),
})

const stepDown = z.strictObject({
  stability: z.strictObject({
    nights: z.int(),
    settled: z.boolean(),
    siblingsThere: z.array(childId),
    schoolMiles: z.number().nullable(),
    words: z.array(z.string()),
  }),
  suitability: shortlistOption.suitability
    .nullable()
    .meta({description: 'Of the home where the child lives.'}),
  options: z
    .array(
      z.strictObject({
        rank: z.int(),
        householdId: shortlistOption.householdId,
        reference: z.string(),
        group: shortlistOption.group,
        suitability: shortlistOption.suitability,
        distanceMiles: z.number().nullable(),
        differencePenceAWeek: z.strictObject({marginal: penceOrNotKnown, full: penceOrNotKnown}),
        wouldLose: z.array(z.string()).min(1),
        words: z.string(),
      }),
    )
    .meta({description: 'In the order of the engine, in-house first; never by what a home would save.'}),
  nearlyPossible: z.array(shortlist.shape.nearlyPossible.element.extend({reference: z.string()})),
})

const search = z.strictObject({
  referralId: referralId.nullable(),
  shortlists: z.array(z.strictObject({shortlistId, at: instant, options: z.int()})),
  chosen: placement.shape.chosen,
  refusals: z.array(
    z.strictObject({
      by: z.string().meta({description: "The household's reference, or the agency."}),
      householdId: householdId.nullable().meta({description: 'null: an agency said no.'}),
      at: instant,
      reason: z.enum(REASONS_FOR_NO),
    }),
  ),
})

const {sex, needs, risks, wishes, legalStatus, uasc, reference} = child.shape

export const casePack = z
  .strictObject({
    caseId,
    childId,
    placementId,
    reference,
    asOf: day,
    urgency: z.enum(URGENCIES),
    ...standing,
    triggers: z.array(z.strictObject({trigger, words: z.string()})),
    child: z.strictObject({
      sex,
      needs,
      risks,
      wishes,
      legalStatus,
      uasc,
      age: z.int(),
      schoolKept: z.boolean().nullable(),
    }),
    siblings: z.array(
      z.strictObject({
        childId,
        reference: z.string(),
        sameHome: z.boolean().nullable().meta({description: 'null: no home of theirs is known.'}),
      }),
    ),
    history: z.array(
      z.strictObject({
        placementId,
        from: day,
        until: day.nullable(),
        nights: z.int(),
        home: z.string().nullable().meta({description: "The setting's name, or the household's reference."}),
        place: z.string(),
        provider: z.string().nullable(),
        weeklyCostPence: penceOrNotKnown,
        ended: z.string().nullable(),
      }),
    ),
    cost,
    search,
    distanceMiles: z.number().nullable(),
    lastDecision: decision.nullable(),
    reviewDueOn: day.nullable(),
    daysPastStepDown: z.int().nullable(),
    saving: saving.nullable().meta({description: 'null: no step-down was agreed.'}),
    stepDown,
  })
  .meta({id: 'CasePack', description: 'All that the panel is shown of one case. Money is whole pence.'})

const present = {
  members: distinct(text(200), 60),
  apologies: distinct(text(200), 60),
  conflicts: z.array(conflict).max(60),
}
export const meetingBody = z
  .strictObject({
    members: present.members.default([]),
    apologies: present.apologies.default([]),
    conflicts: present.conflicts.default([]),
  })
  .meta({id: 'MeetingToRecord'})
export const meeting = z
  .strictObject({
    id: day,
    ...record,
    date: day,
    ...present,
    quorum: z.int().meta({description: 'How many members it takes, by the policy.'}),
    quorate: z.boolean().meta({description: 'So many have not sent apologies.'}),
    published: z
      .strictObject({
        at: instant,
        by: z.string(),
        fingerprint: z.string(),
        cases: z.array(z.strictObject({caseId, fingerprint: z.string()})),
      })
      .nullable(),
  })
  .meta({id: 'Meeting', description: 'A meeting of the panel.'})

export const packQuery = z.strictObject({format: z.enum(['html', 'json']).default('html')})
