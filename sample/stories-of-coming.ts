import type {Story} from './story.ts'
import {barelyKnown, need, risk, withNeeds, withRestriction, withRisks} from './telling.ts'

/** Children who come into care. */
export const COMING: readonly Story[] = [
  {
    note: 'Police protection this afternoon. Little is known yet.',
    children: {newAt: [4], legalStatus: 'L1', sex: 'F'},
    urgency: 'same-day',
    kind: 'emergency',
    siblings: 'together',
    inDays: 0,
    nights: 14,
    tells: barelyKnown,
  },
  {
    note: 'Mother admitted to hospital; nobody else at home. Both are in school tomorrow.',
    children: {newAt: [6, 8], legalStatus: 'V2', group: 'black'},
    urgency: 'same-day',
    kind: 'emergency',
    siblings: 'together',
    inDays: 0,
    nights: 21,
    tells: child => ({...barelyKnown(child), school: child.school ?? null}),
  },
  {
    note: 'Remanded by the youth court, on condition that he stays out of London; the bridging bed ends tomorrow.',
    children: {newAt: [15], legalStatus: 'J1', sex: 'M'},
    urgency: 'urgent',
    kind: 'remand',
    siblings: 'together',
    inDays: 1,
    nights: 28,
    tells: (child, {reviewBy}) => {
      const told = withRisks(child, risk('criminal-exploitation', 'high'), risk('missing-episodes'))
      const {home} = child
      if (!home) return told
      return withRestriction(told, {
        kind: 'court-condition',
        condition: 'exclusion-zone',
        location: home,
        withinMiles: 18,
        absolute: true,
        reason: 'Condition of remand',
        reviewBy,
      })
    },
  },
  {
    note: 'Missing from home all week; found with adults known to the police. Not to be near the estate.',
    children: {newAt: [15], legalStatus: 'V2', sex: 'F'},
    urgency: 'same-day',
    kind: 'short-term',
    siblings: 'together',
    inDays: 0,
    nights: 42,
    tells: (child, {reviewBy}) => {
      const told = withRisks(
        withNeeds(need('sexual-exploitation'), need('missing-episodes'), need('therapeutic'))(child),
        risk('sexual-exploitation', 'high'),
        risk('missing-episodes', 'high'),
      )
      const {home} = child
      if (!home) return told
      return withRestriction(told, {
        kind: 'avoid-area',
        location: home,
        withinMiles: 2,
        absolute: true,
        reason: 'Exploited there; agreed by the team manager',
        reviewBy,
      })
    },
  },
  {
    note: 'To be discharged from the neonatal ward.',
    children: {newAt: [0], legalStatus: 'C1'},
    urgency: 'urgent',
    kind: 'short-term',
    siblings: 'together',
    inDays: 2,
    nights: null,
    hold: 'standing',
    tells: withNeeds(need('baby-care'), need('complex-health')),
  },
  {
    note: 'Newborn; brothers and sisters are looked after already and the plan is one home.',
    children: {newAt: [0], legalStatus: 'C1', joins: 'siblings-in-care'},
    urgency: 'urgent',
    kind: 'short-term',
    siblings: 'together',
    inDays: 1,
    nights: null,
    offers: ['aunt-nearby'],
    tells: withNeeds(need('baby-care')),
  },
  {
    note: 'Transferred under the National Transfer Scheme. Speaks no English yet.',
    children: {newAt: [16], legalStatus: 'V2', sex: 'M', uasc: true},
    urgency: 'urgent',
    kind: 'short-term',
    siblings: 'together',
    inDays: 5,
    nights: null,
    tells: child =>
      withNeeds(
        need('uasc-experience'),
        need('trauma-informed'),
      )({...child, languages: ['ti'], ethnicity: 'BAFR', religion: 'christian'}),
  },
  {
    note: 'Four brothers and sisters, removed together. One home if there is any.',
    children: {newAt: [1, 3, 6, 9], legalStatus: 'C1', group: 'mixed'},
    urgency: 'urgent',
    kind: 'short-term',
    siblings: 'prefer-together',
    inDays: 1,
    nights: null,
  },
  {
    note: 'Grandmother can no longer care for all three.',
    children: {newAt: [7, 11, 14], legalStatus: 'V2', group: 'black'},
    urgency: 'urgent',
    kind: 'short-term',
    siblings: 'prefer-together',
    inDays: 4,
    nights: null,
  },
  {
    note: 'Deaf; signs at home and at school.',
    children: {newAt: [12], legalStatus: 'V2', sex: 'F'},
    urgency: 'urgent',
    kind: 'short-term',
    siblings: 'together',
    inDays: 3,
    nights: 90,
    tells: child => withNeeds(need('sign-language'))({...child, languages: ['bfi', 'en']}),
  },
  {
    note: 'Mother, 19, is to move with both of her children for a twelve-week assessment.',
    children: {newAt: [0, 2], legalStatus: 'C1'},
    urgency: 'urgent',
    kind: 'parent-and-child',
    siblings: 'together',
    inDays: 7,
    nights: 84,
    tells: withNeeds(need('parent-and-child')),
  },
  {
    note: 'Relatives have come forward for both; fostering is the contingency.',
    children: {newAt: [2, 4], legalStatus: 'C1'},
    urgency: 'planned',
    kind: 'short-term',
    siblings: 'together',
    inDays: 12,
    nights: null,
    offers: ['aunt-on-the-coast', 'grandmother-in-manchester'],
  },
  {
    note: 'Father asks to care for him; mother may have no contact there.',
    children: {newAt: [9], legalStatus: 'C1', sex: 'M'},
    urgency: 'planned',
    kind: 'short-term',
    siblings: 'together',
    inDays: 15,
    nights: null,
    offers: ['father', 'father-with-s34-order'],
  },
]
