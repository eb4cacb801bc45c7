import type {
  ApplicationId,
  ApproachId,
  AuthorityId,
  CampaignId,
  CaseId,
  ChildId,
  HoldId,
  HouseholdId,
  ImportId,
  PlacementId,
  ReferralId,
  ShortlistId,
  SiblingGroupId,
} from '../../domain/ids.ts'
import type {Key} from './table.ts'

/** What a key may name. Texts are escaped, numbers are padded, so that keys sort as their parts do. */
interface Parts {
  readonly authorityId: AuthorityId
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly referralId: ReferralId
  readonly shortlistId: ShortlistId
  readonly holdId: HoldId
  readonly placementId: PlacementId
  readonly approachId: ApproachId
  readonly importId: ImportId
  readonly caseId: CaseId
  readonly applicationId: ApplicationId
  readonly campaignId: CampaignId
  readonly siblingGroupId: SiblingGroupId
  readonly reference: string
  readonly fingerprint: string
  readonly idempotencyKey: string
  readonly aggregate: string
  readonly aggregateId: string
  readonly sequence: string
  readonly status: string
  readonly stage: string
  readonly neededFrom: string
  readonly from: string
  readonly date: string
  readonly at: string
  readonly part: string
  readonly about: string
  readonly auditChain: string
  readonly record: string
  readonly version: number
  readonly chunk: number
  readonly link: number
  readonly year: number
  readonly severity: string
  readonly tries: number
  readonly bundle: number
}
type Name = keyof Parts
type NamesIn<Template extends string> = Template extends `${string}{${infer N extends Name}}${infer Rest}`
  ? N | NamesIn<Rest>
  : never
type PartsOf<Template extends string> = Pick<Parts, NamesIn<Template>>

const DIGITS: Partial<Record<Name, number>> = {version: 7, chunk: 3, link: 9, year: 4, tries: 3, bundle: 6}
/** DynamoDB allows a sort key 1,024 bytes, of which the other parts take less than 100. */
const LONGEST_PART_BYTES = 600

/** One text made from named parts, and the parts again from the text. */
export interface TextPattern<P> {
  readonly template: string
  /** Throws RangeError when a part is empty, too long, or not a text or number that a key can hold. */
  readonly make: (parts: P) => string
  /** null when the text was not made by this pattern. */
  readonly parse: (text: string) => P | null
}

export interface KeyPattern<P> {
  readonly template: string
  readonly make: (parts: P) => Key
  readonly parse: (key: Key) => P | null
}

