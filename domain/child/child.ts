import type {Day} from '../calendar.ts'
import type {AuthorityId, ChildId, HouseholdId, SiblingGroupId} from '../ids.ts'
import type {Location} from '../location.ts'
import type {EthnicityCode} from './ethnicity.ts'

export const SEXES = ['F', 'M', 'U'] as const
/** SSDA903 SEX, from 2024/25. */
export type Sex = (typeof SEXES)[number]

/** SSDA903 LS: legal status. */
export const LEGAL_STATUSES = [
  'C1',
  'C2',
  'D1',
  'E1',
  'J1',
  'J2',
  'J3',
  'L1',
  'L2',
  'L3',
  'V2',
  'V3',
  'V4',
] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

/** A need, skill, risk or religion in lower-case words joined by hyphens, e.g. `therapeutic`. */
export type Term = string
/** BCP 47 language tag, e.g. `so`, `en-GB`. */
export type Language = string

export interface Need {
  readonly need: Term
  readonly level: 'essential' | 'desirable'
}

export interface Risk {
  readonly risk: Term
  readonly level: 'none' | 'low' | 'medium' | 'high'
}

export interface School {
  readonly location: Location
  /** The plan is to stay at this school. */
  readonly keep: boolean
  /** In Years 10-11: SI 2010/959 reg 10 protects the place. */
  readonly keyStage4: boolean
}

export interface FamilyTime {
  readonly location: Location
  readonly visitsAMonth: number
}

interface RestrictionBasis {
  /** Absolute: a hard rule. Otherwise it is weighed under `household-mix`. */
  readonly absolute: boolean
  readonly reason: string
  readonly reviewBy: Day
}

/** What must not (or should not) be, with who said why and when that is looked at again. */
export type Restriction = RestrictionBasis &
  (
    | {readonly kind: 'no-contact'; readonly childId?: ChildId; readonly householdId?: HouseholdId}
    | {readonly kind: 'avoid-area'; readonly location: Location; readonly withinMiles: number}
    | {readonly kind: 'avoid-area'; readonly authorityId: AuthorityId}
    | {readonly kind: 'not-with'; readonly childId: ChildId}
    | {
        readonly kind: 'court-condition'
        readonly condition: 'exclusion-zone'
        readonly location: Location
        readonly withinMiles: number
      }
    | {readonly kind: 'court-condition'; readonly condition: 'non-association'; readonly childId: ChildId}
    | {
        readonly kind: 'court-condition'
        readonly condition: 'not-at-household' | 's34-no-contact'
        readonly householdId: HouseholdId
      }
    | {readonly kind: 'medical'; readonly avoid: {readonly pet: Term} | {readonly smoking: true}}
  )

/** Preferences recorded for the child about the home's other members; absent means none recorded. */
export interface Preferences {
  readonly otherChildren?: 'none' | 'no-younger' | 'no-older' | 'same-sex-only' | 'welcome'
  readonly pets?: 'none' | 'no-dogs' | 'no-cats' | 'welcome'
  readonly smoking?: 'none'
}

export const WISHES = [
  'near-home',
  'near-school',
  'near-family',
  'with-siblings',
  'with-pets',
  'without-pets',
  'with-other-children',
  'without-other-children',
  'same-culture',
  'same-religion',
  'own-language',
  'this-household',
] as const

/** A wish in the child's words; `about` names what of it can be checked. */
export interface Wish {
  readonly text: string
  readonly about?: (typeof WISHES)[number]
  /** With `about: 'this-household'`. */
  readonly householdId?: HouseholdId
  readonly recordedOn: Day
}

/**
 * The facts about a child that matter for finding a home. Hearth holds no names: `reference` is the case
 * system's id. An absent fact is *not known*, never *none*; `religion: null` says that there is none.
 */
export interface Child {
  readonly id: ChildId
  readonly reference: string
  readonly dob: Day
  readonly sex: Sex
  readonly ethnicity?: EthnicityCode
  readonly religion?: Term | null
  /** First language first. */
  readonly languages?: readonly Language[]
  /** Where the child lived when they started to be looked after (SSDA903 HOME_POST). */
  readonly home?: Location
  readonly homeAuthorityId?: AuthorityId
  readonly school?: School | null
  readonly needs?: readonly Need[]
  readonly siblingGroupId?: SiblingGroupId | null
  readonly familyTime?: readonly FamilyTime[]
  readonly risks?: readonly Risk[]
  readonly restrictions?: readonly Restriction[]
  readonly preferences?: Preferences
  readonly wishes?: readonly Wish[]
  readonly legalStatus?: LegalStatus
  readonly uasc?: boolean
}
