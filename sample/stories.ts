import type {Day} from '../domain/calendar.ts'
import type {Child, LegalStatus, Need, Restriction, Risk, Term} from '../domain/child/child.ts'
import type {EthnicityGroup} from '../domain/child/ethnicity.ts'
import type {Referral} from '../domain/referral/referral.ts'
import type {Drawing} from './children.ts'
import type {Provision} from './dwellings.ts'

/** Why a home is sought: one referral of the borough, with the children it is for. */
export interface Story extends Pick<Referral, 'urgency' | 'kind' | 'siblings'> {
  readonly note: string
  /** Children at the edge of care, by age; or those who must move, found by where they live and their ages. */
  readonly children:
    | {
        readonly newAt: readonly number[]
        readonly legalStatus: LegalStatus
        readonly sex?: 'F' | 'M'
        readonly group?: EthnicityGroup
        readonly uasc?: true
        readonly joins?: 'siblings-in-care'
      }
    | {
        readonly from: readonly Provision[]
        readonly count: number
        readonly ages: readonly [from: number, to: number]
        readonly uasc?: true
        readonly staysOn?: true
        readonly keyStage4?: true
      }
  readonly inDays: number
  /** null: open-ended. */
  readonly nights: number | null
  /** Connected persons and parents who come forward, each naming the children. */
  readonly offers?: readonly (
    | 'aunt-on-the-coast'
    | 'grandmother-in-manchester'
    | 'aunt-nearby'
    | 'father'
    | 'father-with-s34-order'
  )[]
  /** A place held for them: the hold still stands, or ran out yesterday. */
  readonly hold?: 'standing' | 'expired'
  /** What the referral says beside the record. */
  readonly tells?: (child: Child, telling: Drawing & {readonly reviewBy: Day}) => Child
}

const need = (word: Term): Need => ({need: word, level: 'essential'})
const risk = (word: Term, level: Risk['level'] = 'medium'): Risk => ({risk: word, level})

const withNeeds =
  (...needs: readonly Need[]) =>
  (child: Child): Child => ({
    ...child,
    needs: [
      ...needs,
      ...(child.needs ?? []).filter(other => needs.every(each => each.need !== other.need)),
    ].slice(0, 6),
  })

const withRisks = (child: Child, ...risks: readonly Risk[]): Child => ({
  ...child,
  risks: [...risks, ...(child.risks ?? []).filter(other => risks.every(each => each.risk !== other.risk))],
})

const withRestriction = (child: Child, restriction: Restriction): Child => ({
  ...child,
  restrictions: [...(child.restrictions ?? []), restriction],
})

/** In a night's emergency little more is known than who the child is; all else is absent, not none. */
function barelyKnown({
  id,
  reference,
  dob,
  sex,
  ethnicity,
  home,
  homeAuthorityId,
  siblingGroupId,
  legalStatus,
}: Child): Child {
  return {
    id,
    reference,
    dob,
    sex,
    uasc: false,
    ...(ethnicity && {ethnicity}),
    ...(home && {home}),
    ...(homeAuthorityId && {homeAuthorityId}),
    ...(siblingGroupId && {siblingGroupId}),
    ...(legalStatus && {legalStatus}),
  }
}

const FOSTERED: readonly Provision[] = ['ifa', 'mainstream']