/** `#` parts the segments of a key, so inside a part it is escaped: no id can forge another key. */
const escapePart = (text: string) => text.replace(/[%#]/g, mark => (mark === '#' ? '%23' : '%25'))
const unescapePart = (text: string) => text.replace(/%(23|25)/g, (_, code) => (code === '23' ? '#' : '%'))

function writePart(name: string, value: string | number | undefined): string {
  const digits = DIGITS[name as Name]
  if (typeof value === 'number' && digits !== undefined) {
    if (!Number.isInteger(value) || value < 0 || value >= 10 ** digits)
      throw new RangeError(`${name} does not fit a key`)
    return String(value).padStart(digits, '0')
  }
  // A lone surrogate would be stored as U+FFFD, and two different ids would share a key.
  if (typeof value !== 'string' || value === '' || !value.isWellFormed())
    throw new RangeError(`${name} does not fit a key`)
  const escaped = escapePart(value)
  if (Buffer.byteLength(escaped) > LONGEST_PART_BYTES) throw new RangeError(`${name} is too long for a key`)
  return escaped
}

function textPattern<T extends string>(template: T): TextPattern<PartsOf<T>> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(match => match[1]!)
  const shape = new RegExp(
    `^${template.replace(/\{(\w+)\}/g, (_, name) => (name in DIGITS ? `(\\d{${DIGITS[name as Name]}})` : '((?:[^#%]|%23|%25)+)'))}$`,
    'u',
  )
  return {
    template,
    make: parts =>
      template.replace(/\{(\w+)\}/g, (_, name) =>
        writePart(name, (parts as Record<string, string | number>)[name]),
      ),
    parse: text => {
      const found = shape.exec(text)
      if (!found) return null
      const parts = names.map((name, i) => [
        name,
        name in DIGITS ? Number(found[i + 1]) : unescapePart(found[i + 1]!),
      ])
      return Object.fromEntries(parts) as PartsOf<T>
    },
  }
}

function keyPattern<P extends string, S extends string>(pk: P, sk: S): KeyPattern<PartsOf<P> & PartsOf<S>> {
  const [partition, sort] = [textPattern(pk), textPattern(sk)]
  return {
    template: `${pk} / ${sk}`,
    make: parts => ({pk: partition.make(parts), sk: sort.make(parts)}),
    parse: key => {
      const [left, right] = [partition.parse(key.pk), sort.parse(key.sk)]
      return left && right && {...left, ...right}
    },
  }
}

/** Every key of the table. Each starts with the authority: no query can reach another's records. */
export const keys = {
  child: keyPattern('{authorityId}#children', '{childId}'),
  childReference: keyPattern('{authorityId}#child-references', '{reference}'),
  /** One open referral a child at a time. */
  referredChild: keyPattern('{authorityId}#referred-children', '{childId}'),
  currentPlacement: keyPattern('{authorityId}#current-placements', '{childId}'),
  household: keyPattern('{authorityId}#households', '{householdId}'),
  /** Beside its household, so that one Query reads all supply. */
  calendar: keyPattern('{authorityId}#households', '{householdId}#calendar'),
  /** Before all of them, which sort after `#`: which household lists count. */
  householdLists: keyPattern('{authorityId}#households', '#lists'),
  householdReference: keyPattern('{authorityId}#household-references', '{reference}'),
  referral: keyPattern('{authorityId}#referrals', '{referralId}'),
  hold: keyPattern('{authorityId}#holds', '{holdId}'),
  placement: keyPattern('{authorityId}#placements', '{placementId}'),
  /** Finds a placement from its household. */
  placementOfHousehold: keyPattern('{authorityId}#household#{householdId}#placements', '{placementId}'),
  approach: keyPattern('{authorityId}#approaches', '{approachId}'),
  /** What a placement costs, part by part. */
  placementCosts: keyPattern('{authorityId}#placement-costs', '{placementId}'),
  /** Of the panel: one a placement, whose id it has. */
  panelCase: keyPattern('{authorityId}#panel-cases', '{caseId}'),
  panelMeeting: keyPattern('{authorityId}#panel-meetings', '{date}'),
  /** What members were shown, by fingerprint. */
  panelPack: keyPattern('{authorityId}#panel-pack#{fingerprint}', 'chunk#{chunk}'),
  /** Recruitment: a household from its enquiry on. */
  application: keyPattern('{authorityId}#applications', '{applicationId}'),
  applicationReference: keyPattern('{authorityId}#application-references', '{reference}'),
  campaign: keyPattern('{authorityId}#campaigns', '{campaignId}'),
  /** Of one placement, hold or application, by its id. */
  deadlines: keyPattern('{authorityId}#deadlines', '{about}'),
  import: keyPattern('{authorityId}#imports', '{importId}'),
  /** Some findings of one attempt at an import, errors before warnings. */
  findings: keyPattern('{authorityId}#import#{importId}#findings#{tries}', '{severity}#{bundle}'),
  /** What one attempt at an import made of what is held of some children for a collection year. */
  returnsBundle: keyPattern('{authorityId}#returns#{year}', '{importId}#{tries}#{bundle}'),
  /** When something last moved the figures, and since when they are as they were last counted. */
  figuresMoved: keyPattern('{authorityId}#figures', 'moved'),
  figuresCounted: keyPattern('{authorityId}#figures', 'counted'),
  /** Which imports count. */
  returnsHeld: keyPattern('{authorityId}#returns', 'held'),
  shortlist: keyPattern('{authorityId}#shortlist#{shortlistId}', 'summary'),
  shortlistPart: keyPattern('{authorityId}#shortlist#{shortlistId}', '{part}#{chunk}'),
  supply: keyPattern('{authorityId}#supply#{fingerprint}', 'manifest'),
  supplyChunk: keyPattern('{authorityId}#supply#{fingerprint}', 'chunk#{chunk}'),
  policy: keyPattern('{authorityId}#policy', 'v{version}'),
  event: keyPattern('{authorityId}#events#{aggregate}#{aggregateId}', '{sequence}'),
  idempotency: keyPattern('{authorityId}#idempotency#{idempotencyKey}', 'answer'),
} as const

/** Which authorities there are, and nothing of theirs: the one partition that is nobody's own. */
export const authorityRegister = keyPattern('authorities', '{authorityId}')

/** Every key of the audit table. */
export const auditKeys = {
  entry: keyPattern('{authorityId}#chain#{auditChain}', '{link}'),
  /** Finds an entry from a record that it names. */
  mention: keyPattern('{authorityId}#record#{record}', '{at}#{auditChain}#{link}'),
} as const

/** Partitions that are read by Query. */
export const partitions = {
  children: textPattern('{authorityId}#children'),
  households: textPattern('{authorityId}#households'),
  referrals: textPattern('{authorityId}#referrals'),
  imports: textPattern('{authorityId}#imports'),
  findings: textPattern('{authorityId}#import#{importId}#findings#{tries}'),
  returnsOfYear: textPattern('{authorityId}#returns#{year}'),
  placements: textPattern('{authorityId}#placements'),
  approaches: textPattern('{authorityId}#approaches'),
  placementCosts: textPattern('{authorityId}#placement-costs'),
  panelCases: textPattern('{authorityId}#panel-cases'),
  panelPack: textPattern('{authorityId}#panel-pack#{fingerprint}'),
  applications: textPattern('{authorityId}#applications'),
  campaigns: textPattern('{authorityId}#campaigns'),
  shortlist: textPattern('{authorityId}#shortlist#{shortlistId}'),
  supply: textPattern('{authorityId}#supply#{fingerprint}'),
  policy: textPattern('{authorityId}#policy'),
  placementsOfHousehold: textPattern('{authorityId}#household#{householdId}#placements'),
  auditChain: textPattern('{authorityId}#chain#{auditChain}'),
  auditOfRecord: textPattern('{authorityId}#record#{record}'),
} as const

/** The sparse index: what items are related to, and the texts that order them there. */
export const relations = {
  siblingGroup: textPattern('{authorityId}#sibling-group#{siblingGroupId}'),
  referralsByStatus: textPattern('{authorityId}#{status}-referrals'),
  shortlistsOfReferral: textPattern('{authorityId}#referral#{referralId}#shortlists'),
  holdsOfReferral: textPattern('{authorityId}#referral#{referralId}#holds'),
  approachesOfReferral: textPattern('{authorityId}#referral#{referralId}#approaches'),
  placementsOfChild: textPattern('{authorityId}#child#{childId}#placements'),
  openPanelCases: textPattern('{authorityId}#open-panel-cases'),
  applicationsByStage: textPattern('{authorityId}#{stage}-applications'),
  /** Imports that are not finished. */
  openImports: textPattern('{authorityId}#open-imports'),
  /** What is still to be done, or to be told. */
  due: textPattern('{authorityId}#due'),
} as const

/** Unique, so that the order on the index is total. */
export const positions = {
  referral: textPattern('{neededFrom}#{referralId}'),
  shortlist: textPattern('{at}#{shortlistId}'),
  hold: textPattern('{at}#{holdId}'),
  approach: textPattern('{at}#{approachId}'),
  placement: textPattern('{from}#{placementId}'),
  import: textPattern('{at}#{importId}'),
  /** By the day on which it came to the stage. */
  application: textPattern('{from}#{applicationId}'),
  deadlines: textPattern('{at}#{about}'),
} as const
