import {LEGAL_STATUSES, SEXES} from '../child/child.ts'
import {ethnicityGroup} from '../child/ethnicity.ts'
import {REASONS_FOR_NO} from '../placement/approach.ts'
import {PROVIDER_CODES} from '../placement/codes.ts'
import type {ChildThen, LookedAfter} from './census.ts'
import type {CostAt} from './costs.ts'
import type {ReferralRecord} from './facts.ts'
import {type ChildHistory, NEED_CODES} from './history.ts'
import type {Moment} from './moment.ts'
import {type PlaceAt, schemeOf} from './places.ts'
import {PLACEMENT_GROUPS, placementGroup, serviceTerm, serviceTerms} from './provision.ts'
import {SDQ_BANDS, sdqBand, sdqOf} from './sdq.ts'
import type {SiblingGroup} from './sibling-groups.ts'
import type {Spent} from './spent.ts'

/** The key of what is not recorded. */
export const NOT_KNOWN = 'not-known'

/** What a figure can be broken down by: known keys in the order to show them; others follow. */
export interface Dimension<Subject> {
  readonly keys: readonly string[]
  readonly of: (subject: Subject, moment: Moment) => readonly string[]
}

/** What figures count: which there are at a moment, what each is called, and by what they divide. */
export interface Subjects<Subject> {
  readonly at: (moment: Moment) => readonly Subject[]
  readonly about: (subject: Subject) => string
  readonly dimensions: Readonly<Record<string, Dimension<Subject>>>
}

/** DfE's age bands and the first age of each. */
const AGE_BANDS = [
  ['<1', Number.NEGATIVE_INFINITY],
  ['1-4', 1],
  ['5-9', 5],
  ['10-15', 10],
  ['16+', 16],
] as const

export const ageBand = (age: number): string => AGE_BANDS.findLast(([, from]) => age >= from)![0]

/** Unaccompanied on a day: to be so ends with the day of DUC. */
export const isUnaccompanied = ({uasc, uascUntil}: ChildHistory, {asAt}: Moment): boolean =>
  uasc && (uascUntil === null || uascUntil > asAt)

const one =
  <Subject>(of: (subject: Subject, moment: Moment) => string | null) =>
  (subject: Subject, moment: Moment): readonly string[] => [of(subject, moment) ?? NOT_KNOWN]

const CHILD_DIMENSIONS = {
  age: {keys: AGE_BANDS.map(([band]) => band), of: one(({age}) => ageBand(age))},
  sex: {keys: SEXES, of: one(({history}) => history.sex)},
  ethnicity: {
    keys: ['white', 'mixed', 'asian', 'black', 'other'],
    of: one(({history: {ethnicity}}) => {
      const group = ethnicity === null ? 'unknown' : ethnicityGroup(ethnicity)
      return group === 'unknown' ? null : group
    }),
  },
  uasc: {
    keys: ['yes', 'no'],
    of: one(({history}, moment) => (isUnaccompanied(history, moment) ? 'yes' : 'no')),
  },
  'legal-status': {
    keys: LEGAL_STATUSES.filter(status => status !== 'V3' && status !== 'V4'),
    of: one(({episode}) => episode.legalStatus),
  },
  need: {keys: NEED_CODES, of: one(({episode}) => episode.need)},
  placement: {keys: Object.keys(PLACEMENT_GROUPS), of: one(({home}) => placementGroup(home.place))},
  provider: {keys: PROVIDER_CODES, of: one(({home}) => home.provider)},
  provision: {keys: serviceTerms('strict'), of: one(({home}) => serviceTerm('strict', home))},
  'area-authority': {keys: [], of: one(({home}) => home.placementAuthority)},
} as const satisfies Readonly<Record<string, Dimension<ChildThen>>>

const children = <Child extends ChildThen>(at: (moment: Moment) => readonly Child[]): Subjects<Child> => ({
  at,
  about: ({history}) => history.reference,
  dimensions: CHILD_DIMENSIONS,
})

export const LOOKED_AFTER: Subjects<LookedAfter> = children(({census}) => census())
export const STARTED: Subjects<ChildThen> = children(({started}) => started())
export const CEASED: Subjects<ChildThen> = children(({ceased}) => ceased())

export const SDQ_COHORT: Subjects<LookedAfter> = {
  ...children(({sdqCohort}) => sdqCohort()),
  dimensions: {
    ...CHILD_DIMENSIONS,
    'sdq-band': {
      keys: SDQ_BANDS,
      of: one((child, moment) => {
        const score = sdqOf(child, moment)
        return score === null ? null : sdqBand(score)
      }),
    },
  },
}

export const SIBLING_GROUPS: Subjects<SiblingGroup> = {
  at: ({siblingGroups}) => siblingGroups(),
  about: ({id}) => id,
  dimensions: {},
}

export const PLACES: Subjects<PlaceAt> = {
  at: ({places}) => places(),
  about: ({household}) => household.id,
  dimensions: {
    provider: {
      keys: ['in-house', 'ifa', 'other-authority'],
      of: one(({household}) => household.provider.type),
    },
    scheme: {
      keys: [
        'mainstream',
        'specialist',
        'short-break',
        'fostering-for-adoption',
        'connected-persons',
        'supported-lodgings',
      ],
      of: one(({household}) => schemeOf(household)),
    },
    /** Why it is not available, or what it is otherwise. */
    reason: {keys: [], of: one(({state, reason}) => reason ?? (state === 'not-available' ? null : state))},
  },
}

export const REFERRALS: Subjects<ReferralRecord> = {
  at: ({facts}) => facts.referrals,
  about: ({id}) => id,
  dimensions: {
    /** Of each no by the day: a referral that was refused for two reasons is under both. */
    reason: {
      keys: REASONS_FOR_NO,
      of: (referral, moment) => {
        const reasons = [...new Set(refusalsBy(referral, moment).map(({reason}) => reason))]
        return reasons.length === 0 ? ['nobody-has-said-no'] : reasons
      },
    },
  },
}

export const refusalsBy = ({refusals}: ReferralRecord, {asAt}: Moment): ReferralRecord['refusals'] =>
  refusals.filter(({on}) => on <= asAt)

const spent = (at: (moment: Moment) => readonly Spent[]): Subjects<Spent> => ({
  at,
  about: ({reference}) => reference,
  dimensions: {},
})

export const FOSTERED_IN_YEAR = spent(({fosteredInYear}) => fosteredInYear())
export const RESIDENTIAL_IN_YEAR = spent(({residentialInYear}) => residentialInYear())

export const COSTS: Subjects<CostAt> = {
  at: ({costs}) => costs(),
  about: ({reference}) => reference,
  dimensions: {
    provision: {
      keys: serviceTerms('strict'),
      of: one(({provision}) => provision && serviceTerm('strict', provision)),
    },
  },
}