/** The 25 open referrals of the borough, from tonight to the new year. */
export const STORIES: readonly Story[] = [
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
    note: 'Remanded by the youth court this morning with an exclusion zone.',
    children: {newAt: [15], legalStatus: 'J1', sex: 'M'},
    urgency: 'same-day',
    kind: 'remand',
    siblings: 'together',
    inDays: 0,
    nights: 28,
    tells: (child, {reviewBy}) => {
      const told = withRisks(child, risk('criminal-exploitation', 'high'), risk('missing-episodes'))
      const {home} = child
      if (!home) return told
      return withRestriction(told, {
        kind: 'court-condition',
        condition: 'exclusion-zone',
        location: home,
        withinMiles: 9,
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
    note: 'The carers have given notice after a third night away.',
    children: {from: ['ifa'], count: 1, ages: [12, 14]},
    urgency: 'urgent',
    kind: 'short-term',
    siblings: 'together',
    inDays: 6,
    nights: null,
    hold: 'expired',
    tells: child =>
      withRisks(withNeeds(need('self-harm'), need('therapeutic'))(child), risk('self-harm', 'high')),
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
    offers: ['aunt-nearby'],
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
    note: 'Mother, 19, is to move with her baby for a twelve-week assessment.',
    children: {newAt: [0], legalStatus: 'C1'},
    urgency: 'urgent',
    kind: 'parent-and-child',
    siblings: 'together',
    inDays: 7,
    nights: 84,
    tells: withNeeds(need('parent-and-child'), need('baby-care')),
  },
  {
    note: 'In Year 10 or 11 and settled at school; the carers are retiring.',
    children: {from: FOSTERED, count: 1, ages: [14, 16], keyStage4: true},
    urgency: 'planned',
    kind: 'long-term',
    siblings: 'together',
    inDays: 20,
    nights: null,
    tells: child => (child.school ? {...child, school: {...child.school, keep: true}} : child),
  },
  {
    note: 'Parted by plan: one has harmed the other.',
    children: {from: FOSTERED, count: 2, ages: [5, 17]},
    urgency: 'urgent',
    kind: 'short-term',
    siblings: 'apart-by-plan',
    inDays: 9,
    nights: null,
    tells: child => withRisks(child, risk('sexual-harm-to-others')),
  },
  {
    note: 'The agency is closing. Three children who must not be parted again.',
    children: {from: FOSTERED, count: 3, ages: [1, 15]},
    urgency: 'planned',
    kind: 'long-term',
    siblings: 'together',
    inDays: 28,
    nights: null,
  },
  {
    note: 'Care plan: a long-term home for both.',
    children: {from: FOSTERED, count: 2, ages: [2, 12]},
    urgency: 'planned',
    kind: 'long-term',
    siblings: 'prefer-together',
    inDays: 35,
    nights: null,
  },
  {
    note: 'Care plan: long-term fostering. The home should know his faith and language.',
    children: {from: FOSTERED, count: 1, ages: [5, 10]},
    urgency: 'planned',
    kind: 'long-term',
    siblings: 'together',
    inDays: 42,
    nights: null,
    tells: child => ({...child, ethnicity: 'BAFR', religion: 'muslim', languages: ['so', 'en']}),
  },
  {
    note: 'Ready to step down from a home to a family, with therapy to go on.',
    children: {from: ['childrens-home'], count: 1, ages: [8, 12]},
    urgency: 'planned',
    kind: 'long-term',
    siblings: 'together',
    inDays: 40,
    nights: null,
    tells: withNeeds(need('therapeutic'), need('attachment'), {
      need: 'education-support',
      level: 'desirable',
    }),
  },
  {
    note: 'Step-down agreed by the panel; no younger children in the home.',
    children: {from: ['childrens-home'], count: 1, ages: [13, 15]},
    urgency: 'planned',
    kind: 'short-term',
    siblings: 'together',
    inDays: 30,
    nights: null,
    tells: child =>
      withRisks(
        {
          ...withNeeds(need('aggression'), need('trauma-informed'))(child),
          preferences: {otherChildren: 'no-younger'},
        },
        risk('physical-harm-to-others'),
      ),
  },
  {
    note: 'Uses a wheelchair; the carers cannot lift any longer.',
    children: {from: FOSTERED, count: 1, ages: [7, 13]},
    urgency: 'planned',
    kind: 'long-term',
    siblings: 'together',
    inDays: 50,
    nights: null,
    tells: withNeeds(need('wheelchair-access'), need('complex-health'), {
      need: 'night-supervision',
      level: 'desirable',
    }),
  },
  {
    note: "A week's respite while the carers are away.",
    children: {from: ['mainstream'], count: 1, ages: [5, 14], staysOn: true},
    urgency: 'planned',
    kind: 'respite',
    siblings: 'together',
    inDays: 18,
    nights: 7,
    tells: withNeeds(need('autism')),
  },
  {
    note: 'Ready for more independence; wants to stay in the borough for college.',
    children: {from: FOSTERED, count: 1, ages: [16, 17]},
    urgency: 'planned',
    kind: 'supported-lodgings',
    siblings: 'together',
    inDays: 21,
    nights: null,
    tells: withNeeds({need: 'independence-skills', level: 'desirable'}),
  },
  {
    note: 'From a hotel bridging place to supported lodgings.',
    children: {from: ['supported-accommodation', ...FOSTERED], count: 1, ages: [16, 17], uasc: true},
    urgency: 'urgent',
    kind: 'supported-lodgings',
    siblings: 'together',
    inDays: 8,
    nights: null,
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
