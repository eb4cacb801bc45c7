import type {Need, Risk, Term} from '../domain/child/child.ts'
import type {AuthorityId} from '../domain/ids.ts'
import {defaultPolicy} from '../domain/matching/default-policy.ts'
import {LEWISHAM} from './districts.ts'
import type {Provision} from './dwellings.ts'
import type {Random} from './random.ts'

interface Kind {
  /** Completed years, both ends included. */
  readonly ages: readonly [from: number, to: number]
  /** How common. */
  readonly weight: number
}

/** The words for what children need; carers' skills are recorded in the same ones. */
const NEEDS: Readonly<Record<Term, Kind>> = {
  therapeutic: {ages: [3, 17], weight: 14},
  'trauma-informed': {ages: [2, 17], weight: 16},
  attachment: {ages: [0, 13], weight: 14},
  'baby-care': {ages: [0, 1], weight: 60},
  autism: {ages: [3, 17], weight: 10},
  adhd: {ages: [5, 17], weight: 9},
  'learning-disability': {ages: [4, 17], weight: 8},
  'physical-disability': {ages: [0, 17], weight: 3},
  'wheelchair-access': {ages: [2, 17], weight: 1},
  'complex-health': {ages: [0, 17], weight: 3},
  epilepsy: {ages: [1, 17], weight: 2},
  diabetes: {ages: [3, 17], weight: 1.5},
  'sign-language': {ages: [2, 17], weight: 1},
  'speech-and-language': {ages: [2, 11], weight: 9},
  'education-support': {ages: [5, 17], weight: 14},
  'night-supervision': {ages: [3, 17], weight: 4},
  aggression: {ages: [6, 17], weight: 7},
  'self-harm': {ages: [10, 17], weight: 7},
  'eating-disorder': {ages: [11, 17], weight: 2},
  'substance-misuse': {ages: [12, 17], weight: 5},
  'missing-episodes': {ages: [11, 17], weight: 8},
  'criminal-exploitation': {ages: [11, 17], weight: 7},
  'sexual-exploitation': {ages: [11, 17], weight: 5},
  'sexualised-behaviour': {ages: [6, 17], weight: 3},
  'fire-setting': {ages: [8, 17], weight: 1},
  teenagers: {ages: [13, 17], weight: 8},
  'independence-skills': {ages: [15, 17], weight: 10},
  'uasc-experience': {ages: [14, 17], weight: 0},
  'parent-and-child': {ages: [0, 1], weight: 0},
}

/** Skills that meet a need in part, and are no need themselves. */
const MORE_SKILLS: Readonly<Record<Term, number>> = {pace: 9, 'sen-support': 8, 'mental-health': 7}

interface RiskKind {
  readonly fromAge: number
  /** The need that it shows itself in; the risk's own word where absent. */
  readonly shownBy?: Term
}

/** The words for risks to the child and from the child (domain of the referral form). */
const RISKS: Readonly<Record<Term, RiskKind>> = {
  'missing-episodes': {fromAge: 11},
  'criminal-exploitation': {fromAge: 11},
  'sexual-exploitation': {fromAge: 11},
  'self-harm': {fromAge: 10},
  'substance-misuse': {fromAge: 12},
  'eating-disorder': {fromAge: 11},
  'physical-harm-to-others': {fromAge: 6, shownBy: 'aggression'},
  'sexual-harm-to-others': {fromAge: 6, shownBy: 'sexualised-behaviour'},
  'fire-setting': {fromAge: 8},
  bullying: {fromAge: 6},
  'harm-to-animals': {fromAge: 6},
}

const BARS_SHARING = defaultPolicy(LEWISHAM as AuthorityId).sharingBars

export const barsSharing = ({risk, level}: Risk): boolean =>
  BARS_SHARING.includes(risk) && (level === 'medium' || level === 'high')

const MOST_NEEDS: Readonly<Partial<Record<Provision, readonly [least: number, most: number]>>> = {
  'connected-person': [0, 2],
  'with-parents': [0, 2],
  adoption: [0, 1],
  'supported-accommodation': [0, 2],
  'supported-lodgings': [0, 1],
  'childrens-home': [3, 6],
  secure: [4, 6],
  'residential-school': [3, 5],
  'residential-care': [3, 5],
  hospital: [3, 5],
}

export function drawNeeds(age: number, uasc: boolean, provision: Provision, random: Random): readonly Need[] {
  const [least, most] = MOST_NEEDS[provision] ?? [0, 4]
  const common = drawWords(age, random.integer(least, most), random)
  const words = uasc ? [...new Set(['uasc-experience', ...common.slice(0, 2)])] : common
  return words.map(need => ({need, level: random.chance(0.45) ? 'essential' : 'desirable'}))
}

/** Words that fit somebody of this age, the common ones more often. */
function drawWords(age: number, count: number, random: Random): readonly Term[] {
  const fitting = Object.entries(NEEDS).filter(
    ([, {ages, weight}]) => weight > 0 && age >= ages[0] && age <= ages[1],
  )
  const words = new Set<Term>()
  while (words.size < Math.min(count, fitting.length))
    words.add(random.weighted(fitting.map(([word, {weight}]) => [word, weight] as const)))
  return [...words]
}

/** What the risk assessment says; a level of none was asked about, a missing risk was not. */
export function drawRisks(age: number, needs: readonly Need[], random: Random): readonly Risk[] {
  const named = new Set(needs.map(({need}) => need))
  return Object.entries(RISKS).flatMap(([risk, {fromAge, shownBy}]): readonly Risk[] => {
    if (age < fromAge) return []
    if (named.has(shownBy ?? risk)) return [{risk, level: random.byWeight({low: 20, medium: 50, high: 30})}]
    return random.chance(0.35)
      ? [{risk, level: random.byWeight({none: 60, low: 32, medium: 7, high: 1})}]
      : []
  })
}

/** Skills of carers: a few of the words, common ones more often. */
export function drawSkills(count: number, random: Random): readonly Term[] {
  const ofNeeds = Object.entries(NEEDS).map(([word, {weight}]) => [word, 2 + weight ** 0.7] as const)
  const weights = [...ofNeeds, ...Object.entries(MORE_SKILLS)]
  const words = new Set<Term>()
  while (words.size < Math.min(count, weights.length)) words.add(random.weighted(weights))
  return [...words].toSorted()
}
